/** YAML that a user wrote, read once at the border: values checked by a schema, every complaint with its place. */
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, parseDocument, visit, type YAMLParseError } from 'yaml';
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

/** Whether a text is YAML without mistakes. */
export const isYaml = (text: string): boolean => parseDocument(text, { prettyErrors: false }).errors.length === 0;

/**
 * Reads YAML against a schema (a strict object schema reports unknown keys).
 * A value that does not fit is reported and left out, so that the schema's default takes its place; null where even then nothing fits.
 */
export function readYaml<T>(source: YamlText, schema: z.ZodType<T>, report: YamlReport): YamlValue<T> | null {
  const document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: true });
  for (const error of document.errors)
    report.sink(diagnostic(report.severity, `${report.area}/yaml`, sentence(error.message), spanOfError(source, error)));
  for (const warning of document.warnings)
    report.sink(diagnostic('warning', `${report.area}/yaml`, sentence(warning.message), source.span(...warning.pos)));
  const places: Places = { source, document, left: new WeakMap(), missing: new WeakMap() };
  const data = dataOf(places, report);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const result = schema.safeParse(data);
    if (result.success) {
      return { value: result.data, spanOf: (path) => valueSpan(places, data, path), spanOfKey: (path) => keySpan(places, data, path) };
    }
    const issues = result.error.issues.flatMap(narrowed);
    for (const issue of issues) tell(issue, schema, data, places, report);
    const gone = issues.flatMap(removals).sort(lastFirst);
    if (!gone.every((path) => remove(data, path, places))) return null;
  }
  return null;
}

/** The document as plain values; no keys where it cannot be made: an alias without an anchor, or a bomb of them. */
function dataOf(places: Places, report: YamlReport): unknown {
  const { document } = places;
  try {
    return document.toJS() ?? {};
  } catch (error) {
    let broken: unknown = document.contents;
    visit(document, {
      Alias(_, alias) {
        if (alias.resolve(document)) return undefined;
        broken = alias;
        return visit.BREAK;
      },
    });
    const message = error instanceof Error ? sentence(error.message) : 'it cannot be read';
    report.sink(diagnostic(report.severity, `${report.area}/yaml`, message, spanOfNode(places, broken) ?? wholeSpan(places)));
    return {};
  }
}

/** The whole key where a key is there twice, of which the parser names the first character. */
function spanOfError(source: YamlText, error: YAMLParseError): Span {
  const [start, end] = error.pos;
  const key = error.code === 'DUPLICATE_KEY' ? (/^[^\s:]+/.exec(source.text.slice(start))?.[0].length ?? 0) : 0;
  return source.span(start, Math.max(end, start + key));
}

/** Every round leaves values out, so that few are needed; this stops a schema that never agrees. */
const MOST_ROUNDS = 50;

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

interface Places {
  readonly source: YamlText;
  readonly document: Document.Parsed;
  /** For a list that values were left out of: the index in the document of each that is left. */
  readonly left: WeakMap<readonly unknown[], number[]>;
  /** For a group of keys: those that were left out, and told. */
  readonly missing: WeakMap<object, Set<PropertyKey>>;
}

/** An issue of a union is told as the issues of the branch that was meant: one whose own type fits. */
function narrowed(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const branches = issue.errors.filter((branch) => branch.every((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'));
  const branch = branches.find((inner) => inner.length > 0);
  return branch ? branch.flatMap((inner) => narrowed({ ...inner, path: [...issue.path, ...inner.path] })) : [issue];
}

/** What is left out because of an issue. */
const removals = (issue: Issue): readonly Path[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

/** Later items of a list first, so that the places of the others hold. */
const lastFirst = (a: Path, b: Path): number => {
  const at = a.findIndex((key, index) => key !== b[index]);
  return at === -1 ? b.length - a.length : Number(b[at]) - Number(a[at]) || b.length - a.length;
};

function tell(issue: Issue, schema: z.ZodType, data: unknown, places: Places, report: YamlReport): void {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const span = keySpan(places, data, [...issue.path, key]);
      if (isBrokenLine(places, span)) continue;
      const hints = didYouMean(closest(key, knownKeys(schema, issue.path)));
      report.sink(diagnostic('warning', `${report.area}/unknown-key`, `unknown key "${key}"`, span, ...hints));
    }
    return;
  }
  const value = valueAt(data, issue.path);
  const holder = valueAt(data, issue.path.slice(0, -1));
  const key = issue.path.at(-1);
  if (key !== undefined && isObject(holder) && places.missing.get(holder)?.has(key)) return;
  const wanted = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const unquoted = typeof value === 'number' && issue.code === 'invalid_type' && issue.expected === 'string';
  const hints = unquoted ? ['put it between quotes'] : typeof value === 'string' ? didYouMean(closest(value, wanted)) : [];
  report.sink(
    diagnostic(
      report.severity,
      `${report.area}/invalid-value`,
      explain(issue, value, nameOf(places, data, issue.path)),
      valueSpan(places, data, issue.path),
      ...hints,
    ),
  );
}

/** Whether the parser complained about the line on which a key stands: what it made a key of is perhaps none. */
const isBrokenLine = ({ document, source }: Places, { start }: Span): boolean =>
  document.errors.some((error) => spanOfError(source, error).start.line === start.line);

const didYouMean = (word: string | null): readonly string[] => (word === null ? [] : [`did you mean "${word}"?`]);

/** A plain sentence: which value, and what was expected. */
function explain(issue: Issue, value: unknown, name: string): string {
  if (value === undefined) return `${name} is missing`;
  const ours = /^(?:Invalid|Too (?:small|big)|Unrecognized|Not )/.test(issue.message);
  return `${name} is ${show(value)}${ours ? `, expected ${expectation(issue)}` : `: ${sentence(issue.message)}`}`;
}

/** A path as a message names it: keys, and items of lists counted from 1 as they stand in the file. */
function nameOf(places: Places, data: unknown, path: Path): string {
  const names = path.map((key, index) => {
    const holder = valueAt(data, path.slice(0, index));
    return Array.isArray(holder) ? originalIndex(places, holder, Number(key)) + 1 : String(key);
  });
  return names.length === 0 ? 'this' : `"${names.join('.')}"`;
}

const originalIndex = (places: Places, list: readonly unknown[], index: number): number => places.left.get(list)?.[index] ?? index;

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
  null: 'nothing',
};

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return either(issue.values.map((value) => (typeof value === 'string' ? value : show(value))));
    case 'invalid_union':
      return either([...new Set(issue.errors.flatMap((branch) => branch.filter((inner) => inner.path.length === 0).map(expectation)))]);
    case 'too_small':
      return `${issue.origin === 'string' || issue.origin === 'array' ? 'a length of ' : ''}${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return `${issue.origin === 'string' || issue.origin === 'array' ? 'a length of ' : ''}${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
    case 'invalid_format':
      return `text of the form ${issue.format === 'regex' ? (issue.pattern ?? issue.format) : issue.format}`;
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    default:
      return sentence(issue.message);
  }
}

const either = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? 'another value') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** A value as a message names it. */
function show(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a group of keys';
  const text = String(value);
  const short = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  return typeof value === 'string' ? `"${short}"` : short;
}

/** The keys that a schema knows at a path. */
function knownKeys(schema: z.ZodType, path: Path): readonly string[] {
  const schemas = path.reduce<readonly SchemaParts[]>((found, key) => found.flatMap((item) => childSchemas(item, key)), partsOf(schema));
  return schemas.flatMap((item) => Object.keys(item.shape ?? enumOf(item.keyType)));
}

/** The words of an enumeration, which the keys of a map may be. */
const enumOf = (schema: unknown): object => (schema as { readonly def?: { readonly entries?: object } } | undefined)?.def?.entries ?? {};

/** What we read of a schema's definition (https://zod.dev/packages/core#internals). */
interface SchemaParts {
  readonly type?: string;
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
  readonly valueType?: unknown;
  readonly keyType?: unknown;
  readonly innerType?: unknown;
  readonly options?: readonly unknown[];
  readonly items?: readonly unknown[];
  readonly in?: unknown;
  readonly out?: unknown;
}

/** A schema without its wrappers: optional, default, transformed; each branch of a union. */
function partsOf(schema: unknown): readonly SchemaParts[] {
  const parts = (schema as { readonly def?: SchemaParts } | null | undefined)?.def;
  if (!parts) return [];
  if (parts.innerType !== undefined) return partsOf(parts.innerType);
  if (parts.in !== undefined) return [...partsOf(parts.in), ...partsOf(parts.out)];
  return parts.options && parts.type === 'union' ? parts.options.flatMap(partsOf) : [parts];
}

function childSchemas(parts: SchemaParts, key: PropertyKey): readonly SchemaParts[] {
  if (parts.shape) return Object.hasOwn(parts.shape, key) ? partsOf(parts.shape[String(key)]) : [];
  return partsOf(parts.items?.[Number(key)] ?? parts.element ?? parts.valueType);
}

function valueAt(data: unknown, path: Path): unknown {
  let at: unknown = data;
  for (const key of path) at = isObject(at) && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined;
  return at;
}

/** Leaves a value out; where it is missing, what should hold it. False where nothing can be left out. */
function remove(data: unknown, path: Path, places: Places): boolean {
  const last = path.at(-1);
  if (last === undefined) return false;
  const holder = valueAt(data, path.slice(0, -1));
  if (!isObject(holder) || !Object.hasOwn(holder, last)) return remove(data, path.slice(0, -1), places);
  if (Array.isArray(holder)) {
    const left = places.left.get(holder) ?? holder.map((_, index) => index);
    left.splice(Number(last), 1);
    places.left.set(holder, left);
    holder.splice(Number(last), 1);
    return true;
  }
  places.missing.set(holder, new Set([...(places.missing.get(holder) ?? []), last]));
  return Reflect.deleteProperty(holder, last);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A pair of a mapping, or the item of a list, as the document has it. */
interface Found {
  readonly key: unknown;
  readonly value: unknown;
}

/** The entries on the way to a path, as far as the document has them. */
function entriesAt(places: Places, data: unknown, path: Path): readonly Found[] {
  const found: Found[] = [];
  let node: unknown = places.document.contents;
  let value: unknown = data;
  for (const key of path) {
    if (isAlias(node)) node = node.resolve(places.document);
    const original = Array.isArray(value) ? originalIndex(places, value, Number(key)) : key;
    const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key)) : undefined;
    const entry = isSeq(node) ? { key: null, value: node.items[Number(original)] } : pair ? { key: pair.key, value: pair.value } : null;
    if (!entry) break;
    found.push(entry);
    node = entry.value;
    value = valueAt(value, [key]);
  }
  return found;
}

/** The span of a value; of its key where it is empty; of the nearest above where there is none. */
function valueSpan(places: Places, data: unknown, path: Path): Span {
  const entries = entriesAt(places, data, path);
  const last = entries.at(-1);
  return spanOfNode(places, last?.value) ?? spanOfNode(places, last?.key) ?? spanOfNode(places, entries.at(-2)?.value) ?? wholeSpan(places);
}

function keySpan(places: Places, data: unknown, path: Path): Span {
  const entries = entriesAt(places, data, path);
  return (entries.length === path.length ? spanOfNode(places, entries.at(-1)?.key) : null) ?? valueSpan(places, data, path);
}

const wholeSpan = (places: Places): Span =>
  spanOfNode(places, places.document.contents) ?? places.source.span(0, places.source.text.length);

/** A node's own characters: blanks, line ends and comments behind it do not count. */
function spanOfNode(places: Places, node: unknown): Span | null {
  if (!isNode(node) || !node.range) return null;
  const [start, end] = node.range;
  const text = places.source.text.slice(start, end).trimEnd();
  return text === '' ? null : places.source.span(start, start + text.length);
}

/** The first line of a message as one of ours: lower case, no full stop. */
function sentence(message: string): string {
  const line = (message.split('\n', 1)[0] ?? message).trim();
  return line.charAt(0).toLowerCase() + line.slice(1).replace(/[.:]$/, '');
}
