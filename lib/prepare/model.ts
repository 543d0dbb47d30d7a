/** Titles and groups by a language model, over any API that speaks OpenAI's chat completions (https://platform.openai.com/docs/api-reference/chat). */
import { z } from 'zod';
import { diagnostic, type Sink } from '../core/diagnostic.js';
import { sourceText, spanAt } from '../core/source.js';
import { postJson } from '../host/post.js';
import type { Draft, DraftSlide, Point } from './draft.js';
import type { Grammar } from './grammar.js';
import { type Grounds, groundsOf, unfounded } from './grounds.js';
import { hedgeOf } from './hedges.js';
import type { Sentence } from './sentences.js';
import { withoutStop } from './shorten.js';

/** Which model, and where. */
export interface ModelOptions {
  readonly name: string;
  /** The API's address, `/chat/completions` left out: `https://api.deepseek.com`. */
  readonly url: string;
  /** Sent as a bearer token; none for services that want none. */
  readonly key?: string;
  /** How long an answer may take, in milliseconds; default 120,000. */
  readonly timeout?: number;
}

const answerSchema = z.object({ slides: z.array(z.object({ title: z.string(), points: z.array(z.int()) })).min(1) });
const replySchema = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) });

const TIMEOUT = 120_000;
/** Characters of an answer; more is no answer. */
const LONGEST_ANSWER = 400_000;
const LONGEST_TITLE = 140;

const TASK = `You edit slides. You get numbered sentences of a source, grouped into slides. Give each slide a message title: one plain sentence of at most 90 characters in the language of the sentences, in sentence case, that says what the slide shows. You may move sentences between slides and change their order; use every number once. Use only figures and names that stand in the sentences of that slide, written as they are there. Where the sentences hedge (claims, estimates, doubts), so does the title. Answer with JSON only: {"slides": [{"title": "…", "points": [1, 2]}]}`;

/** The draft with what the model made of its slides; what does not stand in the source is refused and told, and the draft's own title stays. Without an answer the draft stays as it is. */
export async function phrased(draft: Draft, model: ModelOptions, grammar: Grammar, sink: Sink): Promise<Draft> {
  const full = withTitleSentences(draft, grammar);
  const points = full.slides.flatMap((slide) => slide.points);
  const file = draft.sources[0]?.file ?? '';
  const warn = (code: string, message: string, ...hints: readonly string[]): void =>
    sink(diagnostic('warning', code, message, spanAt(sourceText(file, ''), 0, 0), ...hints));
  const answer = await ask(model, promptOf(full, points));
  if (typeof answer === 'string') {
    warn('prepare/model-failed', `the model "${model.name}" gave no usable answer: ${answer}`, 'the draft is the one made without a model');
    return draft;
  }
  return { ...draft, slides: withTitles(full, answer, points, groundsOf(draft.sources, draft.lang, grammar), warn) };
}

/** A title of the model's own leaves its sentence behind: it is a point like the others. */
function withTitleSentences(draft: Draft, grammar: Grammar): Draft {
  const pointOf = (sentence: Sentence): Point => ({
    sentence,
    text: withoutStop(sentence.text),
    hedge: hedgeOf(sentence.text, draft.lang, grammar),
  });
  const slides = draft.slides.map((slide) => {
    const missing = slide.title.sentences.filter((sentence) => !slide.points.some((point) => point.sentence === sentence));
    return { ...slide, points: [...missing.map(pointOf), ...slide.points] };
  });
  return { ...draft, slides };
}

/** A slide that keeps a title of the source's does not say its sentence twice. */
function onceOnly(slide: DraftSlide): DraftSlide {
  const rest = slide.points.filter(({ sentence }) => !slide.title.sentences.includes(sentence));
  return slide.title.by === 'source' && rest.length > 0 ? { ...slide, points: rest } : slide;
}

function promptOf({ slides }: Draft, points: readonly Point[]): string {
  return slides
    .map((slide, index) =>
      [
        `Slide ${index + 1}${slide.heading === '' ? '' : ` (${slide.heading})`}: ${slide.title.text}`,
        ...slide.points.map((point) => `${points.indexOf(point) + 1}. ${point.sentence.text}`),
      ].join('\n'),
    )
    .join('\n\n');
}

type Answer = z.infer<typeof answerSchema>;

/** The answer, or why there is none. */
async function ask({ name, url, key, timeout = TIMEOUT }: ModelOptions, prompt: string): Promise<Answer | string> {
  const body = {
    model: name,
    temperature: 0,
    response_format: { type: 'json_object' },
    messages: [
      { role: 'system', content: TASK },
      { role: 'user', content: prompt },
    ],
  };
  const options = { timeout, longest: LONGEST_ANSWER, ...(key ? { key } : {}) };
  const answer = await postJson(`${url.replace(/\/+$/, '')}/chat/completions`, body, options);
  return 'reason' in answer ? answer.reason : read(answer.text);
}

function read(text: string): Answer | string {
  const reply = replySchema.safeParse(json(text));
  if (!reply.success) return 'it is no chat completion';
  const content = reply.data.choices[0]?.message.content ?? '';
  const answer = answerSchema.safeParse(json(content.replace(/^[^{]*|[^}]*$/g, '')));
  return answer.success ? answer.data : 'it is not the JSON that was asked for';
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Warn = (code: string, message: string, ...hints: readonly string[]) => void;

function withTitles(draft: Draft, answer: Answer, points: readonly Point[], grounds: Grounds, warn: Warn): readonly DraftSlide[] {
  const used = new Set<number>();
  const slides = answer.slides.flatMap(({ title, points: numbers }, index): readonly DraftSlide[] => {
    const own = numbers.filter((number) => points[number - 1] && !used.has(number));
    const strange = numbers.filter((number) => !points[number - 1]);
    if (strange.length > 0) warn('prepare/model-point', `the model names the sentence ${strange.join(', ')}, which is not there`);
    for (const number of own) used.add(number);
    const chosen = own.flatMap((number) => points[number - 1] ?? []);
    const [first] = chosen;
    if (!first) return [];
    const origin = draft.slides.find((slide) => slide.points.includes(first)) ?? draft.slides[Math.min(index, draft.slides.length - 1)];
    return [
      {
        section: origin?.section ?? '',
        heading: origin?.heading ?? '',
        title: titleOf(title, chosen, origin, grounds, warn),
        points: chosen,
      },
    ];
  });
  const left = points.filter((_, index) => !used.has(index + 1));
  return keepLeft(slides, left, draft).map(onceOnly);
}

/** The model's title, where all of it stands in the source; else that of the draft. */
function titleOf(
  text: string,
  points: readonly Point[],
  origin: DraftSlide | undefined,
  grounds: Grounds,
  warn: Warn,
): DraftSlide['title'] {
  const title = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.。]$/, '');
  const own = origin?.title ?? { text: points[0]?.text ?? '', sentences: [], by: 'source' as const };
  const sentences = [...new Set([...points.map(({ sentence }) => sentence), ...own.sentences])];
  const wrong =
    title === '' || title.length > LONGEST_TITLE
      ? { code: 'prepare/model-title', what: `it has ${title.length} characters` }
      : unfounded(title, sentences, grounds);
  if (!wrong) return { text: title, sentences, by: 'model' };
  warn(wrong.code, `the model's title "${title.slice(0, LONGEST_TITLE)}" is refused: ${wrong.what}`, `the slide keeps "${own.text}"`);
  return own;
}

/** Sentences that the model left out stay: behind the sentences that they stood with. */
function keepLeft(slides: readonly DraftSlide[], left: readonly Point[], draft: Draft): readonly DraftSlide[] {
  const homes = new Map(left.map((point) => [point, draft.slides.find((slide) => slide.points.includes(point))]));
  const kept = slides.map((slide) => {
    const late = left.filter((point) => homes.get(point)?.points.some((other) => slide.points.includes(other)) && homes.delete(point));
    return { ...slide, points: [...slide.points, ...late] };
  });
  const lost = draft.slides.flatMap((slide) => {
    const own = slide.points.filter((point) => homes.has(point));
    return own.length === 0 ? [] : [{ ...slide, points: own }];
  });
  return [...kept, ...lost];
}
