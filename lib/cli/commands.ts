/** The commands and flags: what is built, and what the interface names but is not built yet. */

/** A flag as the help shows it and the parser takes it. */
export interface Flag {
  /** Without dashes: `output`. */
  readonly name: string;
  /** One letter: `o`. */
  readonly short?: string;
  /** What stands behind it: `N`; none for a switch. */
  readonly value?: string;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** May stand more than once. */
  readonly many?: true;
  /** A switch that is on unless `--no-name` is given; the help shows that form. */
  readonly negative?: true;
  readonly help: string;
}

export interface Command {
  readonly name: string;
  /** What it works on, as the help shows it; in square brackets where it may be left out. */
  readonly input: string;
  readonly help: string;
  readonly flags: readonly Flag[];
  /** Flags of the interface that are refused. */
  readonly later: readonly Flag[];
}

const later = (name: string, value?: string): Flag => ({ name, help: '', ...(value === undefined ? {} : { value }) });

export const FORMATS = ['text', 'json', 'ndjson'] as const;
export const TEMPLATE_SLIDES = ['before', 'after'] as const;
export const SIZES = ['16:9', '4:3', 'A4'] as const;
/** What `check` prints besides. */
export const CHECK_FORMATS = [...FORMATS, 'sarif', 'github'] as const;

/** Flags of every command. */
export const COMMON: readonly Flag[] = [
  { name: 'config', value: 'FILE', help: 'settings; default: the nearest briefdeck.config.yaml above the briefing' },
  { name: 'strict', help: 'exit with 1 on warnings too' },
  { name: 'format', value: FORMATS.join('|'), choices: FORMATS, help: 'how results are printed; default text' },
  { name: 'quiet', help: 'print errors only' },
  { name: 'color', help: 'colours, also where there is no terminal; --no-color: none' },
  { name: 'help', short: 'h', help: 'this text' },
  { name: 'version', short: 'v', help: 'the version' },
];
export const LATER_COMMON: readonly Flag[] = [];

const DECK: readonly Flag[] = [
  { name: 'template', value: 'NAME|DIR|POTX', help: "the template; default: the briefing's, else meridian" },
  { name: 'size', value: SIZES.join('|'), choices: SIZES, help: "the slides' size; default: the briefing's, else 16:9" },
  { name: 'font', value: 'FILE', many: true, help: 'a font to measure and draw with, by its family; may be repeated' },
  { name: 'jobs', value: 'N', help: 'how many decks at once, at most; today one after the other' },
  { name: 'cache', negative: true, help: 'prepare pictures afresh; else those of earlier runs are taken' },
  {
    name: 'allow-remote',
    value: 'HOST',
    many: true,
    help: 'a host that pictures may be fetched from; may be given again',
  },
  { name: 'audience', value: 'NAME', help: "for whom the deck is, of the briefing's audiences; it is named so" },
  { name: 'var', value: 'KEY=VALUE', many: true, help: "a variable, in place of the briefing's own; may be given again" },
  { name: 'picture-dpi', value: 'N', help: 'pixels an inch that the deck keeps of pictures, 72 to 600; default 220' },
];

export const COMMANDS: readonly Command[] = [
  {
    name: 'build',
    input: '<briefing…>',
    help: 'build decks from briefings: files, globs, folders, or - for standard input',
    flags: [
      { name: 'output', short: 'o', value: 'FILE.pptx|DIR/', help: 'where the deck goes; default: beside the briefing' },
      ...DECK,
      {
        name: 'template-slides',
        value: 'before|after',
        choices: TEMPLATE_SLIDES,
        help: 'where the slides of a .potx go; default: nowhere',
      },
      { name: 'draft', help: 'a deck in spite of errors, NAME.draft.pptx, that shows each of them' },
      { name: 'notes', value: 'FILE.md', help: 'speaker notes: each heading names a slide by its title or key' },
      { name: 'force', help: 'overwrite a deck changed by hand; today every deck is overwritten' },
    ],
    later: [later('watch'), later('merge', 'DATA.csv'), later('max-size', '10MB')],
  },
  {
    name: 'check',
    input: '<briefing…>',
    help: 'whether briefings can be trusted: rules, claims, sources; writes no deck',
    flags: [
      { name: 'fix', help: 'mend in the briefing what is certain, then tell the rest' },
      { name: 'claims', value: 'FILE.csv', help: 'write every claim into a table' },
      { name: 'format', value: CHECK_FORMATS.join('|'), choices: CHECK_FORMATS, help: 'how results are printed; default text' },
      ...DECK,
    ],
    later: [later('watch')],
  },
  {
    name: 'render',
    input: '<briefing…>',
    help: 'draw the slides of briefings, without Office and without a browser',
    flags: [
      { name: 'output', short: 'o', value: 'DIR', help: 'where the pictures go; default: beside the briefing' },
      { name: 'png', help: 'a PNG for each slide' },
      { name: 'svg', help: 'an SVG for each slide' },
      { name: 'sheet', help: 'all slides on one PNG' },
      ...DECK,
    ],
    later: [later('pdf'), later('charts'), later('layout', 'notes|2up|3up')],
  },
  {
    name: 'verify',
    input: '<deck.pptx…>',
    help: 'what would make PowerPoint offer a repair, for any deck',
    flags: [],
    later: [later('fix'), { ...later('output', 'FILE'), short: 'o' }, later('leaks')],
  },
  { name: 'cache', input: 'clean', help: 'remove the pictures that earlier runs have prepared', flags: [], later: [] },
  {
    name: 'template',
    input: '<action…>',
    help: 'list our templates, show NAME: every layout; doctor or import a FILE.potx',
    flags: [
      {
        name: 'output',
        short: 'o',
        value: 'FILE.png|FILE.pptx|DIR',
        help: 'where it goes; default: NAME.png, or a folder named as the file',
      },
      { name: 'size', value: SIZES.join('|'), choices: SIZES, help: "the slides' size; default 16:9" },
      { name: 'font', value: 'FILE', many: true, help: 'a font to measure and draw with, by its family; may be repeated' },
    ],
    later: [],
  },
  {
    name: 'prepare',
    input: '<source…>',
    help: 'draft a briefing out of text, Markdown, HTML or DOCX, with its places',
    flags: [
      {
        name: 'output',
        short: 'o',
        value: 'FILE.md',
        help: 'where the briefing goes; default: standard output',
      },
      {
        name: 'model',
        value: 'NAME',
        help: 'a model phrases titles; OPENAI_BASE_URL, OPENAI_API_KEY say where; default: none',
      },
      { name: 'force', help: 'replace a briefing that is there already' },
    ],
    later: [],
  },
  {
    name: 'new',
    input: '[name]',
    help: 'a starter that builds at once: a folder, or one file NAME.md',
    flags: [],
    later: [],
  },
];

/** Commands of the interface that are refused. */
export const LATER_COMMANDS: readonly string[] = ['preview'];

/** What `render` draws; each is a flag. */
export const PICTURES = ['png', 'svg', 'sheet'] as const;

/** A flag as it is typed. */
export const typed = (flag: Flag): string => (flag.negative ? `--no-${flag.name}` : `--${flag.name}`);
