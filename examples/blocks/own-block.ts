/**
 * A kind of block of your own: a fence named `people`, a person a line, drawn as running text that flows, shrinks and splits as lists do.
 * Run it with Node 24 or later, or any TypeScript runner; it writes `own-block.pptx`.
 */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { type Block, buildDeck, defineBlock, type Inline } from '../../lib/index.js';

interface PeopleBlock extends Block {
  readonly kind: 'people';
  /** A person each: `**Name**, what they do`. */
  readonly people: readonly (readonly Inline[])[];
}

/** ```` ```people ````: a line is `Name: what they do`, and may cite and mark claims as all text may. */
export const people = defineBlock<PeopleBlock>({
  name: 'people',
  flow: 'text',
  parse(node, context) {
    if (node.type !== 'code' || node.language !== 'people') return null;
    const lines = node.text.split('\n').filter((line) => line.trim() !== '');
    const said = lines.map((line) => line.replace(/^\s*([^:]+):\s*/, (_, name: string) => `**${name.trim()}**, `));
    return { kind: 'people', span: node.span, people: said.map((line) => context.inlines(line, node.span)) };
  },
  citations: () => [],
  claims: () => [],
  paragraphs: (block, context) =>
    block.people.map((inlines) => ({
      paragraph: context.paragraph(inlines),
      inlines,
      number: null,
      heading: null,
      keepWithNext: false,
    })),
});

const briefing = `## One founder and one fund stand behind DeepSeek

\`\`\`people
Liang Wenfeng: founder of High-Flyer and chief executive of DeepSeek
High-Flyer: the hedge fund that owns and pays for it
\`\`\`
`;

/** The deck of this example. */
export const build = () => buildDeck(briefing, { blocks: [people] });

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { pptx } = await build();
  if (pptx) await writeFile('own-block.pptx', pptx);
}
