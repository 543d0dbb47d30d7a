/** Templates by name or folder. */
import { z } from 'zod';
import { type Diagnostic, diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { type Host, HostError } from '../core/host.js';
import { sourceText, spanAt } from '../core/source.js';
import { closest } from '../core/suggest.js';
import { readYaml, type YamlText, type YamlValue } from '../core/yaml.js';
import { definitionText, type TemplateDefinition } from './define.js';
import { fontFaults } from './fonts.js';
import { isMap, merge } from './merge.js';
import type { Template, TemplateSlides } from './model.js';
import { isOfficeFile, loadOffice } from './office/load.js';
import { resolveTemplate } from './resolve.js';
import { type TemplateData, templateSchema } from './schema.js';
import type { SlideSize } from './sizes.js';

const FILE = 'template.yaml';

/** How a template is loaded. */
export interface LoadOptions {
  readonly host: Host;
  readonly size: SlideSize;
  readonly sink: Sink;
  /** Where the template was named; default: the start of its own file. */
  readonly span?: Span;
  /** Where the slides of a company's `.potx` go; default: nowhere. */
  readonly slides?: TemplateSlides;
}

/**
 * Loads a template: a name among the built-in ones, or, with a slash or a dot in it, a folder with a `template.yaml`; `name:variant` for one
 * of its variants; or a company's own `.potx` or `.pptx`. Null, with an error in the sink, where there is none (`template/unknown`) or its file is not sound (`template/…`, at its place).
 */
export async function loadTemplate(name: string, options: LoadOptions): Promise<Template | null> {
  if (isOfficeFile(name)) return loadOffice(name, options);
  const [, folder = name, variant = null] = VARIANT.exec(name) ?? [];
  const span = options.span ?? spanAt(sourceText(name, ''), 0, 0);
  const read = await readTemplate({ name: folder, from: null, span, trail: [] }, options);
  const data = read && withVariant(read.value, variant, span, options.sink);
  const template = data && (await resolved(nameOf(name), data, read, options));
  if (data && template && isFolder(folder)) await tellLooks(data, template, read, options.sink);
  return template;
}

/** Loads a template that was made in code, as a folder of its name would be loaded. Null, with an error in the sink, where it is not sound. */
export async function loadDefinition(definition: TemplateDefinition, options: LoadOptions): Promise<Template | null> {
  const path = `<template ${definition.name}>`;
  const read = await layered(path, definitionText(definition), null, [], options);
  const template = read && (await resolved(definition.name, read.value, read, options));
  if (read && template) await tellLooks(read.value, template, read, options.sink);
  return template;
}

/** A name with a slash or a dot is a folder, any other a template of ours. */
const isFolder = (name: string): boolean => /[\\/.]/.test(name);

/** Fonts that readers lack, and colours that cannot be read or told apart. Our own templates are held by tests, so a build with one does not load the colour library. */
async function tellLooks(data: TemplateData, template: Template, read: YamlValue<TemplateData>, sink: Sink): Promise<void> {
  for (const { path, message, hints } of fontFaults(data))
    sink(diagnostic('warning', 'template/font', message, read.spanOf(path), ...hints));
  const { colorFaults } = await import('./contrast.js');
  for (const { path, message, hints } of colorFaults(data, template)) {
    sink(diagnostic('warning', 'template/contrast', message, read.spanOf(path), ...hints));
  }
}

/** `lab:print`; one letter before the colon is a drive. */
const VARIANT = /^(.{2,}):([A-Za-z][\w-]*)$/;

const nameOf = (name: string): string =>
  name
    .replace(/[\\/]+$/, '')
    .split(/[\\/]/)
    .at(-1) ?? name;

/** Where a template is named: in the file `from`, or by the caller. */
interface Reference {
  readonly name: string;
  readonly from: string | null;
  readonly span: Span;
  /** The files that lead here, each extending the next. */
  readonly trail: readonly string[];
}

/** The data of a template on top of what it extends. */
async function readTemplate(reference: Reference, options: LoadOptions): Promise<YamlValue<TemplateData> | null> {
  const { name, from, span, trail } = reference;
  if (!isFolder(name) && !(await isBuiltin(name, span, options))) return null;
  const path = isFolder(name) ? options.host.resolve(from, `${name.replace(/[\\/]+$/, '')}/${FILE}`) : options.host.builtin(name, FILE);
  if (trail.includes(path)) {
    options.sink(diagnostic('error', 'template/circular', `the template "${name}" extends itself`, span));
    return null;
  }
  const text = await readText(path, name, span, options);
  return text === null ? null : layered(path, text, path, trail, options);
}

/** The data of a text on top of what it extends; `from` is the file that its relative paths are written in. */
async function layered(
  path: string,
  text: string,
  from: string | null,
  trail: readonly string[],
  options: LoadOptions,
): Promise<YamlValue<TemplateData> | null> {
  const source = sourceText(path, text);
  const yaml: YamlText = { text, span: (start, end) => spanAt(source, start, end) };
  const base = EXTENDS.test(text) ? readYaml(yaml, extendsSchema, { area: 'template', severity: 'error', sink: () => undefined }) : null;
  const placed = (own: unknown): unknown => located(own, from, options.host);
  if (base?.value.extends === undefined) {
    const whole: Sink = (item) => options.sink(/ is missing$/.test(item.message) ? { ...item, hints: [...item.hints, HOUSE] } : item);
    return validated(yaml, z.preprocess(placed, templateSchema), whole);
  }
  const below = await readTemplate({ name: base.value.extends, from, span: base.spanOf(['extends']), trail: [...trail, path] }, options);
  return (
    below &&
    validated(
      yaml,
      z.preprocess((own) => merge(below.value, placed(own)), templateSchema),
      options.sink,
    )
  );
}

/** For whoever did not mean to write a whole template. */
const HOUSE = 'a template says everything itself; a house style begins with "extends: meridian" and says what differs';

/** Most files extend nothing: that need not be read twice. */
const EXTENDS = /\bextends\b/;

/** What a file extends, before anything else of it is looked at. */
const extendsSchema = z.looseObject({ extends: z.string().optional() });

async function isBuiltin(name: string, span: Span, { host, sink }: LoadOptions): Promise<boolean> {
  const known = await host.builtins();
  if (known.includes(name)) return true;
  const near = closest(name, known);
  const hint = near === null ? `templates: ${known.join(', ')}; a folder is written with a slash: "./${name}"` : `did you mean "${near}"?`;
  sink(diagnostic('error', 'template/unknown', `there is no template "${name}"`, span, hint));
  return false;
}

async function readText(path: string, name: string, span: Span, { host, sink }: LoadOptions): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await host.read(path));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const code = error.failure === 'not-found' ? 'template/unknown' : 'template/unreadable';
    sink(
      diagnostic('error', code, `the template "${name}" cannot be read: ${error.message}`, span, `a template is a folder with a ${FILE}`),
    );
    return null;
  }
}

/** What a file says, checked; null where there is an error in it. */
function validated(yaml: YamlText, schema: z.ZodType<TemplateData>, sink: Sink): YamlValue<TemplateData> | null {
  const errors: Diagnostic[] = [];
  const read = readYaml(yaml, schema, { area: 'template', severity: 'error', sink: onceEach(errors, sink) });
  return errors.length > 0 ? null : read;
}

/** A sink that keeps errors. A value that was refused is missing further out: that is said once, at the value. */
const onceEach =
  (errors: Diagnostic[], sink: Sink): Sink =>
  (item) => {
    if (errors.some((error) => encloses(item.span, error.span))) return;
    if (item.severity === 'error') errors.push(item);
    sink(item);
  };

const encloses = (outer: Span, inner: Span): boolean => outer.start.offset <= inner.start.offset && inner.end.offset <= outer.end.offset;

/** The data with the colours of a variant; null and an error where there is no such variant. */
function withVariant(data: TemplateData, name: string | null, span: Span, sink: Sink): TemplateData | null {
  if (name === null) return data;
  const variant = Object.hasOwn(data.variants, name) ? data.variants[name] : undefined;
  if (variant) {
    const { colors, colorMap, palette } = variant;
    return {
      ...data,
      colors: { ...data.colors, ...colors },
      colorMap: colorMap ?? data.colorMap,
      palette: { ...data.palette, ...palette },
    };
  }
  const known = Object.keys(data.variants);
  const near = closest(name, known);
  const hint = near === null ? `variants: ${known.join(', ') || 'none'}` : `did you mean "${near}"?`;
  sink(diagnostic('error', 'template/unknown-variant', `the template has no variant "${name}"`, span, hint));
  return null;
}

/** The template of sound data. */
async function resolved(
  name: string,
  data: TemplateData,
  read: YamlValue<TemplateData>,
  { size, sink, host }: LoadOptions,
): Promise<Template | null> {
  const errors: Diagnostic[] = [];
  const tell = onceEach(errors, sink);
  const files = namesFiles(data) ? await import('./pictures.js') : null;
  const art = files && (await files.readArtFiles(data, host));
  const { template, faults } = resolveTemplate(name, data, size, art?.pictures);
  for (const { path, message, hints } of [...(art?.faults ?? []), ...faults]) {
    const what = path.map(String).join('.');
    tell(diagnostic('error', 'template/invalid-value', `"${what}": ${message}`, read.spanOf(path), ...hints));
  }
  if (errors.length > 0) return null;
  return files && art ? files.withMedia(template, art) : template;
}

/** Most templates have no picture: what reads them need not be loaded. */
const namesFiles = ({ drawings }: TemplateData): boolean =>
  Object.values(drawings).some(({ file, recolored }) => file !== undefined || recolored !== undefined);

/** A file's own drawings with paths as the host knows them: what extends the file lies in another folder. */
function located(own: unknown, from: string | null, host: Host): unknown {
  if (!isMap(own) || !isMap(own.drawings)) return own;
  const path = (value: unknown): unknown => (typeof value === 'string' ? host.resolve(from, value) : value);
  const drawings = Object.entries(own.drawings).map(([name, drawing]) => [
    name,
    isMap(drawing)
      ? Object.fromEntries(
          Object.entries(drawing).map(([key, value]) => [key, key === 'file' || key === 'recolored' ? path(value) : value]),
        )
      : drawing,
  ]);
  return { ...own, drawings: Object.fromEntries(drawings) };
}
