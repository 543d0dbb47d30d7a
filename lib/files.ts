/** The files that a briefing names: each read once, before slides are planned. */
import type { FileReference } from './briefing/briefing.js';
import type { LoadedFile } from './briefing/kind.js';
import type { Cache } from './core/cache.js';
import { type Gate, gateOf } from './core/gate.js';
import { digest } from './core/guid.js';
import { type Host, HostError } from './core/host.js';
import { originOf, type SourceText } from './core/source.js';
import type { Original } from './media/develop.js';
import { inspectPicture, MOST_AT_ONCE } from './media/inspect.js';
import { MOST_BYTES, PictureError } from './media/sharp.js';

/** What was read. */
export interface ReadFiles {
  /** What a reference names. */
  file(reference: FileReference): LoadedFile;
  /** The pictures by their ids, to be read again when their places are known. */
  readonly originals: ReadonlyMap<string, Original>;
  /** Of every file, in the order of the references. */
  readonly hashes: readonly string[];
}

/** The bytes of pictures that are kept until the deck is written; what is beyond it is read again then. */
const MOST_HELD = 256 * 1024 * 1024;
/** Files that are read at once. */
const READERS = 4;

/** Reads every file that blocks of a briefing's text name; each is looked for from the file that names it. */
export async function readFiles(references: readonly FileReference[], source: SourceText, host: Host, cache: Cache): Promise<ReadFiles> {
  const path = ({ path, span }: FileReference): string =>
    isData(path) || isAddress(path) ? path : host.resolve(fromFile(originOf(source, span)), path);
  const keyOf = (reference: FileReference): string => `${reference.use}:${path(reference)}`;
  const wanted = new Map(references.map((reference) => [keyOf(reference), { path: path(reference), use: reference.use }]));
  const [readers, pixels] = [gateOf(READERS), gateOf(MOST_AT_ONCE)];
  const files = new Map<string, LoadedFile>();
  const originals = new Map<string, Original>();
  let held = 0;
  const read = async ({ path, use }: { readonly path: string; readonly use: FileReference['use'] }): Promise<Fetched> => {
    const get = (): Promise<Uint8Array | Failure> => bytesAt(path, use, host);
    const bytes = await get();
    if ('failure' in bytes) return { file: { path, ...bytes }, hash: null };
    const hash = digest(bytes);
    if (use !== 'picture') return { file: { path, text: decode(bytes) }, hash };
    const picture = await pictureIn(bytes, cache, pixels);
    if (typeof picture === 'string') return { file: { path, failure: picture, allowable: null }, hash };
    if (!originals.has(picture.id)) {
      const keep = held + bytes.length <= MOST_HELD || isAddress(path);
      if (keep) held += bytes.length;
      originals.set(picture.id, { picture, read: keep ? async () => bytes : () => again(get) });
    }
    return { file: { path, picture }, hash };
  };
  const hashes = await Promise.all(
    [...wanted].map(async ([key, one]) => {
      const { file, hash } = await readers(1, () => read(one));
      files.set(key, file);
      return hash ?? '';
    }),
  );
  return {
    file: (reference) => files.get(keyOf(reference)) ?? { path: reference.path, failure: 'it was not read', allowable: null },
    originals,
    hashes,
  };
}

interface Fetched {
  readonly file: LoadedFile;
  readonly hash: string | null;
}

async function pictureIn(bytes: Uint8Array, cache: Cache, gate: Gate) {
  try {
    return await inspectPicture(bytes, cache, gate);
  } catch (error) {
    if (error instanceof PictureError) return error.message;
    throw error;
  }
}

/** Why a file cannot be had, and the host that could be allowed. */
type Failure = Pick<Extract<LoadedFile, { readonly failure: string }>, 'failure' | 'allowable'>;

async function again(get: () => Promise<Uint8Array | Failure>): Promise<Uint8Array> {
  const bytes = await get();
  if ('failure' in bytes) throw new PictureError(bytes.failure);
  return bytes;
}

/** The bytes behind a path, an address or a data URL, or why they cannot be had. */
async function bytesAt(path: string, use: FileReference['use'], host: Host): Promise<Uint8Array | Failure> {
  if (use === 'picture' && isData(path)) return dataIn(path);
  try {
    if (!isAddress(path)) return await (use === 'picture' ? pictureAt(path, host) : host.read(path));
    return use === 'picture' && host.fetch ? await host.fetch(path, MOST_BYTES) : NOT_HERE;
  } catch (error) {
    if (error instanceof HostError) return { failure: error.message, allowable: error.allowable };
    throw error;
  }
}

/** A picture's file by its path as it is written, and where there is none by what that means as an address: `my%20photo.jpg`, `photo.jpg?raw=true`. */
async function pictureAt(path: string, host: Host): Promise<Uint8Array> {
  const [first, ...others] = [...new Set([path, unescaped(path), unescaped(path.replace(/[?#].*$/, ''))])];
  try {
    return await host.read(first ?? path, MOST_BYTES);
  } catch (error) {
    if (!isMissing(error)) throw error;
    for (const other of others) {
      const bytes = await host.read(other, MOST_BYTES).catch((cause: unknown) => {
        if (isMissing(cause)) return null;
        throw cause;
      });
      if (bytes) return bytes;
    }
    throw error;
  }
}

const isMissing = (error: unknown): boolean => error instanceof HostError && error.failure === 'not-found';

/** A path without percent signs that stand for other characters (RFC 3986, 2.1); as it is where they do not. */
function unescaped(path: string): string {
  try {
    const plain = decodeURIComponent(path);
    return plain.includes('\0') ? path : plain;
  } catch {
    return path;
  }
}

const NOT_HERE: Failure = { failure: 'it is not on this computer', allowable: null };

/** A file's bytes, or why they cannot be had. */
export async function readOrFail<T>(read: () => Promise<T>): Promise<T | string> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof HostError) return error.message;
    throw error;
  }
}

/** The bytes of a `data:` URL (RFC 2397). */
function dataIn(url: string): Uint8Array | Failure {
  const [, base64, data = ''] = /^data:[^,]*?(;base64)?,([\s\S]*)$/i.exec(url) ?? [];
  try {
    return base64 ? Buffer.from(data, 'base64') : Buffer.from(decodeURIComponent(data));
  } catch {
    return { failure: 'its data cannot be read', allowable: null };
  }
}

const isData = (path: string): boolean => /^data:/i.test(path);

/** Whether a path is the address of something elsewhere. */
export const isAddress = (path: string): boolean => /^(?:[a-z][a-z0-9+.-]+:)?\/\//i.test(path);

/** Text with its byte order mark, so that offsets are those of the file. */
export const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** The file that relative paths are written in; null for a briefing without one. */
export const fromFile = ({ file }: { readonly file: string }): string | null => (file.startsWith('<') ? null : file);
