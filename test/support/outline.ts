/** A deck in words: what a reader of each slide sees, hears and clicks. */
import { child, descendants, elements, find, textOf, type XmlElement } from '../../lib/package/xml.js';
import { readPackage } from '../../lib/package/zip.js';
import { identityOf, partOf, placeholderOf, rootOf, shapesOf } from './pptx.js';

const FOOT = new Set(['dt']);

/** The slides of a deck, a line for each paragraph: sections, titles, links, notes, what is revealed and how the slide comes in. */
export function outlineOf(bytes: Uint8Array): readonly string[] {
  const deck = readPackage(bytes);
  const count = deck.parts.filter(({ name }) => /^\/ppt\/slides\/slide\d+\.xml$/.test(name)).length;
  const sections = descendants(rootOf(deck, '/ppt/presentation.xml'), 'p14:section');
  const starts = new Map<number, string>();
  let at = 1;
  for (const section of sections) {
    starts.set(at, section.attributes.name ?? '');
    at += descendants(section, 'p14:sldId').length;
  }
  return Array.from({ length: count }, (_, index) => index + 1).flatMap((number) => {
    const part = partOf(deck, `/ppt/slides/slide${number}.xml`);
    const root = rootOf(deck, part.name);
    const targets = new Map(part.relationships.map(({ id, target }) => [id, target]));
    const shapes = shapesOf(root);
    const texts = shapes.flatMap((shape) => {
      if (shape.name === 'p:grpSp' || FOOT.has(placeholderOf(shape)?.attributes.type ?? '')) return [];
      const mark = `${identityOf(shape).attributes.id} ${identityOf(shape).attributes.name}`;
      const paragraphs = descendants(shape, 'a:p').map((node) => wordsOf(node, targets));
      return paragraphs.length === 0 ? [`  [${mark}]`] : [`  [${mark}] ${paragraphs.join(' / ')}`];
    });
    const notes = deck.parts.find(({ name }) => name === `/ppt/notesSlides/notesSlide${number}.xml`);
    const head = `${number}${root.attributes.show === '0' ? ' hidden' : ''}`;
    return [
      ...(starts.has(number) ? [`## ${starts.get(number)}`] : []),
      head,
      ...texts,
      ...(notes ? notesOf(rootOf(deck, notes.name), new Map(notes.relationships.map(({ id, target }) => [id, target]))) : []),
      ...transitionOf(root),
      ...timingOf(root),
    ];
  });
}

/** The words of a paragraph; a link stands in square brackets with its target. */
function wordsOf(node: XmlElement, targets: ReadonlyMap<string, string>): string {
  return elements(node)
    .filter(({ name }) => name === 'a:r' || name === 'a:fld' || name === 'a:br')
    .map((run) => {
      const link = find(run, 'a:rPr', 'a:hlinkClick')?.attributes['r:id'];
      const words = run.name === 'a:fld' ? `<${run.attributes.type}>` : textOf(run);
      return link === undefined ? words : `[${words}](${(targets.get(link) ?? '').replace('/ppt/slides/', '')})`;
    })
    .join('');
}

function notesOf(root: XmlElement, targets: ReadonlyMap<string, string>): readonly string[] {
  const body = shapesOf(root).find((shape) => placeholderOf(shape)?.attributes.type === 'body');
  return body ? descendants(body, 'a:p').map((node) => `  notes: ${marksOf(node)}${wordsOf(node, targets)}`) : [];
}

/** Level and bullet of a paragraph of notes, and a star where it has bold words. */
function marksOf(node: XmlElement): string {
  const properties = child(node, 'a:pPr');
  const level = '>'.repeat(Number(properties?.attributes.lvl ?? 0));
  const bullet = properties && (child(properties, 'a:buChar') ? '• ' : child(properties, 'a:buAutoNum') ? '1. ' : '');
  const bold = descendants(node, 'a:rPr').some(({ attributes }) => attributes.b === '1') ? '* ' : '';
  return `${level}${bullet ?? ''}${bold}`;
}

const transitionOf = (root: XmlElement): readonly string[] =>
  descendants(root, 'p:transition').map(
    (node) =>
      `  transition: ${elements(node)
        .map(({ name, attributes }) => [name, ...Object.values(attributes)].join(' '))
        .join(', ')}`,
  );

/** Each click with the shapes and paragraphs that it shows. */
function timingOf(root: XmlElement): readonly string[] {
  const effects = descendants(root, 'p:cTn').filter(({ attributes }) => attributes.presetClass !== undefined);
  return effects.map((effect) => {
    const target = descendants(effect, 'p:spTgt')[0];
    const range = target && descendants(target, 'p:pRg')[0];
    const paragraphs = range ? ` paragraph ${Number(range.attributes.st) + 1}` : '';
    return `  ${effect.attributes.nodeType}: shape ${target?.attributes.spid}${paragraphs}`;
  });
}
