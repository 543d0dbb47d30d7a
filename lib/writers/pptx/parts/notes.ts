/** Notes pages, only for slides that have notes. */
import { guid } from '../../../core/guid.js';
import { contentTypes, namespaces, relationshipId, relationshipTypes } from '../../../package/names.js';
import type { Part, Relationship } from '../../../package/package.js';
import { element, type XmlElement, xmlDocument } from '../../../package/xml.js';
import type { SceneSlide } from '../../../scene/scene.js';
import type { Bullet, Paragraph, TextInline, TextRun } from '../../../scene/text.js';
import { PRESENTATION_NAMESPACES, shapeTreeXml } from './layout.js';
import { slidePart } from './presentation.js';
import { runsXml } from './runs.js';
import { ALIGN, EMOJI_FONT } from './text.js';

/** The part of the notes of the n-th slide, from 1. */
export const notesPart = (number: number): string => `/ppt/notesSlides/notesSlide${number}.xml`;

/** What notes need of their deck. */
interface NotesDeck {
  /** BCP 47. */
  readonly lang: string;
  /** How far the deck may go; empty where nothing is said. */
  readonly marking: string;
  /** The monospace family. */
  readonly mono: string;
}

interface Writer extends NotesDeck {
  /** The id of the relationship to an address. */
  readonly linkTo: (url: string) => string;
}

/**
 * The notes page of a slide: its picture, its notes paragraph by paragraph, its number, the deck's marking. Whatever goes beyond emphasis, lists and links is the
 * notes master's.
 */
export function notesSlidePart(slide: SceneSlide, number: number, deck: NotesDeck): Part {
  const relationships: Relationship[] = [];
  const relate = (type: string, target: string, external: boolean): string => {
    const known = relationships.find((item) => item.target === target);
    const id = known?.id ?? relationshipId(relationships.length + 1);
    if (!known) relationships.push({ id, type, target, external });
    return id;
  };
  relate(relationshipTypes.notesMaster, '/ppt/notesMasters/notesMaster1.xml', false);
  relate(relationshipTypes.slide, slidePart(number), false);
  const writer = { ...deck, linkTo: (url: string) => relate(relationshipTypes.hyperlink, url, true) };
  const text = slide.notes.map((item) => paragraphXml(item, writer));
  const shapes = [
    shapeXml(slide.key, 2, 'Slide image', { type: 'sldImg' }, null),
    shapeXml(slide.key, 3, 'Notes', { type: 'body', idx: 1 }, text),
    shapeXml(slide.key, 4, 'Slide number', { type: 'sldNum', sz: 'quarter', idx: 5 }, [numberXml(number, deck.lang)]),
    ...(deck.marking === '' ? [] : [shapeXml(slide.key, 5, 'Header', { type: 'hdr', sz: 'quarter' }, [lineXml(deck.marking, deck.lang)])]),
  ];
  return { name: notesPart(number), contentType: contentTypes.notesSlide, data: xmlDocument(notesXml(shapes)), relationships };
}

function notesXml(shapes: readonly XmlElement[]): XmlElement {
  return element(
    'p:notes',
    PRESENTATION_NAMESPACES,
    element('p:cSld', {}, shapeTreeXml(shapes)),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  );
}

/** A placeholder that inherits everything; `text` null: the slide's image, which has none. */
function shapeXml(
  key: string,
  id: number,
  name: string,
  placeholder: Readonly<Record<string, string | number>>,
  text: readonly XmlElement[] | null,
): XmlElement {
  const locks = element('a:spLocks', { noGrp: true, ...(text ? {} : { noRot: true, noChangeAspect: true }) });
  const creation = element('a16:creationId', { 'xmlns:a16': namespaces.a16, id: guid('notes', key, name) });
  const extensions = element('a:extLst', {}, element('a:ext', { uri: '{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}' }, creation));
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name }, extensions),
      element('p:cNvSpPr', {}, locks),
      element('p:nvPr', {}, element('p:ph', placeholder)),
    ),
    element('p:spPr'),
    text && element('p:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), ...text),
  );
}

const lineXml = (text: string, lang: string): XmlElement => element('a:p', {}, ...runsXml(text, lang), element('a:endParaRPr', { lang }));

const numberXml = (number: number, lang: string): XmlElement =>
  element(
    'a:p',
    {},
    element('a:fld', { id: guid('field', 'slidenum'), type: 'slidenum' }, element('a:rPr', { lang }), element('a:t', {}, String(number))),
    element('a:endParaRPr', { lang }),
  );

function paragraphXml(item: Paragraph, writer: Writer): XmlElement {
  const side = { algn: item.align && ALIGN[item.align], rtl: item.rightToLeft ? true : item.align ? false : null };
  const properties = element('a:pPr', { lvl: item.level || null, ...side, ...hanging(item) }, bulletXml(item.bullet));
  const empty = properties.children.length === 0 && Object.keys(properties.attributes).length === 0;
  const content = item.inlines.map((inline) => inlineXml(inline, writer));
  return element('a:p', {}, empty ? null : properties, ...content, element('a:endParaRPr', { lang: writer.lang }));
}

/** A quarter of an inch: notes are plain text, whose levels hang nothing. */
const STEP = 228_600;

function hanging({ level, bullet }: Paragraph): Readonly<Record<string, number>> {
  if (bullet.kind === 'number' || bullet.kind === 'character') return { marL: STEP * (level + 1), indent: -STEP };
  return bullet.kind === 'continued' ? { marL: STEP * (level + 1), indent: 0 } : {};
}

function bulletXml(bullet: Bullet): XmlElement | null {
  if (bullet.kind === 'number') return element('a:buAutoNum', { type: bullet.scheme, startAt: bullet.startAt });
  return bullet.kind === 'character' ? element('a:buChar', { char: bullet.character }) : null;
}

function inlineXml(inline: TextInline, writer: Writer): XmlElement {
  if (inline.type === 'break') return element('a:br', {}, element('a:rPr', { lang: writer.lang }));
  if (inline.type === 'equation')
    return element('a:r', {}, element('a:rPr', { lang: inline.lang }), element('a:t', {}, inline.equation.text));
  const text = element('a:t', {}, inline.text);
  if (inline.type === 'run') return element('a:r', {}, runPropertiesXml(inline, writer), text);
  return element('a:fld', { id: guid('field', inline.field), type: inline.field }, element('a:rPr', { lang: inline.lang }), text);
}

const BASELINE = { none: null, superscript: 30_000, subscript: -25_000 } as const;

const runPropertiesXml = (run: TextRun, { mono, linkTo }: Writer): XmlElement =>
  element(
    'a:rPr',
    {
      lang: run.lang,
      b: run.bold || null,
      i: run.italic || null,
      u: run.underline ? 'sng' : null,
      strike: run.strike ? 'sngStrike' : null,
      baseline: BASELINE[run.baseline],
    },
    ...(run.emoji ? ['a:latin', 'a:ea', 'a:cs'].map((name) => element(name, { typeface: EMOJI_FONT })) : []),
    run.mono && !run.emoji ? element('a:latin', { typeface: mono }) : null,
    run.mono && !run.emoji ? element('a:cs', { typeface: mono }) : null,
    run.link?.kind === 'url' ? element('a:hlinkClick', { 'r:id': linkTo(run.link.url), tooltip: run.link.tooltip || null }) : null,
  );
