/** What a briefing says of figures that its charts draw: where they come from, and whether they are sure. */
import { type Block, type Briefing, blocksOf, type Slide } from '../briefing/briefing.js';
import type { Status } from '../briefing/inline.js';
import { type BlockClaim, type BlockFigure, type Kinds, kindOf } from '../briefing/kind.js';
import { diagnostic, type Sink } from '../core/diagnostic.js';
import { figuresIn } from '../plot/figure.js';
import { citationsOfSlide, claimsOfSlide } from './sources.js';

/** Says which charts name no source, and which figures they draw as sure that the briefing doubts elsewhere. */
export function tellDoubts(briefing: Briefing, kinds: Kinds, sink: Sink): void {
  const slides = briefing.sections.flatMap((section) => section.slides);
  const doubted = slides.flatMap((slide) => claimsOfSlide(slide, kinds).filter(({ status }) => DOUBTFUL.has(status)));
  for (const slide of slides) {
    for (const block of blocksOf(slide)) {
      if (!kindOf(block, kinds).drawn) continue;
      if (briefing.sources.length > 0) tellSource(block, slide, kinds, sink);
      if (doubted.length > 0) tellStanding(block, doubted, kinds, sink);
    }
  }
}

/** A chart may name its source itself, or stand on a slide that does. */
function tellSource(block: Block, slide: Slide, kinds: Kinds, sink: Sink): void {
  if (citationsOfSlide(slide, kinds).length > 0) return;
  const hint = 'write "source: id", the id of an entry of "sources:"';
  sink(diagnostic('warning', 'chart/no-source', 'the chart does not say where its figures come from', block.span, hint));
}

/** Statuses under which a figure is drawn otherwise than a confirmed one. */
const DOUBTFUL: ReadonlySet<Status> = new Set(['reported', 'claimed', 'estimated', 'disputed']);

function tellStanding(block: Block, doubted: readonly BlockClaim[], kinds: Kinds, sink: Sink): void {
  const claims = doubted.filter(({ span }) => span.file !== block.span.file || !within(span, block.span));
  for (const figure of kindOf(block, kinds).drawn?.(block) ?? []) {
    const claim = isTelling(figure.value) ? claims.find((item) => isSame(figure, item)) : undefined;
    if (!claim) continue;
    const where = `line ${claim.span.start.line}`;
    const message = `${figure.printed} is drawn as confirmed, and is ${claim.status} in ${where}: "${claim.text}"`;
    sink(diagnostic('warning', 'chart/disputed-as-confirmed', message, figure.span, `write "${claim.status}" in a column "status"`));
  }
}

const within = (inner: BlockClaim['span'], outer: Block['span']): boolean =>
  inner.start.offset >= outer.start.offset && inner.end.offset <= outer.end.offset;

/** A figure of one digit is met everywhere by chance. */
const isTelling = (value: number): boolean => Math.abs(value) >= 1000 || /[1-9]\d*[1-9]/.test(String(Math.abs(value)).replace('.', ''));

/** The same amount in the same unit, of the same source; where one of the two names none, of the same thing by their words. */
function isSame(figure: BlockFigure, claim: BlockClaim): boolean {
  const known = claim.source !== '' && figure.sources.length > 0;
  if (known ? !figure.sources.includes(claim.source) : !sharesWord(figure.words, claim.text)) return false;
  return figuresIn(claim.text).some(
    ({ value, magnitude, sign }) =>
      (sign === figure.sign || ((sign === '' || figure.sign === '') && sign !== '%' && figure.sign !== '%')) &&
      Math.abs(value * magnitude - figure.value) <= Math.abs(figure.value) * 1e-9,
  );
}

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/\p{L}[\p{L}\d-]{3,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2,}/gu) ?? [];

const sharesWord = (a: string, b: string): boolean => {
  const other = new Set(wordsOf(b));
  return wordsOf(a).some((word) => other.has(word));
};
