/** What happened when, on a line of time. */
import type { DatedEvent } from './draft.js';
import { comment, inCsv } from './escape.js';
import { withoutStop } from './shorten.js';
import { fence, type Writer } from './writer.js';

const MOST_EVENTS = 8;
const LONGEST_EVENT = 60;

/** Dates on a line of time, where there are two at least; years alone have no place on it. */
export function timelineBlocks(writer: Writer): readonly string[] {
  const dated = writer.draft.events.filter(
    ({ iso, sentence, date }) =>
      /^\d{4}-\d{2}/.test(iso) && sentence.text.length > date.text.length + (/\p{Script=Han}/u.test(sentence.text) ? 6 : 14),
  );
  const events = distinct(ofOneKind(dated.toSorted((a, b) => a.iso.localeCompare(b.iso))));
  if (events.length < 2) return [];
  const shown = events.slice(-MOST_EVENTS);
  const ids = [...new Set(shown.map(({ sentence }) => sentence.source.id))];
  return [
    `## ${writer.labels.timeline}`,
    comment(
      shown
        .map(
          (event) =>
            `${event.iso}, "${event.date.text}"${event.yearTaken ? ` (the year nearest to the source's date)` : ''} from ${writer.place(event.sentence.source, event.line)}`,
        )
        .join('; '),
    ),
    fence('timeline', [
      `source: ${ids.length === 1 ? ids[0] : `[${ids.join(', ')}]`}`,
      'data: |',
      '  date,event',
      ...shown.map((event) => `  ${event.iso},${inCsv(eventText(event))}`),
    ]),
  ];
}

/** A line of time shows either days or months; days are months too, where there are few of them, but no month is a day. */
function ofOneKind(events: readonly DatedEvent[]): readonly DatedEvent[] {
  const days = events.filter(({ iso }) => iso.length === 10);
  if (days.length === events.length || (days.length >= 3 && days.length * 2 >= events.length)) return days;
  return events.map((event) => ({ ...event, iso: event.iso.slice(0, 7) }));
}

const distinct = (events: readonly DatedEvent[]): readonly DatedEvent[] =>
  events.filter((event, index) => events.findIndex((other) => other.iso === event.iso || eventText(other) === eventText(event)) === index);

/** The clause in which the date stands, without it, cut at a word where it is long. */
export function eventText({ sentence, date }: DatedEvent): string {
  const before =
    sentence.text
      .slice(0, date.start)
      .split(/[;:—–，。；]|,\s(?!\d)/)
      .at(-1) ?? '';
  const after =
    sentence.text
      .slice(date.end)
      .split(/[;:—–，。；]|[.,](?:\s|$)/)
      .find((part) => part.trim().length > 12) ?? '';
  const lead = before
    .replace(/\b(?:on|in|of|since|by|from|until|as of|At|On|In|Since|By)\s*$/, '')
    .replace(/[在于自从]$/, '')
    .trim();
  const clause = (lead.length > 12 ? `${lead} ${after.trim()}` : after.trim() || lead || sentence.text).trim();
  const words = date.iso.length < 5 || clause.length < 15 || /\b(?:said|says|told)$|说$/.test(clause) ? sentence.text : clause;
  const text = withoutStop(words.charAt(0).toUpperCase() + words.slice(1));
  if (text.length <= LONGEST_EVENT) return text;
  const cut = text.slice(0, LONGEST_EVENT);
  return `${/\p{Script=Han}/u.test(cut) ? cut.slice(0, 24) : cut.slice(0, cut.lastIndexOf(' '))}…`;
}
