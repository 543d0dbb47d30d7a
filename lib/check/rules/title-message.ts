/** A title says what its slide shows. */
import { inlineText } from '../../briefing/inline.js';
import { at, type Rule } from '../rule.js';
import type { SaidSlide } from '../subject.js';
import { split } from '../words.js';

export const titleMessage: Rule = {
  code: 'title/no-message',
  level: 'warning',
  about: 'The title of a slide that shows a chart or figures is a message, not a label ("Costs", "Overview of results").',
  why: 'English titles only. One to three words are a label where none of them can be a verb; so is a longer title that begins as labels do ("Overview of …", "Results for …"). Titles with a figure, a question or a colon say something.',
  *check({ slides, briefing }) {
    if (!/^en\b/i.test(briefing.meta.lang)) return;
    for (const said of slides) {
      const text = inlineText(said.title.inlines).trim();
      if (text !== '' && argues(said) && isLabel(text, briefing.meta.lang))
        yield at(
          said.title.span,
          `the title "${text}" is a label: it does not say what the slide shows`,
          'say it in a sentence: "R1 costs a twentieth of o1"',
        );
    }
  },
};

const argues = ({ blocks }: SaidSlide): boolean =>
  blocks.some(({ statements }) => statements.some(({ role }) => role === 'data' || role === 'value'));

const LABEL =
  /^(?:(?:an? |the |our )?(?:overview|summary|introduction|background|conclusions?|results?|analysis|comparison|agenda|appendix|timeline|outlook|discussion|findings|methodology|recap|next steps|key (?:figures|numbers|facts|takeaways|findings)|questions))(?:$| (?:of|for|on|and|to|from)\b)/i;

/** Verbs as titles have them; a noun of the same form is taken for one, so that nothing is told wrongly. */
const VERBS = new Set(
  `is are was were be been am has have had does did do can could will would shall should may might must need needs
rise rises rose risen fall falls fell fallen grow grows grew grown win wins won lose loses lost lead leads led beat beats beaten cost costs cut cuts
gain gains drop drops hit hits make makes made take takes took taken get gets got give gives gave given go goes went gone come comes came keep keeps kept
set sets stay stays sell sells sold buy buys bought pay pays paid say says said tell tells told show shows shown mean means meant run runs ran build builds built
hold holds held stand stands stood let lets put puts see sees saw seen know knows knew think thinks thought find finds found spend spends spent shrink shrinks
break breaks broke draw draws drew drive drives drove face faces fail fails follow follows help helps jump jumps leave leaves left live lives love loves matter matters
meet meets met move moves open opens outpace outpaces overtake overtakes overtook plan plans play plays plunge plunges reach reaches remain remains return returns
save saves send sends sent shift shifts slip slips slow slows soar soars start starts stop stops surge surges tumble tumbles turn turns use uses want wants work works
add adds ask asks become becomes became begin begins began bring brings brought close closes create creates decide decides double doubles end ends exceed exceeds
expand expands halve halves improve improves include includes join joins lag lags last lasts miss misses offer offers own owns push pushes raise raises rank ranks read reads
rule rules serve serves share shares ship ships sink sinks sank split splits spread spreads support supports test tests top tops train trains triple triples trust trusts`.split(
    /\s+/,
  ),
);

function isLabel(text: string, lang: string): boolean {
  if (/[\d?!:;,–—…]/.test(text)) return false;
  if (LABEL.test(text)) return true;
  const words = split(text, lang).map((word) => word.toLowerCase());
  if (words.length === 0 || words.length > 3) return false;
  return !words.some((word, index) => mayBeVerb(word, index, words.length));
}

/** A first word is a noun unless it stands for a command; an unknown word in -s between two others may be a verb. */
function mayBeVerb(word: string, index: number, count: number): boolean {
  if (/(?:n[’']t|[’'](?:s|re|ll|ve))$/.test(word)) return true;
  if (index === 0) return false;
  if (VERBS.has(word) || /[a-z]{2}ed$/.test(word)) return true;
  return index < count - 1 && /[^s]s$/.test(word);
}
