/** The reference page of the rules, made of what they say of themselves. */
import { rules } from './rules/index.js';

const SWITCHES = `Levels: *error* (\`build\` writes no deck), *warning* (\`--strict\` fails), *info*, *off*. They are set

- in front matter: \`check: {figure/no-source: off, title/repeated: error}\`,
- for a folder in \`briefdeck.config.yaml\`, under the same key; front matter comes first,
- beside the line: \`<!-- check-disable-line figure/no-source -->\` at its end, \`<!-- check-disable-next-line … -->\` above it, and
  \`<!-- check-disable … -->\` to \`<!-- check-enable … -->\` for what stands between. Without a name all rules are meant; a reason may follow behind \`--\`. In
  front matter and fences the same words stand behind \`#\`.

Other diagnostics that are no errors are switched the same way, by the code that they are told with.`;

/** Markdown; `lib/check/README.md` holds it. */
export const rulesReference = (): string =>
  [
    '# The rules of `briefdeck check`',
    'This page is made of the rules (`reference.ts`): one file each in `rules/`, in the order of `rules/index.ts`.',
    SWITCHES,
    [
      '| rule | level | | what must hold |',
      '|:--|:--|:--|:--|',
      ...rules.map((rule) => `| [\`${rule.code}\`](#${anchor(rule.code)}) | ${rule.level} | ${marksOf(rule).join(', ')} | ${rule.about} |`),
    ].join('\n'),
    ...rules.map(
      (rule) =>
        `## ${rule.code}\n\n${rule.about} ${rule.why}${rule.accessibility ? `\n\nPowerPoint’s Accessibility Checker: *${rule.accessibility}*.` : ''}`,
    ),
  ].join('\n\n') + '\n';

const marksOf = ({ fixes, builds }: (typeof rules)[number]): readonly string[] => [
  ...(fixes ? ['`--fix`'] : []),
  ...(builds ? ['in builds'] : []),
];

/** As GitHub makes it of a heading. */
const anchor = (code: string): string => code.replace('/', '');
