/** `briefdeck.config.yaml`: what holds for all briefings of a folder. */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { LEVELS, type Levels, unknownRule } from '../build.js';
import { type Diagnostic, diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { sourceText, spanAt } from '../core/source.js';
import { readYaml } from '../core/yaml.js';
import { hostError } from '../host/node.js';
import { SIZES } from './commands.js';

/** The settings of a folder. */
export interface Config {
  /** Its folder, which briefings below may read from; null where there is no file. */
  readonly folder: string | null;
  /** A name, or a folder relative to the file; null: not set. */
  readonly template: string | null;
  readonly size: (typeof SIZES)[number] | null;
  readonly check: Levels;
  /** What is wrong with the file. */
  readonly diagnostics: readonly Diagnostic[];
}

const NONE: Config = { folder: null, template: null, size: null, check: {}, diagnostics: [] };
const NAME = 'briefdeck.config.yaml';

const level = z.preprocess((given) => (given === false ? 'off' : given), z.enum(LEVELS));
const schema = z.strictObject({
  template: z.string().nullish(),
  size: z.enum(SIZES).nullish(),
  check: z.record(z.string(), level).nullish(),
});

/** The settings for a briefing in a folder: those of `named`, else of the nearest file above. Throws a HostError where `named` cannot be read. */
export function configFor(folder: string, named: string | null, cwd: string): Config {
  if (named !== null) return readConfig(resolve(cwd, named), named, readNamed(resolve(cwd, named), named));
  for (let at = resolve(cwd, folder); ; at = dirname(at)) {
    const path = join(at, NAME);
    const text = readOrNull(path);
    if (text !== null) return readConfig(path, relative(cwd, path) || path, text);
    if (dirname(at) === at) return NONE;
  }
}

function readConfig(path: string, shown: string, yaml: string): Config {
  const diagnostics: Diagnostic[] = [];
  const sink: Sink = (item) => diagnostics.push(item);
  const source = sourceText(shown, yaml);
  const span = (start: number, end: number): Span => spanAt(source, start, end);
  const read = readYaml({ text: yaml, span }, schema, { area: 'config', severity: 'warning', sink });
  const { template, size, check } = read?.value ?? {};
  for (const code of Object.keys(check ?? {})) {
    const fault = unknownRule(code);
    if (fault && read) sink(diagnostic('warning', 'check/unknown-rule', fault.text, read.spanOfKey(['check', code]), ...fault.hints));
  }
  const isPath = template && /[\\/]|^\./.test(template);
  return {
    folder: dirname(path),
    template: isPath ? join(dirname(path), template) : (template ?? null),
    size: size ?? null,
    check: check ?? {},
    diagnostics,
  };
}

function readNamed(path: string, named: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw hostError(named, error);
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
