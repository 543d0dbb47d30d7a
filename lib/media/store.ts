/** Finished pictures as one entry of a cache. */
import { z } from 'zod';
import { digest } from '../core/guid.js';

const head = z.object({
  hash: z.string(),
  files: z.array(
    z.object({ extension: z.enum(['png', 'jpg', 'gif', 'svg']), width: z.number(), height: z.number(), length: z.int().nonnegative() }),
  ),
});

/** A file of an entry. */
export interface KeptFile {
  readonly extension: z.infer<typeof head>['files'][number]['extension'];
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Files as one entry: a line that describes them, then their bytes. */
export function toKeep(files: readonly KeptFile[]): Uint8Array {
  const body = Buffer.concat(files.map(({ bytes }) => bytes));
  const described = files.map(({ extension, width, height, bytes }) => ({ extension, width, height, length: bytes.length }));
  return Buffer.concat([Buffer.from(`${JSON.stringify({ hash: digest(body), files: described })}\n`), body]);
}

/** The files of an entry; null where it is not one, or not whole. */
export function readKept(entry: Uint8Array): readonly KeptFile[] | null {
  const end = entry.indexOf(10);
  const described = head.safeParse(parsed(entry.subarray(0, Math.max(0, end))));
  const body = entry.subarray(end + 1);
  if (!described.success || digest(body) !== described.data.hash) return null;
  let at = 0;
  return described.data.files.map(({ length, ...file }) => {
    at += length;
    return { ...file, bytes: body.slice(at - length, at) };
  });
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
