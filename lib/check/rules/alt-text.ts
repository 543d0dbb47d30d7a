/** A picture is described for who cannot see it. */
import { at, type Rule } from '../rule.js';

const FILE_NAME = /^[\w ./\\-]+\.(?:png|jpe?g|gif|svg|webp|avif|tiff?|bmp)$/i;
const NOTHING = /^(?:image|picture|photo|screenshot|figure|logo|graphic|diagram|bild|foto|图片?|图像|截图|untitled)(?:\s*\d+)?$/i;

export const altText: Rule = {
  code: 'access/alt-text',
  level: 'warning',
  about: 'The alternative text of a picture says what it shows; a file name or "image" does not.',
  why: 'It is all that a screen reader has. A picture without any is told as `image/no-alt`, in builds too. Charts, tables and equations describe themselves.',
  accessibility: 'Missing alternative text',
  *check({ slides }) {
    for (const { text, decorative, span } of slides.flatMap(({ blocks }) => blocks.flatMap(({ alts }) => alts))) {
      const words = text.trim();
      if (decorative || words === '') continue;
      if (FILE_NAME.test(words)) yield at(span, `"${words}" is a file's name and describes nothing`, 'say what the picture shows');
      else if (NOTHING.test(words)) yield at(span, `"${words}" does not say what the picture shows`, 'say what the picture shows');
    }
  },
};
