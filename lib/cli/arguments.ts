/** From the arguments to one record without optional fields; whatever is not understood is a UsageError. */
import { Parser } from 'yargs/helpers';
import { closest } from '../core/suggest.js';
import {
  CHECK_FORMATS,
  COMMANDS,
  COMMON,
  type Command,
  type Flag,
  LATER_COMMANDS,
  LATER_COMMON,
  PICTURES,
  SIZES,
  TEMPLATE_SLIDES,
  typed,
} from './commands.js';
import { UsageError } from './io.js';

export type Format = (typeof CHECK_FORMATS)[number];

/** Every flag of every command; what a command does not take has its default. */
export interface Settings {
  /** As typed. */
  readonly inputs: readonly string[];
  readonly output: string | null;
  readonly template: string | null;
  readonly templateSlides: (typeof TEMPLATE_SLIDES)[number] | null;
  readonly size: (typeof SIZES)[number] | null;
  /** What `render` draws; null for the other commands. */
  readonly pictures: (typeof PICTURES)[number] | null;
  readonly fonts: readonly string[];
  /** Hosts that pictures may be fetched from. */
  readonly allowRemote: readonly string[];
  readonly pictureDpi: number | null;
  /** Null: the briefing's own. */
  readonly audience: string | null;
  /** Whether a deck is made in spite of errors. */
  readonly draft: boolean;
  /** The file of speaker notes. */
  readonly notes: string | null;
  /** Values of variables by their names. */
  readonly vars: Readonly<Record<string, string>>;
  /** Whether pictures of earlier runs may be taken. */
  readonly cache: boolean;
  /** The model that `prepare` asks; null: none. */
  readonly model: string | null;
  /** Whether what is there may be replaced. */
  readonly force: boolean;
  readonly strict: boolean;
  readonly quiet: boolean;
  readonly format: Format;
  /** The settings' file; null: the nearest one above the briefing. */
  readonly config: string | null;
  /** Whether `check` mends what is certain. */
  readonly fix: boolean;
  /** Where `check` writes the claims. */
  readonly claims: string | null;
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
  if (inputs.length === 0 && !command.input.startsWith('['))
    throw new UsageError(`${name} needs ${command.input}`, `briefdeck ${name} --help tells more`);
  if (name === 'cache' && (inputs[0] !== 'clean' || inputs.length > 1))
    throw new UsageError(`cache ${inputs.join(' ')}: only "cache clean" is known`);
  const settings = settingsOf(given, inputs);
  if (name === 'render') checkPictures(given);
  return { ask: 'run', command, settings };
}

/** Where the first word stands that is no flag and no flag's value; -1 where there is none. */
function commandIndex(argv: readonly string[]): number {
  const flags = [...COMMON, ...LATER_COMMON, ...COMMANDS.flatMap((command) => [...command.flags, ...command.later])];
  const valued = new Set(flags.filter((flag) => flag.value !== undefined).flatMap((flag) => [`--${flag.name}`, `-${flag.short}`]));
  const index = argv.findIndex((word, i) => word === '--' || (!word.startsWith('-') && !valued.has(argv[i - 1] ?? '')));
  return argv[index] === '--' ? -1 : index;
}

/** One kind of picture at a time. */
function checkPictures(given: readonly Given[]): void {
  const kinds = given.filter(({ flag, value }) => value === true && PICTURES.some((kind) => kind === flag.name));
  if (kinds.length === 0) throw new UsageError('render needs --png, --svg or --sheet');
  if (kinds.length > 1)
    throw new UsageError(`${kinds.map(({ raw }) => raw).join(' and ')} cannot stand together`, 'draw one after the other');
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

/** Every flag that was given and the words that are none, as yargs reads them; the last of two counts, but for flags that may stand many times. */
function readFlags(argv: readonly string[], command: Command | null): { given: readonly Given[]; inputs: readonly string[] } {
  const known = [...(command?.flags ?? []), ...COMMON];
  const refused = [...(command?.later ?? []), ...LATER_COMMON];
  const all = [...known, ...refused];
  const names = (valued: boolean): string[] => all.filter((flag) => (flag.value !== undefined) === valued).map((flag) => flag.name);
  const alias = Object.fromEntries(all.flatMap((flag) => (flag.short === undefined ? [] : [[flag.name, [flag.short]]])));
  const { _: inputs, ...values } = Parser([...argv], { string: names(true), boolean: names(false), alias, configuration: AS_TYPED });
  const given = Object.entries(values).flatMap(([name, value]) => {
    const each: readonly unknown[] = Array.isArray(value) ? value : [value];
    const counting = all.some((flag) => flag.name === name && flag.many) ? each : each.slice(-1);
    return counting.map((one) => readFlag({ name, value: one, raw: rawOf(name, all, argv) }, known, refused));
  });
  return { given, inputs: inputs.map(String) };
}

/** Words stay what they are: `2024` is no number, `--a.b` no record. */
const AS_TYPED = {
  'camel-case-expansion': false,
  'dot-notation': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'strip-aliased': true,
} as const;

/** A flag as it was typed, with what stands behind its equals sign. */
function rawOf(name: string, flags: readonly Flag[], argv: readonly string[]): string {
  const short = flags.find((flag) => flag.name === name)?.short ?? name;
  const forms = [`--${name}`, `--no-${name}`, `-${short}`];
  return argv.find((word) => forms.includes(word.split('=', 1)[0] ?? '')) ?? (name.length === 1 ? `-${name}` : `--${name}`);
}

interface Parsed {
  readonly name: string;
  readonly raw: string;
  readonly value: unknown;
}

function readFlag(parsed: Parsed, known: readonly Flag[], refused: readonly Flag[]): Given {
  const [raw = parsed.raw, inline] = parsed.raw.split(/=(.*)/s);
  const named = (flag: Flag): boolean => flag.name === parsed.name;
  if (refused.some(named)) throw new UsageError(`${raw} is not available yet`);
  const flag = known.find(named);
  if (flag === undefined) throw unknownFlag(raw, known);
  if (flag.value === undefined) {
    if (inline !== undefined) throw new UsageError(`${raw} takes no value, but was given "${inline}"`);
    return { flag, raw, value: parsed.value === true };
  }
  if (typeof parsed.value !== 'string' || parsed.value === '') throw new UsageError(`${raw} needs a value: ${flag.value}`);
  return { flag, raw, value: checked(flag, raw, parsed.value) };
}

function checked(flag: Flag, raw: string, value: string): string {
  if (flag.choices && !flag.choices.includes(value)) {
    const near = closest(value, flag.choices);
    throw new UsageError(`${raw} "${value}" is none of ${flag.choices.join(', ')}`, ...(near === null ? [] : [`did you mean "${near}"?`]));
  }
  if (flag.name === 'var' && !/^\s*[\p{L}_][\p{L}\p{N}_.-]*\s*=/u.test(value)) throw new UsageError(`${raw} "${value}" is not KEY=VALUE`);
  if (flag.name === 'jobs' && !/^[1-9]\d*$/.test(value)) throw new UsageError(`${raw} "${value}" is not a whole number from 1`);
  if (flag.name === 'picture-dpi' && !(Number(value) >= 72 && Number(value) <= 600))
    throw new UsageError(`${raw} "${value}" is not a number from 72 to 600`);
  return value;
}

/** `launch.date=2026-03-01` in two; all behind the first equals sign is the value. */
function keyAndValue(given: string): readonly [string, string] {
  const at = given.indexOf('=');
  return [given.slice(0, at).trim(), given.slice(at + 1)];
}

function unknownFlag(raw: string, known: readonly Flag[]): UsageError {
  const near = closest(raw, known.map(typed));
  return new UsageError(`unknown flag ${raw}`, near === null ? '--help lists the flags' : `did you mean ${near}?`);
}

function settingsOf(given: readonly Given[], inputs: readonly string[]): Settings {
  const value = (name: string): string | boolean | undefined => given.find((one) => one.flag.name === name)?.value;
  const text = (name: string): string | null => {
    const given = value(name);
    return typeof given === 'string' ? given : null;
  };
  const color = value('color');
  return {
    inputs,
    output: text('output'),
    template: text('template'),
    templateSlides: TEMPLATE_SLIDES.find((place) => place === text('template-slides')) ?? null,
    size: SIZES.find((size) => size === text('size')) ?? null,
    pictures: PICTURES.find((kind) => value(kind) === true) ?? null,
    fonts: given.flatMap(({ flag, value }) => (flag.name === 'font' && typeof value === 'string' ? [value] : [])),
    allowRemote: given.flatMap(({ flag, value }) =>
      flag.name === 'allow-remote' && typeof value === 'string' ? value.split(/[,\s]+/).filter((host) => host !== '') : [],
    ),
    pictureDpi: value('picture-dpi') === undefined ? null : Number(value('picture-dpi')),
    audience: text('audience'),
    draft: value('draft') === true,
    notes: text('notes'),
    vars: Object.fromEntries(
      given.flatMap(({ flag, value }) => (flag.name === 'var' && typeof value === 'string' ? [keyAndValue(value)] : [])),
    ),
    cache: value('cache') !== false,
    model: text('model'),
    force: value('force') === true,
    strict: value('strict') === true,
    quiet: value('quiet') === true,
    format: CHECK_FORMATS.find((format) => format === text('format')) ?? 'text',
    config: text('config'),
    fix: value('fix') === true,
    claims: text('claims'),
    color: typeof color === 'boolean' ? color : null,
  };
}
