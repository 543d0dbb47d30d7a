/** Reference pages made of the code: what it lists, and the first comment of the files that do it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { common } from '../../lib/blocks/chart-block.js';
import { frontMatterSchema } from '../../lib/briefing/meta.js';
import { chartKinds } from '../../lib/charts/index.js';
import { COMMANDS, COMMON, type Command, type Flag, LATER_COMMANDS, typed } from '../../lib/cli/commands.js';

const root = join(import.meta.dirname, '..', '..');

/** The first comment of a file, without its marks. */
const about = (...path: readonly string[]): string => /^\/\*\* (.*?) \*\//.exec(readFileSync(join(root, ...path), 'utf8'))?.[1] ?? '';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => ':--'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
const page = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

/** What a schema takes, in words: `plain, total, none`, `true or false`. */
function takes(schema: z.ZodType): string {
  const words = [...new Set(wordsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })))];
  // Text may be written as a number or a truth value: YAML reads 2025 and yes so.
  return words.filter((word) => !words.includes(TYPES.string ?? '') || !SCALARS.includes(word)).join(', ');
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  boolean: 'true, false',
  integer: 'a whole number',
  number: 'a number',
  array: 'a list',
  object: 'a map',
};
const SCALARS = [TYPES.boolean, TYPES.integer, TYPES.number];

function wordsOf(json: unknown): readonly string[] {
  if (typeof json !== 'object' || json === null) return [];
  const { enum: choices, const: only, anyOf, type } = json as Readonly<Record<string, unknown>>;
  if (Array.isArray(choices)) return choices.map((word) => `\`${word}\``);
  if (typeof only === 'string') return [`\`${only}\``];
  if (Array.isArray(anyOf)) return anyOf.flatMap(wordsOf);
  return (Array.isArray(type) ? type : [type]).flatMap((name) => TYPES[String(name)] ?? []);
}

const defaultOf = (schema: z.ZodType): string => {
  const value = schema.safeParse(undefined).data;
  return value === undefined || value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)
    ? ''
    : `\`${value}\``;
};

const options = (shape: Readonly<Record<string, z.ZodType>>): readonly (readonly string[])[] =>
  Object.entries(shape).map(([name, schema]) => [`\`${name}\``, takes(schema), defaultOf(schema), schema.description ?? '']);

/** `lib/charts/README.md`. */
export const chartsPage = (): string =>
  page(
    '# Charts',
    'This page is made of the code. [The gallery](../../examples/charts/gallery.md) shows every kind; the [README](../../README.md#the-data-of-a-chart) says how tables are read.',
    '## Kinds',
    table(
      ['`type:`', 'what for', 'its own options', 'log scale'],
      chartKinds.map(({ name, options: own, logScale }) => [
        `\`${name}\``,
        about('lib', 'charts', `${name}.ts`),
        Object.entries(own as Readonly<Record<string, z.ZodType>>)
          .map(([option, schema]) => `\`${option}\`${[takes(schema)].filter(Boolean).map((words) => `: ${words}`)}`)
          .join('; '),
        logScale ? 'yes' : '',
      ]),
    ),
    '## Options of every kind',
    table(['option', 'takes', 'default', ''], options(common)),
  );

/** `lib/briefing/README.md`. */
export const briefingPage = (): string =>
  page(
    '# The language of briefings',
    'This page is made of the code. CommonMark and GitHub’s tables, task lists, footnotes and callouts are read as everywhere; the [README](../../README.md#five-minutes) tells the rest by example.',
    '## Front matter',
    'Each key may be left out. What does not fit is a warning, and the default is used; a key of another tool (Marp, Slidev, pandoc, Jekyll, Hugo …) is named and left alone. `dist/briefing.schema.json` is the JSON Schema.',
    table(
      ['key', 'takes', 'what it says'],
      Object.entries(frontMatterSchema.shape).map(([name, schema]) => [`\`${name}\``, takes(schema), schema.description ?? '']),
    ),
    '## Blocks',
    table(
      ['', 'what it becomes'],
      blockFiles()
        .filter((name) => name !== 'fault.ts')
        .map((name) => [`\`${name.replace('.ts', '')}\``, about('lib', 'blocks', name)]),
    ),
  );

/** The files that the table of block kinds imports, in its order. */
const blockFiles = (): readonly string[] =>
  [...readFileSync(join(root, 'lib', 'blocks', 'index.ts'), 'utf8').matchAll(/from '\.\/([\w-]+)\.js'/g)].map(([, name]) => `${name}.ts`);

/** `lib/cli/README.md`. */
export const commandsPage = (): string =>
  page(
    '# The command line',
    'This page is made of the code, as `briefdeck --help` is.',
    ...COMMANDS.map(commandPart),
    '## Flags of every command',
    table(['flag', ''], COMMON.map(flagRow)),
    `Not built yet, and refused by name: ${[...LATER_COMMANDS.map((name) => `\`${name}\``), ...COMMANDS.flatMap(({ name, later }) => later.map((flag) => `\`${name} ${typed(flag)}\``))].join(', ')}.`,
    'Exit codes: 0 ok, 1 the input has errors (or, under `--strict`, warnings), 2 usage, 3 the host failed. For several files the highest; one bad file never stops the others.',
  );

function commandPart({ name, input, help, flags }: Command): string {
  return [`## briefdeck ${name} ${input}`, `${help}.`, ...(flags.length === 0 ? [] : [table(['flag', ''], flags.map(flagRow))])].join(
    '\n\n',
  );
}

const flagRow = (flag: Flag): readonly string[] => [
  `\`${flag.short === undefined ? '' : `-${flag.short}, `}${typed(flag)}${flag.value === undefined ? '' : ` ${flag.value}`}\``,
  `${flag.help}${flag.many && !/again|repeated/.test(flag.help) ? '; may be given again' : ''}`,
];

/** A diagnostic as the code makes it. */
interface Told {
  readonly code: string;
  readonly levels: readonly string[];
  readonly stage: string;
}

const TELLS = /'(error|warning|info)',\s*'([a-z-]+\/[a-z-]+)'/g;

/** `lib/core/README.md`: every code that a stage can tell. */
export function diagnosticsPage(): string {
  const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .sort();
  const told = new Map<string, Told>();
  for (const file of files) {
    for (const [, level = '', code = ''] of readFileSync(join(root, 'lib', file), 'utf8').matchAll(TELLS)) {
      const known = told.get(code);
      const levels = [...new Set([...(known?.levels ?? []), level])];
      told.set(code, { code, levels, stage: known?.stage ?? file });
    }
  }
  const rows = [...told.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
  return page(
    '# Diagnostics',
    'This page is made of the code: what the stages tell, besides the [rules of `check`](../check/README.md). Each has file, line and column, and in text the line with a caret. An *error* means that a figure would be wrong or that a wish cannot be guessed: no deck is written (but for `--draft`). A code that is no error is switched as the rules are.',
    table(
      ['code', 'level', 'told in'],
      rows.map(({ code, levels, stage }) => [`\`${code}\``, levels.join(', '), `[${stage}](../${stage})`]),
    ),
  );
}
