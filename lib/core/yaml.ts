/** YAML that a user wrote, read once at the border: values checked by a schema, every complaint with its place. */
import { isMap, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml';
import type { z } from 'zod';
import { diagnostic, type Severity, type Sink, type Span } from './diagnostic.js';
import { closest } from './suggest.js';

/** YAML text and the place of each of its characters. */
export interface YamlText {
  readonly text: string;
  /** The span in the user's file of a stretch of `text`. */
  span(start: number, end: number): Span;
}

/** What was read. */
export interface YamlValue<T> {
  readonly value: T;
  /** The span of the value at a path; the nearest one above where there is none. */
  spanOf(path: readonly PropertyKey[]): Span;
  /** The span of the key at a path. */
  spanOfKey(path: readonly PropertyKey[]): Span;
}

/** How complaints are labelled. */
export interface YamlReport {
  /** Prefix of the codes: `front-matter`, `chart`, `template`. */
  readonly area: string;
  /** For broken YAML and wrong types. Unknown keys are always warnings. */
  readonly severity: Severity;
  readonly sink: Sink;
}

/**
 * Reads YAML against a schema (a strict object schema reports unknown keys).
 * A value that does not fit is reported and left out, so that the schema's default takes its place; null where even then nothing fits.
 */
export function readYaml<T>(source: YamlText, schema: z.ZodType<T>, report: YamlReport): YamlValue<T> | null {
  const document = parseDocument(source.text, { lineCounter: new LineCounter(), prettyErrors: false, uniqueKeys: true });
  for (const error of document.errors) {
    const [start, end] = error.pos;
    report.sink(diagnostic(report.severity, `${report.area}/yaml`, lowerFirst(firstLine(error.message)), source.span(start, end)));
  }
  const top = document.contents as ParsedNode | null;
  const spans = {
    of: (path: readonly PropertyKey[]) => spanOf(source, top, path),
    key: (path: readonly PropertyKey[]) => spanOfKey(source, top, path),
  };
  let data: unknown = document.errors.length > 0 ? safely(() => document.toJS()) : document.toJS();
  if (data === null || data === undefined) data = {};
  const told = new Set<string>();
  for (let round = 0; round < 50; round++) {
    const result = schema.safeParse(data);
    if (result.success) return { value: result.data, spanOf: spans.of, spanOfKey: spans.key };
    const removed = result.error.issues.map((issue) => {
      const path = JSON.stringify(issue.path);
      // A value that was left out and has no default is missing now; that was said already.
      const known = issue.code !== 'unrecognized_keys' && told.has(path);
      told.add(path);
      return !known && reportIssue(issue, schema, data, spans, report);
    });
    if (!removed.every(Boolean)) return null;
  }
  return null;
}

type Spans = { of(path: readonly PropertyKey[]): Span; key(path: readonly PropertyKey[]): Span };

/** Reports one issue and removes the value that caused it; false where there is nothing to remove. */
function reportIssue(issue: z.core.$ZodIssue, schema: z.ZodType, data: unknown, spans: Spans, report: YamlReport): boolean {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const hints = suggest(key, knownKeys(schema as SchemaParts, issue.path));
      report.sink(diagnostic('warning', `${report.area}/unknown-key`, `unknown key "${key}"`, spans.key([...issue.path, key]), ...hints));
      remove(data, [...issue.path, key]);
    }
    return true;
  }
  const name = issue.path.map(String).join('.');
  const message = name === '' ? lowerFirst(issue.message) : `"${name}": ${lowerFirst(issue.message)}`;
  report.sink(diagnostic(report.severity, `${report.area}/invalid-value`, message, spans.of(issue.path)));
  return remove(data, issue.path);
}

/** What a schema is made of, as far as its keys can be known. */
interface SchemaParts {
  readonly shape?: Readonly<Record<PropertyKey, SchemaParts>>;
  readonly element?: SchemaParts;
  readonly valueType?: SchemaParts;
  readonly options?: readonly SchemaParts[];
  readonly unwrap?: () => SchemaParts;
}

/** The keys that the schema knows at a path. */
function knownKeys(schema: SchemaParts, path: readonly PropertyKey[]): readonly string[] {
  if (schema.options) return schema.options.flatMap((option) => knownKeys(option, path));
  if (!schema.shape && !schema.element && !schema.valueType) return schema.unwrap ? knownKeys(schema.unwrap(), path) : [];
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(schema.shape ?? {});
  const inner = schema.shape?.[key] ?? schema.element ?? schema.valueType;
  return inner ? knownKeys(inner, rest) : [];
}

const suggest = (key: string, known: readonly string[]): readonly string[] => {
  const found = closest(key, known);
  return found === null ? [] : [`did you mean "${found}"?`];
};

function remove(data: unknown, path: readonly PropertyKey[]): boolean {
  let at: unknown = data;
  for (const key of path.slice(0, -1)) at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
  const last = path.at(-1);
  if (last === undefined || typeof at !== 'object' || at === null) return false;
  if (Array.isArray(at)) at.splice(Number(last), 1);
  else if (!(last in at)) return false;
  else delete (at as Record<PropertyKey, unknown>)[last];
  return true;
}

function nodeAt(top: Node | null, path: readonly PropertyKey[]): Node | null {
  let at: Node | null = top;
  for (const key of path) {
    const next: unknown =
      isMap(at) || (at && 'items' in at) ? (at as { get(key: unknown, keep: boolean): unknown }).get(key, true) : undefined;
    if (next === undefined || next === null || typeof next !== 'object') return at;
    at = next as Node;
  }
  return at;
}

function spanOf(source: YamlText, top: Node | null, path: readonly PropertyKey[]): Span {
  const range = nodeAt(top, path)?.range;
  return range ? source.span(range[0], range[1]) : source.span(0, source.text.length);
}

function spanOfKey(source: YamlText, top: Node | null, path: readonly PropertyKey[]): Span {
  const map = nodeAt(top, path.slice(0, -1));
  const pair = isMap(map) ? map.items.find((item) => String((item.key as { value?: unknown }).value) === String(path.at(-1))) : undefined;
  const range = (pair?.key as Node | undefined)?.range;
  return range ? source.span(range[0], range[1]) : spanOf(source, top, path.slice(0, -1));
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');

function safely<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
