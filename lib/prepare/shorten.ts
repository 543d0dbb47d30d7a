/** Sentences made shorter by leaving words out, never by new ones: what a draft's titles are. */
import { findDates } from './dates.js';
import type { Grammar } from './grammar.js';
import { hasHedge } from './hedges.js';

const LEAD_WORD =
  /^(?:However|Yet|Indeed|Moreover|Furthermore|Meanwhile|Nevertheless|Nonetheless|Additionally|Also|Thus|Therefore|Hence|Consequently|Overall|Finally|Notably|Instead|Similarly|Likewise|But|And|So|In addition|In fact|In short|As a result|For example|For instance|Of course|On the other hand|At the same time|In other words|然而|但是|不过|此外|同时|因此|另外|事实上|总之|其次|最后)(?:[,，]\s*|(?<=[a-z])\s+|(?=\p{Script=Han}))/u;
const SUBORDINATE =
  /^(?:As|When|While|Although|Though|Amid|Amidst|Despite|After|Before|Since|Because|With|Following|Given|If|During|In|At|On|By|Under|To|Not only|Based on|Unlike|Like|Over)\b/;
const TRAILING =
  /^(?:\p{L}+ing|as|while|although|though|but|which|who|where|whereas|because|since|with|after|before|even|one of)\b|^(?:a|an|the)\s(?!.*\b(?:is|are|was|were|has|have|had|will|would|can)\b)/u;
const ASIDE =
  /^(?:which|who|whose|where|including|such as|although|while|though|however|dubbed|known|called|a|an|the|for example|for instance|in turn|\p{L}+(?:ing|ed))\b/u;
const NEGATION = /\b(?:not|never|no|without|unless|only)\b|n[’']t\b/i;

/** The sentence in at most about `room` characters where leaving out asides and clauses gets it there; the first letter is made a capital. Hedges and negations stay; of a title, whose sentence stands whole elsewhere, a clause may go with its own hedges. */
export function shortened(sentence: string, room: number, grammar: Grammar, use: 'title' | 'point'): string {
  let text = withoutStop(
    sentence
      .trim()
      .replace(LEAD_WORD, '')
      .replace(/, (?:however|too|meanwhile|in turn|of course|therefore|moreover),? /, ' '),
  );
  text = cutWhere(text, withoutBrackets, room);
  if (/\p{Script=Han}/u.test(text)) return capital(cutWhere(text, (words) => firstClauses(words, room), room));
  const spare = use === 'title' ? spareInTitle : spareInPoint;
  for (const cut of [withoutTail, withoutAside, withoutLead, withoutTail, withoutAside, withoutTail]) {
    if (text.length <= room) break;
    const shorter = cut(text, spare, grammar);
    if (shorter !== null && whole(shorter, grammar)) text = shorter;
  }
  return capital(withoutStop(text));
}

/** Without the full stop at its end. */
export const withoutStop = (text: string): string => text.replace(/(?<![.…])[.。]+([”’"]?)$/u, '$1').replace(/[，,;；]+$/, '');
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const cutWhere = (text: string, cut: (text: string) => string | null, room: number): string =>
  text.length <= room ? text : (cut(text) ?? text);

const withoutBrackets = (text: string): string | null => {
  const shorter = text.replace(/\s*[（(][^()（）]*[)）]/g, (aside) => (hasHedge(aside) || /\d/.test(aside) ? aside : ''));
  return shorter === text ? null : shorter;
};

/** May be left out: it neither hedges nor denies what is left, and no figure is lost. */
type Spare = (part: string) => boolean;
const spareInPoint: Spare = (part) => !hasHedge(part) && !NEGATION.test(part) && !/\d/.test(part);
const spareInTitle: Spare = (part) => (!hasHedge(part) || OWN_CLAUSE.test(part)) && !NEGATION.test(part) && !/\d/.test(withoutDates(part));

const withoutDates = (part: string): string => findDates(part).reduce((text, date) => text.replace(date.text, ''), part);

/** A statement of its own: what hedges it hedges no more. `as the company claims` is none. */
const OWN_CLAUSE =
  /^(?:as|while|whereas|because|since|though|although|an?|the)\s(?!.*\b(?:according|reportedly|allegedly|apparently)\b)(?:\S+\s){6,}/;

const clauses = (text: string): readonly string[] => text.split(/,\s+(?![^“"]*”)/);

function withoutLead(text: string, spare: Spare): string | null {
  const [lead = '', ...rest] = clauses(text);
  if (
    rest.length === 0 ||
    !SUBORDINATE.test(lead) ||
    !spare(lead) ||
    hasHedge(lead) ||
    TRAILING.test(rest[0] ?? '') ||
    ASIDE.test(rest[0] ?? '')
  )
    return null;
  return capital(rest.join(', '));
}

function withoutTail(text: string, spare: Spare): string | null {
  const parts = clauses(text);
  const tail = parts.at(-1) ?? '';
  if (parts.length < 2 || !TRAILING.test(tail) || !spare(tail) || isList(parts)) return null;
  return parts.slice(0, -1).join(', ');
}

/** Of `X, an aside, does Y` the aside. */
function withoutAside(text: string, spare: Spare, grammar: Grammar): string | null {
  const parts = clauses(text);
  const at = parts.findIndex(
    (part, index) =>
      index > 0 && index < parts.length - 1 && ASIDE.test(part) && spare(part) && startsWithVerb(parts[index + 1] ?? '', grammar),
  );
  if (at === -1 || isList(parts) || SUBORDINATE.test(text)) return null;
  return `${parts.slice(0, at).join(', ')}${at > 1 ? ',' : ''} ${parts.slice(at + 1).join(', ')}`;
}

function startsWithVerb(part: string, grammar: Grammar): boolean {
  const first = grammar(part).find((term) => !term.is('Adverb'));
  return first?.is('PastTense', 'PresentTense', 'Copula', 'Modal', 'Auxiliary') === true && !first.is('Gerund');
}

/** `a, b, and c`. */
const isList = (parts: readonly string[]): boolean =>
  parts.length > 2 && /^(?:and|or)\b/.test(parts.at(-1) ?? '') && parts.slice(1, -1).every((part) => part.split(' ').length < 5);

/** A sentence still: it has a verb that stands in a tense, and a subject in front of it. */
function whole(text: string, grammar: Grammar): boolean {
  const terms = grammar(text);
  const verb = terms.findIndex(
    (term) => term.is('PastTense', 'PresentTense', 'Copula', 'Modal', 'Auxiliary') && !term.is('Gerund', 'Infinitive', 'Possessive'),
  );
  return verb > 0 && terms.slice(0, verb).some((term) => term.is('Noun', 'Pronoun')) && text.split(' ').length >= 4;
}

/** Chinese clauses stand by themselves: as many of the first as there is room for, hedges included. */
function firstClauses(text: string, room: number): string | null {
  const parts = text.split(/(?<=[，；])/u);
  let kept = '';
  for (const part of parts) {
    if (kept !== '' && kept.length + part.length > room) break;
    kept += part;
  }
  const left = text.slice(kept.length);
  return hasHedge(left) || kept.length < 8 ? null : withoutStop(kept);
}
