/** What the deck was built from and what it was when it was built, so that a later build can tell what a colleague changed. */
import { digest, guid, uint32 } from '../../../core/guid.js';
import { contentTypes, relationshipId, relationshipTypes } from '../../../package/names.js';
import type { Part } from '../../../package/package.js';
import { element, xmlDocument } from '../../../package/xml.js';
import { FIRST_SLIDE_ID } from './presentation.js';

/** The namespace of the identity part. */
export const IDENTITY = 'urn:briefdeck:identity';

/** The part that holds the identity; PowerPoint keeps custom XML that the presentation has a relationship to. */
export const IDENTITY_PART = '/customXml/item1.xml';

/** A finished slide: its key, and all parts that it consists of, the slide first. */
export interface WrittenSlide {
  readonly key: string;
  readonly parts: readonly Part[];
}

/** The identity and its properties: the hash of the briefing and, for each slide, its key, its ids (from `firstId`) and the hash of its parts (ISO/IEC 29500-1, 22.5). */
export function identityParts(hash: string, slides: readonly WrittenSlide[], firstId: number = FIRST_SLIDE_ID): readonly Part[] {
  const list = slides.map(({ key, parts }, index) =>
    element('slide', { key, id: firstId + index, creationId: uint32('slide', key), hash: digest(...parts.map(({ data }) => data)) }),
  );
  const properties = '/customXml/itemProps1.xml';
  return [
    {
      name: IDENTITY_PART,
      contentType: contentTypes.xml,
      data: xmlDocument(element('identity', { xmlns: IDENTITY, version: 1, briefing: hash }, ...list)),
      relationships: [{ id: relationshipId(1), type: relationshipTypes.customXmlProps, target: properties, external: false }],
    },
    { name: properties, contentType: contentTypes.customXmlProps, data: xmlDocument(itemPropertiesXml()), relationships: [] },
  ];
}

const itemPropertiesXml = () =>
  element(
    'ds:datastoreItem',
    { 'ds:itemID': guid(IDENTITY), 'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml' },
    element('ds:schemaRefs', {}, element('ds:schemaRef', { 'ds:uri': IDENTITY })),
  );
