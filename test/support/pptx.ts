/** What lies in a deck that was written. */
import type { Package, Part } from '../../lib/package/package.js';
import { child, descendants, elements, find, parseXml, textOf, type XmlElement } from '../../lib/package/xml.js';
import { readPackage } from '../../lib/package/zip.js';
import type { Scene, SceneSlide } from '../../lib/scene/scene.js';
import { writeDeck } from '../../lib/writers/pptx/index.js';
import { scene } from './scene.js';
import { testTemplate } from './template.js';

/** Writes slides with the test template and reads the package again. */
export const written = async (slides: readonly SceneSlide[], marks: Partial<Scene> = {}): Promise<Package> =>
  readPackage(await writeDeck(scene(slides, marks), testTemplate));

/** A part by its name. Throws where there is none. */
export function partOf(deck: Package, name: string): Part {
  const part = deck.parts.find((item) => item.name === name);
  if (!part) throw new Error(`no part ${name}`);
  return part;
}

/** A part's root element. */
export const rootOf = (deck: Package, name: string): XmlElement => parseXml(String(partOf(deck, name).data));

/** The root of the n-th slide, from 1. */
export const slideRoot = (deck: Package, number = 1): XmlElement => rootOf(deck, `/ppt/slides/slide${number}.xml`);

/** The shapes of a slide in order, those in groups after their group. */
export const shapesOf = (root: XmlElement): readonly XmlElement[] =>
  descendants(root).filter(({ name }) => ['p:sp', 'p:cxnSp', 'p:pic', 'p:graphicFrame', 'p:grpSp'].includes(name));

/** A shape's `p:cNvPr`. */
export function identityOf(shape: XmlElement): XmlElement {
  const about = elements(shape)[0];
  const identity = about && child(about, 'p:cNvPr');
  if (!identity) throw new Error(`${shape.name} has no p:cNvPr`);
  return identity;
}

/** The shape of that visible name. */
export function shapeNamed(root: XmlElement, name: string): XmlElement {
  const shape = shapesOf(root).find((item) => identityOf(item).attributes.name === name);
  if (!shape) throw new Error(`no shape ${name}`);
  return shape;
}

/** A shape's `p:ph`. */
export function placeholderOf(shape: XmlElement): XmlElement | undefined {
  const about = elements(shape)[0];
  return about && find(about, 'p:nvPr', 'p:ph');
}

/** Every paragraph below a node as text. */
export const paragraphTexts = (node: XmlElement): readonly string[] => descendants(node, 'a:p').map(textOf);
