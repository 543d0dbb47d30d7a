/** All that the library needs of the world outside: everything else is a pure function. */

/** Why a file could not be read. */
export type HostFailure = 'not-found' | 'forbidden' | 'failed';

/** Thrown by a host; the stages turn it into a diagnostic. */
export class HostError extends Error {
  override readonly name = 'HostError';
  readonly failure: HostFailure;
  readonly path: string;
  /** The host of an address that the caller has not allowed and could; null for any other failure. */
  readonly allowable: string | null;
  constructor(failure: HostFailure, path: string, message: string, cause?: unknown, allowable: string | null = null) {
    super(message, { cause });
    this.failure = failure;
    this.path = path;
    this.allowable = allowable;
  }
}

/** The files that a build may see. */
export interface Host {
  /** The bytes of a file; throws a HostError, also for a file of more than `most` bytes (default: no limit). */
  read(path: string, most?: number): Promise<Uint8Array>;
  /** The bytes of an `http` or `https` address that the caller allows; throws a HostError. Left out where nothing may be fetched. */
  fetch?(address: string, most: number): Promise<Uint8Array>;
  /** The path of `target` as it is written in the file `from`; `from` null: as written by the caller. */
  resolve(from: string | null, target: string): string;
  /** The path of a file of a template that ships with the library: `meridian`, `template.yaml`. */
  builtin(template: string, file: string): string;
  /** The names of the templates that ship with the library. */
  builtins(): Promise<readonly string[]>;
}
