/** Packages to and from bytes. */
import { unzipSync, type Zippable, zipSync } from 'fflate';
import {
  CONTENT_TYPES,
  contentTypeLookup,
  contentTypesOf,
  contentTypesXml,
  extendedContentTypes,
  isXmlType,
  parseContentTypes,
} from './content-types.js';
import { extensionOf, partKey, relationshipsPart } from './names.js';
import type { Package, Part, Relationship } from './package.js';
import { parseRelationships, relationshipsXml } from './relationships.js';
import { decodeXml } from './xml.js';

/** The first date that a zip archive can hold. Local, for the archive keeps local time: the same bytes in every time zone. */
const TIMESTAMP = new Date(1980, 0, 1);

/** Compressed already. */
const STORED: ReadonlySet<string> = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'xlsx', 'mp3', 'm4a', 'mp4', 'mov']);

/** Sizes past which an archive is taken for a bomb: no deck that PowerPoint opens comes near. Bytes, once unpacked. */
const MAX_ENTRY = 512 * 1024 * 1024;
const MAX_TOTAL = 1024 * 1024 * 1024;
const MAX_ENTRIES = 100_000;

/**
 * Writes a package. The same package gives the same bytes: parts in their order, each followed by its relationships, all dated 1980-01-01.
 * Throws a TypeError for two parts of one name (compared without regard to case) or a name that is not absolute.
 */
export function writePackage(pkg: Package): Uint8Array {
  const encoder = new TextEncoder();
  const files: Zippable = {};
  const add = (name: string, data: string | Uint8Array): void => {
    const bytes = typeof data === 'string' ? encoder.encode(data) : data;
    files[name.slice(1)] = [bytes, { level: STORED.has(extensionOf(name)) ? 0 : 6, mtime: TIMESTAMP }];
  };
  const addRelationships = (source: string, relationships: readonly Relationship[]): void => {
    if (relationships.length > 0) add(relationshipsPart(source), relationshipsXml(source, relationships));
  };
  refuseBadNames(pkg.parts);
  add(CONTENT_TYPES, contentTypesXml(pkg.contentTypes ? extendedContentTypes(pkg.contentTypes, pkg.parts) : contentTypesOf(pkg.parts)));
  addRelationships('/', pkg.relationships);
  for (const part of pkg.parts) {
    add(part.name, part.data);
    if (part.relationshipsData) add(relationshipsPart(part.name), part.relationshipsData);
    else addRelationships(part.name, part.relationships);
  }
  return zipSync(files);
}

function refuseBadNames(parts: readonly Part[]): void {
  const seen = new Set<string>();
  for (const { name } of parts) {
    if (!/^(\/[^/]+)+$/.test(name)) throw new TypeError(`a part's name must be absolute: ${JSON.stringify(name)}`);
    if (seen.has(partKey(name))) throw new TypeError(`two parts have the name ${name}`);
    seen.add(partKey(name));
  }
}

/** An archive as it lies there. */
export interface Archive {
  /** The names of all files as absolute part names, in order, one that is there twice also twice; without folders. */
  readonly names: readonly string[];
  /** The bytes by name; of one that is there twice, the last. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Unpacks an archive. Throws an Error with a plain sentence when it is none, is protected or damaged, or would unpack to more than 1 GiB. */
export function readArchive(bytes: Uint8Array): Archive {
  refuseOtherFormats(bytes);
  const names: string[] = [];
  const files = new Map<string, Uint8Array>();
  for (const [name, data] of Object.entries(unzip(bytes, names))) files.set(`/${name}`, data);
  return { names, files };
}

function unzip(bytes: Uint8Array, names: string[]): Readonly<Record<string, Uint8Array>> {
  let total = 0;
  let bomb = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize;
        bomb ||= originalSize > MAX_ENTRY || total > MAX_TOTAL || names.length >= MAX_ENTRIES;
        if (bomb || name.endsWith('/')) return false;
        names.push(`/${name}`);
        return true;
      },
    });
    if (!bomb) return files;
  } catch (cause) {
    throw new Error('the zip archive is damaged and cannot be read', { cause });
  }
  throw new Error('the file would unpack to more than a deck can hold (1 GiB, 100,000 parts) and is not read');
}

const ZIP = [0x50, 0x4b];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);

function refuseOtherFormats(bytes: Uint8Array): void {
  if (startsWith(bytes, COMPOUND_FILE)) {
    // An encrypted Office file is a compound file with a stream of this name ([MS-OFFCRYPTO] 2.3.4).
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le');
    throw new Error(
      encrypted
        ? 'the file is protected with a password and cannot be read'
        : 'the file is in the old binary format (.ppt) and cannot be read; save it as .pptx',
    );
  }
  if (!startsWith(bytes, ZIP)) throw new Error('the file is not a zip archive, so it is no .pptx or .potx');
}

/**
 * Reads a package: XML parts as text, relationship targets as absolute part names.
 * Throws an Error with a plain sentence when the bytes are no package, are protected, damaged or too large; see readArchive.
 */
export function readPackage(bytes: Uint8Array): Package {
  const { files } = readArchive(bytes);
  const actual = new Map([...files.keys()].map((name) => [partKey(name), name]));
  const types = files.get(actual.get(partKey(CONTENT_TYPES)) ?? '');
  if (!types) throw new Error('[Content_Types].xml is missing, so the file is no .pptx or .potx');
  const typeOf = contentTypeLookup(parseContentTypes(decodeXml(types)));
  const relationshipsOf = (source: string): readonly Relationship[] => {
    const data = files.get(actual.get(partKey(relationshipsPart(source))) ?? '');
    if (!data) return [];
    return parseRelationships(source, decodeXml(data)).map((relationship) =>
      relationship.external ? relationship : { ...relationship, target: actual.get(partKey(relationship.target)) ?? relationship.target },
    );
  };
  const parts = [...files].flatMap(([name, data]): readonly Part[] => {
    if (partKey(name) === partKey(CONTENT_TYPES) || extensionOf(name) === 'rels') return [];
    const contentType = typeOf(name) ?? '';
    return [{ name, contentType, data: isXmlType(contentType) ? decodeXml(data) : data, relationships: relationshipsOf(name) }];
  });
  return { parts, relationships: relationshipsOf('/') };
}
