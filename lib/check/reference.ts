/** The reference page of the rules, made of what they say of themselves. */
import type { Rule } from './rule.js';
import { rules } from './rules/index.js';

const SWITCHES = `Levels: *error* (\`build\` writes no deck), *warning* (\`--strict\` fails), *info*, *off*. They are set

- in front matter: \`check: {figure/no-source: off, title/repeated: error}\`,
- for a folder in \`briefdeck.config.yaml\`, under the same key; front matter comes first,
- beside the line: \`<!-- check-disable-line figure/no-source -->\` at its end, \`<!-- check-disable-next-line … -->\` above it, and
  \`<!-- check-disable … -->\` to \`<!-- check-enable … -->\` for what stands between. Without a name all rules are meant; a reason may follow behind \`--\`. In
  front matter and fences the same words stand behind \`#\`.

Other diagnostics that are no errors are switched the same way, by the code that they are told with.`;

/** Markdown; `lib/check/README.md` holds it. */
export const rulesReference = (): string => `${[HEAD, SWITCHES, table(), ...rules.map(entry)].join('\n\n')}\n`;

const HEAD = `# The rules of \`briefdeck check\`

This page is made of the rules (\`reference.ts\`): one file each in \`rules/\`, in the order of \`rules/index.ts\`.`;

const table = (): string => ['| rule | level | | what must hold |', '|:--|:--|:--|:--|', ...rules.map(row)].join('\n');

const row = (rule: Rule): string =>
  `| [\`${rule.code}\`](#${anchor(rule.code)}) | ${rule.level} | ${marksOf(rule).join(', ')} | ${rule.about} |`;

function entry({ code, about, why, accessibility }: Rule): string {
  const named = accessibility === undefined ? '' : `\n\nPowerPoint’s Accessibility Checker: *${accessibility}*.`;
  return `## ${code}\n\n${about} ${why}${named}`;
}

const marksOf = ({ fixes, builds }: Rule): readonly string[] => [...(fixes ? ['`--fix`'] : []), ...(builds ? ['in builds'] : [])];

/** As GitHub makes it of a heading. */
const anchor = (code: string): string => code.replace('/', '');
