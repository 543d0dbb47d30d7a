/** A link says where it leads. */
import { at, type Rule } from '../rule.js';
import { statementsOf } from '../subject.js';

const VAGUE =
  /^(?:click here|here|this|this (?:link|page)|link|more|read more|learn more|details|see (?:here|more)|go|hier|mehr|ici|aquí|此处|这里|点击这里|链接)$/iu;

export const linkText: Rule = {
  code: 'access/link-text',
  level: 'warning',
  about: 'The words of a link say where it leads; neither "here" nor a bare address does.',
  why: 'Links are read out as a list, without what stands around them. A short address of a site (example.org) is a name and stays.',
  accessibility: 'Unclear hyperlink text',
  *check({ slides }) {
    for (const said of slides) {
      for (const inline of [...statementsOf(said), ...said.notes].flatMap(({ inlines }) => inlines)) {
        if (inline.type !== 'text' || inline.link === null) continue;
        const text = inline.text.trim();
        if (VAGUE.test(text)) yield at(inline.span, `the link "${text}" does not say where it leads`, 'name what is behind it');
        else if (/^(?:https?:\/\/|www\.)\S+\/\S/i.test(text))
          yield at(
            inline.span,
            'the words of this link are its address',
            'name what is behind it: [R1 model card](https://…), or cite it as a source',
          );
      }
    }
  },
};
