/** A company's `.potx` or `.pptx` as a template: its layouts, theme and sizes in the model that every stage knows. */
import { emu, type Size } from '../../core/units.js';
import type { PackageView } from '../../package/view.js';
import { child, elements, textOf, type XmlElement } from '../../package/xml.js';
import type { Template, TemplateSlides } from '../model.js';
import { withOwnFrames } from './borrowed.js';
import { brandOf } from './brand.js';
import { type OfficeTheme, themeOf } from './color.js';
import { keptParts, type Removal } from './keep.js';
import { layoutsOf } from './layouts.js';
import { openOffice, rootOf } from './open.js';
import { type FoundMaster, readMaster } from './placeholders.js';
import { type Roles, rolesOf } from './roles.js';

/** A file that was read: the template, and what else there is to tell of it. */
export interface OfficeTemplate {
  readonly template: Template;
  readonly masters: readonly FoundMaster[];
  /** Of each master. */
  readonly themes: readonly OfficeTheme[];
  readonly roles: Roles;
  readonly removals: readonly Removal[];
  /** How many slides of its own it has. */
  readonly slides: number;
}

/**
 * Reads a presentation as template. Throws an Error with a plain sentence where it is none, is protected, strict, damaged or hostile, or has
 * no layout.
 */
export function readOfficeTemplate(name: string, bytes: Uint8Array, slides: TemplateSlides): OfficeTemplate {
  const office = openOffice(bytes);
  const { view, presentation, root } = office;
  const { parts, relationships, removals } = keptParts(office, slides);
  const size = sizeOf(root);
  const masters = withOwnFrames(
    listedParts(view, presentation, root, 'p:sldMasterIdLst').map((part, index) => readMaster(part, index, view, root, size)),
  );
  if (masters.every(({ layouts }) => layouts.length === 0)) throw new Error('it has no slide layouts, so no slide can be made from it');
  const themes = masters.map(({ theme }) => themeOf(theme === null ? null : rootOf(view, theme)));
  const roles = rolesOf(masters, size);
  const brand = brandOf(masters, themes, roles, { size, root, tableStyle: tableStyle(view, presentation) });
  return {
    template: {
      ...brand,
      name,
      size,
      ...layoutsOf(masters, roles, brand, size),
      description: '',
      variants: [],
      claims: { scale: 0.75, bold: true, color: brand.palette.muted },
      logo: [],
      media: [],
      required: [],
      disclaimer: '',
      rightToLeft: false,
      company: companyIn(view),
      file: { parts, relationships, contentTypes: view.contentTypes, presentation, slides },
    },
    masters,
    themes,
    roles,
    removals,
    slides: elements(root, 'p:sldIdLst').flatMap((list) => elements(list, 'p:sldId')).length,
  };
}

/** The parts that a list of the presentation names, in its order. */
function listedParts(view: PackageView, presentation: string, root: XmlElement, list: string): readonly string[] {
  return elements(root, list)
    .flatMap((node) => elements(node))
    .flatMap(({ attributes }) => {
      const item = view.relationship(presentation, attributes['r:id'] ?? '');
      const part = item && !item.external ? view.locate(item.target) : null;
      return part === null ? [] : [part];
    });
}

/** The slides' size; PowerPoint's of old where none is written (ISO/IEC 29500-1, 19.2.1.39). */
function sizeOf(root: XmlElement): Size {
  const { cx, cy } = child(root, 'p:sldSz')?.attributes ?? {};
  return { cx: emu(Number(cx ?? 9_144_000)), cy: emu(Number(cy ?? 6_858_000)) };
}

/** Styles that every PowerPoint knows without a definition in the file: Medium Style 2, plain and in each accent. */
const BUILT_IN: ReadonlySet<string> = new Set([
  '{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}',
  '{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}',
  '{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}',
  '{F5AB1C69-6EDB-4FF4-983F-18BD219EF322}',
  '{00A15C55-8517-42AA-B614-E9B94910E393}',
  '{7DF18680-E054-41AD-8BC1-D1AEF772440D}',
  '{93296810-A885-4BE3-A3E7-6D5BEEA58F35}',
]);

/** The id of the file's own table style; null where it names none that would be found. */
function tableStyle(view: PackageView, presentation: string): string | null {
  const part = view.related(presentation, 'tableStyles')[0];
  const root = part === undefined ? null : view.root(part);
  const id = root?.attributes.def ?? '';
  const defined = root ? elements(root, 'a:tblStyle').some(({ attributes }) => attributes.styleId === id) : false;
  return defined || BUILT_IN.has(id) ? id : null;
}

function companyIn(view: PackageView): string {
  const part = view.related('/', 'extended-properties')[0];
  const root = part === undefined ? null : view.root(part);
  const company = root ? elements(root).find(({ name }) => /(?:^|:)Company$/.test(name)) : undefined;
  return company ? textOf(company).trim() : '';
}
