/** A briefing as a few lines of text, to hold against what is expected. */
import type { Block } from '../../lib/briefing/briefing.js';
import { type Inline, inlineText } from '../../lib/briefing/inline.js';
import type { Node } from '../../lib/briefing/node.js';
import { type NodeBlock, read } from './support.js';

const words = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.type === 'image' ? `![${inline.alt}]` : inlineText([inline]))).join('');

/** A node in one line: `list(a, b)`. */
export function nodeLine(node: Node): string {
  switch (node.type) {
    case 'paragraph':
      return words(node.inlines);
    case 'heading':
      return `h${node.depth} ${words(node.inlines)}`;
    case 'image':
      return `image(${node.source}${node.alt ? ` "${node.alt}"` : ''}${node.title.length > 0 ? ` '${words(node.title)}'` : ''})`;
    case 'list': {
      const mark = node.ordered ? `${node.start}.` : '-';
      const items = node.items.map(
        (item) => `${item.checked === null ? '' : item.checked ? '[x] ' : '[ ] '}${item.children.map(nodeLine).join(' / ')}`,
      );
      return `${mark}(${items.join(', ')})`;
    }
    case 'table':
      return `table${node.directive ? `<${node.directive}>` : ''}(${[node.header, ...node.rows].map((row) => row.map((cell) => words(cell.inlines)).join('|')).join(', ')})`;
    case 'quote':
      return `quote${node.callout ? ` ${node.callout}` : ''}(${node.children.map(nodeLine).join(' / ')})`;
    case 'code':
      return `code ${node.language}(${node.text.replaceAll('\n', '⏎')})`;
    case 'div':
      return `div ${node.name}(${node.children.map(nodeLine).join(' / ')})`;
    default:
      return node.type;
  }
}

const blockLine = (block: Block): string => nodeLine((block as NodeBlock).node);

/** Title, sections, slides: `# section [key]`, `## title [key]`, `- block`, `|` between columns, `n: notes`. */
export function outlineOf(text: string): readonly string[] {
  const { briefing } = read(text);
  const lines = briefing.meta.title.length > 0 ? [`= ${words(briefing.meta.title)}`] : [];
  const notes = (blocks: readonly Block[]): readonly string[] => blocks.map((block) => `n: ${blockLine(block)}`);
  for (const section of briefing.sections) {
    if (section.title.length > 0) lines.push(`# ${words(section.title)} [${section.key}]`);
    lines.push(...notes(section.notes));
    for (const slide of section.slides) {
      lines.push(
        `## ${words(slide.title)}${slide.continued ? ' …' : ''} [${slide.key}]${slide.hidden ? ' hidden' : ''}${slide.layout ? ` layout=${slide.layout}` : ''}`,
      );
      slide.columns.forEach((column, index) => {
        if (slide.columns.length > 1) lines.push(`| ${index + 1}${column.width === null ? '' : ` ${column.width}`}`);
        lines.push(...column.blocks.map((block) => `- ${blockLine(block)}`));
      });
      lines.push(...notes(slide.notes));
    }
  }
  return lines;
}
