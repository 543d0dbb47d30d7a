/** A host that has a template beside the files of the main deck. */
import { join } from 'node:path';
import type { Host } from '../../../lib/core/host.js';
import { nodeHost } from '../../../lib/host/node.js';

/** The folder of the main deck. */
export const DECK = join(import.meta.dirname, '..', '..', '..', 'decks', 'deepseek-rise');

/** Node's files, and `corporate.potx`. */
export function hostWith(bytes: Uint8Array): Host {
  const host = nodeHost({ root: DECK, allowDirs: [join(DECK, '..')] });
  return { ...host, read: (path) => (path === 'corporate.potx' ? Promise.resolve(bytes) : host.read(path)) };
}
