/** Words of one look as runs: one for each language that they are in. */
import { element, type XmlElement } from '../../../package/xml.js';
import { languageRuns } from '../../../scene/language.js';

/** The `a:r` of a text; `propertiesOf` makes the properties that say its language. None for an empty text. */
export const runsXml = (
  text: string,
  lang: string,
  propertiesOf: (lang: string) => XmlElement = (own) => element('a:rPr', { lang: own }),
): readonly XmlElement[] =>
  text === '' ? [] : languageRuns(text, lang).map((run) => element('a:r', {}, propertiesOf(run.lang), element('a:t', {}, run.text)));
