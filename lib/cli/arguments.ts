/** From the arguments to one record without optional fields; whatever is not understood is a UsageError. */
import { parseArgs } from 'node:util';
import { closest } from '../core/suggest.js';
import {
  COMMANDS,
  COMMON,
  type Command,
  type Flag,
  FORMATS,
  LATER_COMMANDS,
  LATER_COMMON,
  LATER_FORMATS,
  SIZES,
  typed,
} from './commands.js';
import { UsageError } from './io.js';

export type Format = (typeof FORMATS)[number];

/** Every flag of every command; what a command does not take has its default. */
export interface Settings {
  /** As typed. */
  readonly inputs: readonly string[];
  readonly output: string | null;
  readonly template: string | null;
  readonly size: (typeof SIZES)[number] | null;
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly format: Format;
  /** Null: as the terminal can. */
  readonly color: boolean | null;
}

/** What the user asks for. */
export type Request =
  | { readonly ask: 'help'; readonly command: Command | null }
  | { readonly ask: 'version' }
  | { readonly ask: 'run'; readonly command: Command; readonly settings: Settings };

interface Given {
  readonly flag: Flag;
  /** As typed: `--no-cache`, `-o`. */
  readonly raw: string;
  /** A string for a flag with a value, else whether the switch is on. */
  readonly value: string | boolean;
}

/** Reads the arguments behind the program's name. */
export function readArguments(argv: readonly string[]): Request {
  const at = commandIndex(argv);
  const name = argv[at];
  if (name === undefined) return requestWithoutCommand(argv);
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) throw unknownCommand(name);
  const { given, inputs } = readFlags(argv.toSpliced(at, 1), command);
  if (given.some((one) => one.flag.name === 'help')) return { ask: 'help', command };
  if (given.some((one) => one.flag.name === 'version')) return { ask: 'version' };
  if (inputs.length === 0) throw new UsageError(`${name} needs ${command.input}`, `briefdeck ${name} --help tells more`);
  return { ask: 'run', command, settings: settingsOf(given, inputs) };
}

/** Where the first word stands that is no flag and no flag's value; -1 where there is none. */
function commandIndex(argv: readonly string[]): number {
  const flags = [...COMMON, ...LATER_COMMON, ...COMMANDS.flatMap((command) => [...command.flags, ...command.later])];
  const valued = new Set(flags.filter((flag) => flag.value !== undefined).flatMap((flag) => [`--${flag.name}`, `-${flag.short}`]));
  const index = argv.findIndex((word, i) => word === '--' || (!word.startsWith('-') && !valued.has(argv[i - 1] ?? '')));
  return argv[index] === '--' ? -1 : index;
}

function requestWithoutCommand(argv: readonly string[]): Request {
  const { given } = readFlags(argv, null);
  if (given.some((one) => one.flag.name === 'version')) return { ask: 'version' };
  if (given.some((one) => one.flag.name === 'help')) return { ask: 'help', command: null };
  throw new UsageError('a command is missing', 'briefdeck --help lists the commands');
}

function unknownCommand(name: string): UsageError {
  if (LATER_COMMANDS.includes(name)) return new UsageError(`${name} is not available yet`);
  if (/\.(md|markdown)$/i.test(name)) return new UsageError(`"${name}" is no command`, `briefdeck build ${name} builds it`);
  const near = closest(name, [...COMMANDS.map((command) => command.name), ...LATER_COMMANDS]);
  return new UsageError(`unknown command "${name}"`, near === null ? 'briefdeck --help lists the commands' : `did you mean "${near}"?`);
}

/** Every flag that was given, in order, and the words that are none. */
function readFlags(argv: readonly string[], command: Command | null): { given: readonly Given[]; inputs: readonly string[] } {
  const known = [...(command?.flags ?? []), ...COMMON];
  const refused = [...(command?.later ?? []), ...LATER_COMMON];
  const options = Object.fromEntries(
    [...known, ...refused].map((flag) => [
      flag.name,
      { type: flag.value === undefined ? ('boolean' as const) : ('string' as const), ...short(flag) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const inputs = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [readFlag(token, known, refused)] : []));
  return { given, inputs };
}

const short = (flag: Flag): { short: string } | Record<string, never> => (flag.short === undefined ? {} : { short: flag.short });

interface Token {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function readFlag(token: Token, known: readonly Flag[], refused: readonly Flag[]): Given {
  const raw = token.rawName;
  const named = (flag: Flag): boolean => flag.name === token.name || (flag.value === undefined && `no-${flag.name}` === token.name);
  if (refused.some(named)) throw new UsageError(`${raw} is not available yet`);
  const flag = known.find(named);
  if (flag === undefined) throw unknownFlag(raw, known);
  if (flag.value === undefined) {
    if (token.value !== undefined) throw new UsageError(`${raw} takes no value, but was given "${token.value}"`);
    return { flag, raw, value: flag.name === token.name };
  }
  const value = token.value;
  if (value === undefined || value === '' || (!token.inlineValue && value.length > 1 && value.startsWith('-')))
    throw new UsageError(`${raw} needs a value: ${flag.value}`);
  return { flag, raw, value: checked(flag, raw, value) };
}

function checked(flag: Flag, raw: string, value: string): string {
  if (flag.name === 'format' && LATER_FORMATS.includes(value)) throw new UsageError(`${raw} ${value} is not available yet`);
  if (flag.choices && !flag.choices.includes(value)) {
    const near = closest(value, flag.choices);
    throw new UsageError(`${raw} "${value}" is none of ${flag.choices.join(', ')}`, ...(near === null ? [] : [`did you mean "${near}"?`]));
  }
  if (flag.name === 'jobs' && !/^[1-9]\d*$/.test(value)) throw new UsageError(`${raw} "${value}" is not a whole number from 1`);
  if (flag.name === 'template' && /\.(potx|pptx)$/i.test(value))
    throw new UsageError(`${raw} ${value}: a template from a PowerPoint file is not available yet`);
  return value;
}

function unknownFlag(raw: string, known: readonly Flag[]): UsageError {
  const near = closest(raw, known.map(typed));
  return new UsageError(`unknown flag ${raw}`, near === null ? '--help lists the flags' : `did you mean ${near}?`);
}

/** Where a flag was given twice, the last counts. */
function settingsOf(given: readonly Given[], inputs: readonly string[]): Settings {
  const last = (name: string): string | boolean | undefined => given.findLast((one) => one.flag.name === name)?.value;
  const text = (name: string): string | null => {
    const value = last(name);
    return typeof value === 'string' ? value : null;
  };
  const color = last('color');
  return {
    inputs,
    output: text('output'),
    template: text('template'),
    size: SIZES.find((size) => size === text('size')) ?? null,
    strict: last('strict') === true,
    quiet: last('quiet') === true,
    format: FORMATS.find((format) => format === text('format')) ?? 'text',
    color: typeof color === 'boolean' ? color : null,
  };
}
