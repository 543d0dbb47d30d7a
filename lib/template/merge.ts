/** One template on top of another. */

export const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What `own` says on top of `base`: maps are merged key by key, lists and values take the place of the base's, a key with nothing behind it
 * (null) takes the base's away.
 */
export function merge(base: unknown, own: unknown): unknown {
  if (!isMap(base) || !isMap(own)) return own;
  const entries = Object.entries(own).map(([key, value]) => [key, merge(Object.hasOwn(base, key) ? base[key] : {}, value)] as const);
  const kept = { ...base, ...Object.fromEntries(entries) };
  return Object.fromEntries(Object.entries(kept).filter(([key, value]) => !(value === null && Object.hasOwn(own, key))));
}
