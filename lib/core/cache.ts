/** What a caller may lend the library so that work is done once over many runs: the library itself keeps nothing. */

/** Bytes under names. A cache never fails: what it cannot give or keep it does not have. */
export interface Cache {
  /** The bytes that were put under this name; null where there are none. */
  get(key: string): Promise<Uint8Array | null>;
  put(key: string, bytes: Uint8Array): Promise<void>;
}

/** Keeps nothing. */
export const NO_CACHE: Cache = { get: async () => null, put: async () => undefined };
