/** People, organisations and products of a text, by how it writes of them. */
import type { Language } from './figures.js';
import type { Term } from './grammar.js';
import type { Sentence } from './sentences.js';

export type NameKind = 'person' | 'organisation' | 'product' | 'place' | 'name';

/** A name and what it seems to be; `name` where the text does not tell. */
export interface Name {
  readonly text: string;
  readonly kind: NameKind;
  /** How often it is named. */
  readonly count: number;
  /** Where it is named first. */
  readonly sentence: Sentence;
  readonly line: number;
}

interface Mention {
  readonly text: string;
  readonly kind: NameKind;
  readonly sentence: Sentence;
  readonly at: number;
}

/** The names of the sentences, the most frequent first; places are among them. */
export function namesOf(sentences: readonly Sentence[], language: Language): readonly Name[] {
  const mentions = sentences.flatMap((sentence) =>
    language.lang.startsWith('zh') ? chineseMentions(sentence) : mentionsIn(sentence, language),
  );
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) groups.set(mention.text, [...(groups.get(mention.text) ?? []), mention]);
  const names = [...groups.values()].flatMap((group): readonly Name[] => {
    const [first] = group;
    if (!first) return [];
    return [
      {
        text: first.text,
        kind: kindOf(group) === 'name' ? besideKnown(group, groups) : kindOf(group),
        count: group.length,
        sentence: first.sentence,
        line: first.sentence.lineOf(first.at),
      },
    ];
  });
  return withSurnames(names).toSorted((a, b) => b.count - a.count || a.sentence.index - b.sentence.index);
}

const ORDER: readonly NameKind[] = ['person', 'organisation', 'product', 'place', 'name'];

/** What most mentions that tell say. */
function kindOf(group: readonly Mention[]): NameKind {
  const telling = group.filter(({ kind }) => kind !== 'name');
  const votes = ORDER.map((kind) => telling.filter((mention) => mention.kind === kind).length);
  const most = Math.max(...votes);
  return most === 0 ? 'name' : (ORDER[votes.indexOf(most)] ?? 'name');
}

/** `Tencent and ByteDance`: of one kind. */
function besideKnown(group: readonly Mention[], groups: ReadonlyMap<string, readonly Mention[]>): NameKind {
  for (const { sentence, at } of group) {
    const before = /([\p{Lu}][\p{L}\d.-]*(?:\s\p{Lu}[\p{L}\d.-]*)*)(?:,|,?\s(?:and|or))\s$/u.exec(sentence.text.slice(0, at))?.[1] ?? '';
    const kind = kindOf(groups.get(before) ?? []);
    if (kind !== 'name') return kind;
  }
  return 'name';
}

/** `Liang` is `Liang Wenfeng` where only one person bears that name. */
function withSurnames(names: readonly Name[]): readonly Name[] {
  const whole = (name: Name): Name | null => {
    const longer = names.filter(
      (other) =>
        other.text !== name.text &&
        other.text.split(/[\s·]/).includes(name.text) &&
        (other.kind === 'person' || (other.kind === 'name' && other.text.endsWith(` ${name.text}`))),
    );
    return longer.length === 1 ? (longer[0] ?? null) : null;
  };
  const parents = new Map(
    names.flatMap((name) => {
      const parent = whole(name);
      return parent ? [[name, parent] as const] : [];
    }),
  );
  return names
    .filter((name) => !parents.has(name))
    .map((name) => {
      const parts = [...parents].filter(([, parent]) => parent === name).map(([part]) => part);
      const first = [name, ...parts].toSorted((a, b) => a.sentence.index - b.sentence.index)[0] ?? name;
      const person = parts.some((part) => part.kind === 'person');
      return {
        ...name,
        kind: person ? 'person' : name.kind,
        count: name.count + parts.reduce((sum, part) => sum + part.count, 0),
        sentence: first.sentence,
        line: first.line,
      };
    });
}

const WORD = String.raw`(?:\p{Lu}[\p{L}\d]*(?:[-.&’']\p{L}*[\p{L}\d]+)*|\p{Ll}\p{Lu}[\p{L}\d]+)`;
const RUN = new RegExp(
  String.raw`(?<![\p{L}\d])${WORD}(?:(?:\s(?:of(?:\sthe)?|for|de|von|van|bin|al)(?=\s\p{Lu}))?\s(?:${WORD}|\d+(?:\.\d+)?(?=[\s,.;:)]|$)))*(?:\sadministration\b)?`,
  'gu',
);
const ORGANISATION =
  /\b(?:administration|Inc|Corp|Corporation|Ltd|LLC|PLC|GmbH|AG|Co|Company|Group|Holdings|University|Institute|Institution|College|School|Bureau|Ministry|Department|Agency|Commission|Committee|Council|Board|Bank|Fund|Foundation|Association|Federation|Union|Party|Court|Labs?|Laboratory|Observatory|Administration|Parliament|Congress|Senate|Treasury|News|Times|Post|Journal|Press|Reuters|Bloomberg|Authority|Society|Centre|Center|Service|Organi[sz]ation|Alliance|Capital|Partners|Ventures|Technologies|Systems|Airlines?|Railways?|Hospital|Museum)\b/;
/** Only organisations have these. */
const OWNS =
  /^[’']s\s(?:founders?|co-founders?|chief|CEO|chair|board|shares?|stock|revenues?|profits?|sales|headquarters|investors|employees|staff|team|offices?|website|researchers|engineers|rivals?|customers)\b/;
/** What organisations do, and people in their name. */
const ACTS =
  /^[’']s\s\p{Lu}|^,?\s(?:said|says|claims?|announced|launched|released|plans|reported|invested|opened|employs|sells?|makes?|expects|forecasts)\b/u;
const TITLE =
  /(?:\b(?:founder|co-founder|chief executive|CEO|CFO|CTO|president|chair(?:man|woman)?|director|minister|secretary|senator|professor|analyst|researcher|scientist|engineer|economist|magnate|billionaire|spokes(?:man|woman|person)|author|journalist|Mr|Mrs|Ms|Dr|Prof|Sen|Gen|President|Chancellor|Senator|Professor|Judge|Sir|mayor)\.?,?\s)$/;
const NO_NAME = new Set(
  (
    'With To From By No Not All Each Both Such Now Then Thus Note Please Also See Using Use More Over Under Until Since Although Though Yet So Or Nor I The A An In On At It He She They We You But And This That These Those As For However Its His Her Their Some Many Most While When If After Before AI US U.S UK U.K EU E.U UN GPU GPUs CPU API APIs CEO CFO CTO LLM LLMs IT ' +
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Internet Figure Table Section Chapter Appendix ' +
    'Chinese American British European German French Japanese Korean Russian Indian Western Eastern English Spanish Italian Asian African Australian Canadian PDF URL HTML CSV FAQ OK TV Q1 Q2 Q3 Q4'
  ).split(' '),
);

function mentionsIn(sentence: Sentence, { grammar }: Language): readonly Mention[] {
  const { text } = sentence;
  const terms = grammar(text);
  return [...text.matchAll(RUN)].flatMap((match): readonly Mention[] => {
    const named = bareName(match[0]);
    const at = match.index + match[0].indexOf(named);
    if (NO_NAME.has(named) || named.length < 2 || !/\p{L}/u.test(named)) return [];
    const inside = terms.filter((term) => term.start < at + named.length && at < term.end);
    const opens = /(?:^|[.!?:“"]\s*)$/.test(text.slice(0, at));
    if (opens && !named.includes(' ') && !inside.some((term) => term.is('ProperNoun', 'Acronym')) && !/\d|\p{Ll}\p{Lu}/u.test(named))
      return [];
    return [{ text: named, kind: kindIn(text, at, named, inside), sentence, at }];
  });
}

/** Without the capital that opens a sentence, and without the possessive. */
function bareName(run: string): string {
  const words = run
    .replace(/[’']s?$/, '')
    .replace(/\.$/, '')
    .split(' ');
  while (words.length > 0 && NO_NAME.has((words[0] ?? '').replace(/[’']s$/, ''))) words.shift();
  const owner = words.findIndex((word, index) => index < words.length - 1 && /[’']s$/.test(word));
  return words.slice(owner + 1).join(' ');
}

function kindIn(text: string, at: number, named: string, terms: readonly Term[]): NameKind {
  const before = text.slice(Math.max(0, at - 40), at);
  const after = text.slice(at + named.length, at + named.length + 40);
  if (
    TITLE.test(before) ||
    /^,\s(?:an?\s|the\s)?(?:\p{L}+[’']?s?\s){0,3}(?:founder|chief|CEO|president|professor|analyst|director|researcher)\b/u.test(after)
  )
    return 'person';
  if (/\d/.test(named)) return 'product';
  if (ORGANISATION.test(named) || OWNS.test(after) || terms.some((term) => term.is('Organization'))) return 'organisation';
  if (
    /[’']s\s$|\b(?:model|app|chip|assistant|chatbot),?\s$/i.test(before) ||
    /^(?:,\s(?:an?|the)\s[^,]{0,30})?\s?(?:app|model|chips?|software|GPUs?|assistant|chatbot|platform|processor|phone)\b/.test(after)
  )
    return 'product';
  if (terms.some((term) => term.is('Person', 'FirstName'))) return 'person';
  if (/\b(?:town|city|village|state|province|region|port|district|county) of\s$/i.test(before)) return 'place';
  if (ACTS.test(after)) return 'organisation';
  if (terms.some((term) => term.is('Place', 'Country', 'City', 'Region'))) return 'place';
  if (named.split(' ').length === 2 && /^,?\s(?:said|says|told|added|wrote|argued|warned|noted|has|have)\b/.test(after)) return 'person';
  return 'name';
}

const ZH_PERSON =
  /(?:创始人|创办人|首席执行官|总裁|董事长|总统|总理|部长|教授|分析师|研究员|经理|主席|先生|女士|CEO|大亨|作者|记者)(?<name>[\p{Script=Han}]{2,3}(?:·[\p{Script=Han}]{1,6})?)(?=表示|说|称|指出|认为|在|于|的|，|。|、|（|曾|也|和|与)|(?<foreign>[\p{Script=Han}]{1,6}·[\p{Script=Han}]{1,8})(?=[^\p{Script=Han}]|表示|说|称|指出|认为|的|在|对|曾|等|也|和|与)/gu;
const ZH_ORGANISATION =
  /[\p{Script=Han}]{2,10}?(?:公司|集团|大学|研究院|研究所|实验室|商务部|委员会|银行|管理局|法院|基金|学院|日报|新闻社|交易所)/gu;
const LATIN = /(?<![A-Za-z\d])[A-Z][A-Za-z\d]*(?:[-.][A-Za-z\d]+)*(?:\s[A-Z\d][A-Za-z\d-]*)*/g;
const ZH_LEAD = /^(?:在|由|从|对|与|和|向|被|是|的|了|该|这家|一家|美国|中国|据|包括|以及)+/u;

function chineseMentions(sentence: Sentence): readonly Mention[] {
  const { text } = sentence;
  const people = [...text.matchAll(ZH_PERSON)].map((match) =>
    mention(sentence, match.groups?.name ?? match.groups?.foreign ?? '', 'person', match),
  );
  const organisations = [...text.matchAll(ZH_ORGANISATION)].map((match) =>
    mention(sentence, match[0].replace(ZH_LEAD, ''), 'organisation', match),
  );
  const latin = [...text.matchAll(LATIN)].map((match) => mention(sentence, match[0], /\d/.test(match[0]) ? 'product' : 'name', match));
  const known = [...people, ...organisations].filter(({ text: name }) => name.length > 1);
  return [...known, ...latin.filter(({ text: name }) => !NO_NAME.has(name) && name.length > 1)].sort((a, b) => a.at - b.at);
}

const mention = (sentence: Sentence, text: string, kind: NameKind, match: RegExpExecArray): Mention => ({
  text,
  kind,
  sentence,
  at: match.index + Math.max(0, match[0].indexOf(text)),
});
