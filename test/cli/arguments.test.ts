import { describe, expect, test } from 'vitest';
import { readArguments } from '../../lib/cli/arguments.js';
import { COMMANDS, LATER_COMMANDS, LATER_COMMON, typed } from '../../lib/cli/commands.js';

const settings = (...argv: string[]) => {
  const request = readArguments(argv);
  if (request.ask !== 'run') throw new Error(`asks for ${request.ask}`);
  return request.settings;
};
const refusal = (...argv: string[]) => {
  try {
    readArguments(argv);
  } catch (error) {
    return error;
  }
  return null;
};

describe('what is understood', () => {
  test('flags before and behind the command and the inputs', () => {
    const all = [
      '--strict',
      'build',
      'a.md',
      '-o',
      'out/',
      '--size=4:3',
      'b.md',
      '--template',
      'acme',
      '--format',
      'json',
      '--no-color',
      '--quiet',
    ];
    expect(settings(...all)).toEqual({
      inputs: ['a.md', 'b.md'],
      output: 'out/',
      template: 'acme',
      templateSlides: null,
      size: '4:3',
      pictures: null,
      fonts: [],
      allowRemote: [],
      pictureDpi: null,
      audience: null,
      draft: false,
      notes: null,
      vars: {},
      cache: true,
      model: null,
      force: false,
      strict: true,
      quiet: true,
      format: 'json',
      config: null,
      fix: false,
      claims: null,
      color: false,
    });
  });

  test('what is accepted from the start, and words that look like numbers', () => {
    const given = settings('build', '2024', '--no-cache', '--jobs', '4', '--force', '--color');
    expect(given).toMatchObject({ inputs: ['2024'], color: true, cache: false });
  });

  test('hosts, each with a flag of its own or with commas between them', () => {
    const hosts = settings('check', 'a', '--allow-remote', 'a.org', '--allow-remote=b.org,*.c.org', '--picture-dpi', '150');
    expect(hosts).toMatchObject({ inputs: ['a'], allowRemote: ['a.org', 'b.org', '*.c.org'], pictureDpi: 150 });
  });

  test('standard input, standard output, and names that start with a dash', () => {
    expect(settings('build', '-', '-o', '-')).toMatchObject({ inputs: ['-'], output: '-' });
    expect(settings('build', '--', '-a.md', '--strict')).toMatchObject({ inputs: ['-a.md', '--strict'], strict: false });
  });

  test('fonts may be many', () => expect(settings('build', 'a', '--font', 'x.ttf', '--font=y.otf').fonts).toEqual(['x.ttf', 'y.otf']));

  test('the last of two counts', () => expect(settings('build', 'a', '-o', 'x/', '--output', 'y/').output).toBe('y/'));

  test('help and version', () => {
    expect(readArguments(['--help'])).toEqual({ ask: 'help', command: null });
    expect(readArguments(['build', '-h'])).toMatchObject({ ask: 'help', command: { name: 'build' } });
    expect(readArguments(['--version'])).toEqual({ ask: 'version' });
  });
});

describe('what is refused', () => {
  const flags = COMMANDS.flatMap((command) => [...command.later, ...LATER_COMMON].map((flag) => ({ command: command.name, flag })));
  test.each(flags)('$command --$flag.name is not available yet', ({ command, flag }) => {
    const value = flag.value === undefined ? [] : ['x'];
    expect(refusal(command, 'a', typed(flag), ...value)).toMatchObject({ message: `${typed(flag)} is not available yet` });
  });

  test.each(LATER_COMMANDS)('%s is not available yet, whatever stands behind it', (command) => {
    expect(refusal(command, 'x', '--png', '--help')).toMatchObject({ message: `${command} is not available yet` });
  });

  test.each([
    [['build', 'a', '--format', 'sarif'], /"sarif" is none of text, json, ndjson/, []],
    [['build', 'a', '--template-slides', 'behind'], /"behind" is none of before, after/, undefined],
    [['biuld', 'a'], 'unknown command "biuld"', ['did you mean "build"?']],
    [['a.md'], '"a.md" is no command', ['briefdeck build a.md builds it']],
    [['build', 'a', '--templat', 'x'], 'unknown flag --templat', ['did you mean --template?']],
    [['verify', 'a', '--size', '4:3'], 'unknown flag --size', undefined],
    [['build', 'a', '-x'], 'unknown flag -x', undefined],
    [['build', 'a', '--format', 'jsno'], /"jsno" is none of text, json, ndjson/, ['did you mean "json"?']],
    [['build', 'a', '--size', '16x9'], /"16x9" is none of/, ['did you mean "16:9"?']],
    [['build', 'a', '--jobs', '0'], /not a whole number/, []],
    [['build', 'a', '-o'], '-o needs a value: FILE.pptx|DIR/', []],
    [['build', 'a', '-o', '--strict'], /-o needs a value/, []],
    [['build', 'a', '--output='], /needs a value/, []],
    [['build', 'a', '--strict=no'], /takes no value/, []],
    [['render', 'a'], 'render needs --png, --svg or --sheet', []],
    [['render', 'a', '--png', '--svg'], '--png and --svg cannot stand together', undefined],
    [['build'], 'build needs <briefing…>', undefined],
    [[], 'a command is missing', undefined],
    [['--strict'], 'a command is missing', undefined],
  ])('%j', (argv, message, hints) => {
    const error = refusal(...argv);
    expect(error).toMatchObject({ name: 'UsageError', ...(hints ? { hints } : {}) });
    expect(error).toHaveProperty('message', typeof message === 'string' ? message : expect.stringMatching(message));
  });
});
