/** A presentation as template: opened, and refused where it is none that a deck can be made from. */

import { openPackage, type PackageView } from '../../package/view.js';
import { notWellFormed, type XmlElement } from '../../package/xml.js';

/** A presentation, open. */
export interface Office {
  readonly view: PackageView;
  /** The part of the presentation. */
  readonly presentation: string;
  readonly root: XmlElement;
}

/** Opens a `.potx` or `.pptx`. Throws an Error with a plain sentence where it is none, is protected, strict, damaged or hostile. */
export function openOffice(bytes: Uint8Array): Office {
  const view = openPackage(bytes);
  refuseBadNames(view.files);
  const presentation = view.related('/', 'officeDocument')[0];
  if (presentation === undefined) throw new Error('the package names no document, so it is no .pptx or .potx');
  const root = rootOf(view, presentation);
  if (root.name !== 'p:presentation') throw new Error(`${presentation.slice(1)} is no presentation`);
  if (isStrict(root)) {
    throw new Error('the file is in the strict form of Open XML; save it in PowerPoint as "PowerPoint Template (.potx)", not as "Strict"');
  }
  return { view, presentation, root };
}

/** The document of a part that a template cannot do without. */
export function rootOf(view: PackageView, part: string): XmlElement {
  const document = view.parsed(part);
  if ('problem' in document) throw new Error(notWellFormed(part, document.problem));
  return document.root;
}

/** ISO/IEC 29500-1 has namespaces of its own; PowerPoint itself writes and expects those of part 4, the transitional ones. */
const isStrict = ({ attributes }: XmlElement): boolean =>
  attributes.conformance === 'strict' || Object.values(attributes).some((value) => value.startsWith('http://purl.oclc.org/ooxml/'));

/** A name that leads out of the archive, or that two parts have, is no slip of a program. */
function refuseBadNames(files: readonly string[]): void {
  const bad = files.find((name) => /(?:^|[\\/])\.\.(?:[\\/]|$)|\\|^\/\/|^\/[a-z]:/i.test(name) || name.includes('\0'));
  if (bad !== undefined)
    throw new Error(`the archive has a part named ${JSON.stringify(bad.slice(1))}, which leads out of it, and is not read`);
  const seen = new Set<string>();
  for (const name of files) {
    if (seen.has(name.toLowerCase())) throw new Error(`the archive has two parts named ${JSON.stringify(name.slice(1))} and is not read`);
    seen.add(name.toLowerCase());
  }
}
