/** Paragraphs as pptxgenjs takes them: a flat list of runs, one for each inline, the last of a paragraph ending it. */
import { type Emu, toInches } from '../../../core/units.js';
import type { Bullet, Link, Paragraph, TextInline } from '../../../scene/text.js';
import type { SlideNumbers } from './drawable.js';
import type { Run, RunOptions } from './pptxgenjs.js';

/** Lengths leave the library here: pptxgenjs takes inches, and every number of EMU survives the way there and back. */
export const inch = (value: Emu): number => toInches(value);

/** What stands for a line break until the patch `line-breaks` puts one there. */
const BREAK = '|';

/** The runs of a text; fresh objects, for pptxgenjs writes into those that it is given. */
export const runsOf = (paragraphs: readonly Paragraph[], numbers: SlideNumbers): Run[] =>
  paragraphs.flatMap((item, index) => paragraphRuns(item, index + 1 < paragraphs.length, numbers));

/** Only the first run of a paragraph names its bullet: pptxgenjs begins a new paragraph with every run that has one. */
function paragraphRuns(item: Paragraph, more: boolean, numbers: SlideNumbers): Run[] {
  const runs = item.inlines.length === 0 ? [{ text: '', options: {} }] : item.inlines.map((inline) => runOf(inline, numbers));
  return runs.map(({ text, options }, index) => ({
    text,
    options: {
      ...options,
      ...paragraphOptions(item),
      ...(index === 0 ? bulletOptions(item.bullet) : {}),
      breakLine: more && index + 1 === runs.length,
    },
  }));
}

const paragraphOptions = (item: Paragraph): RunOptions => ({
  indentLevel: item.level,
  ...(item.align ? { align: item.align } : {}),
  ...(item.spaceBefore === null ? {} : { paraSpaceBefore: item.spaceBefore }),
  ...(item.rightToLeft ? { rtlMode: true } : {}),
});

function bulletOptions(bullet: Bullet): RunOptions {
  if (bullet.kind === 'number') return { bullet: { type: 'number', style: bullet.scheme, numberStartAt: bullet.startAt } };
  if (bullet.kind === 'line') return { bullet: { type: 'number', style: 'arabicPlain', numberStartAt: bullet.number } };
  if (bullet.kind === 'character') return { bullet: true };
  return {};
}

function runOf(inline: TextInline, numbers: SlideNumbers): { readonly text: string; readonly options: RunOptions } {
  if (inline.type === 'break') return { text: BREAK, options: {} };
  if (inline.type === 'equation') return { text: inline.equation.text, options: { lang: inline.lang } };
  if (inline.type === 'field') return { text: inline.text, options: { lang: inline.lang } };
  return {
    text: inline.text,
    options: {
      lang: inline.lang,
      ...(inline.bold ? { bold: true } : {}),
      ...(inline.italic ? { italic: true } : {}),
      ...(inline.strike ? { strike: 'sngStrike' } : {}),
      ...(inline.underline ? { underline: { style: 'sng' } } : {}),
      ...(inline.baseline === 'none' ? {} : { [inline.baseline]: true }),
      ...(inline.size === null ? {} : { fontSize: inline.size }),
      ...(inline.link ? { hyperlink: hyperlink(inline.link, numbers) } : {}),
    },
  };
}

const hyperlink = (link: Link, numbers: SlideNumbers): NonNullable<RunOptions['hyperlink']> =>
  link.kind === 'url' ? { url: link.url, tooltip: link.tooltip } : { slide: numbers.get(link.slide) ?? 0, tooltip: link.tooltip };
