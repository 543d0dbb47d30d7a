/** The help texts, made from the tables of commands and flags. */
import { COMMANDS, COMMON, type Command, type Flag, typed } from './commands.js';

/** The help of a command; of the whole program where there is none. */
export const helpText = (command: Command | null): string => (command === null ? programHelp() : commandHelp(command));

function programHelp(): string {
  const commands = COMMANDS.map(({ name, input, help }): Row => [`briefdeck ${name} ${input}`, help]);
  return lines(
    'briefdeck: a Markdown briefing becomes a branded PowerPoint deck with native, editable charts',
    '',
    ...table(commands),
    '',
    'Flags of every command:',
    ...table(COMMON.map(row)),
    '',
    'Exit codes: 0 ok, 1 the input has errors (or, under --strict, warnings), 2 usage, 3 the host failed.',
  );
}

function commandHelp({ name, input, help, flags }: Command): string {
  const isOther = ({ name: common }: Flag): boolean => flags.every((flag) => flag.name !== common);
  const own = flags.length === 0 ? [] : ['Flags:', ...table(flags.map(row)), ''];
  return lines(`briefdeck ${name} ${input}`, '', help, '', ...own, 'Flags of every command:', ...table(COMMON.filter(isOther).map(row)));
}

type Row = readonly [string, string];

const row = (flag: Flag): Row => [
  `${flag.short === undefined ? '    ' : `-${flag.short}, `}${typed(flag)}${flag.value === undefined ? '' : ` ${flag.value}`}`,
  flag.help,
];

function table(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
