/** Mermaid, found, given what it takes for a browser, and asked for one diagram at a time: its parsers keep state. Nothing else imports it. */

/** What of Mermaid we use. */
interface Mermaid {
  initialize(config: Readonly<Record<string, unknown>>): void;
  readonly mermaidAPI: {
    getDiagramFromText(text: string): Promise<{ readonly type: string; readonly db: unknown }>;
  };
}

/** What a parser left, by Mermaid's name of the kind of diagram. */
export interface Parsed {
  readonly type: string;
  readonly db: unknown;
}

/** Why a text could not be read; `line` from 0, in the text that was given. */
export interface ParseFailure {
  readonly message: string;
  readonly token: string | null;
  readonly line: number;
  readonly column: number;
}

/** Runs a reader on a parsed diagram, before the next is parsed. */
export type Parse = <T>(text: string, read: (parsed: Parsed) => T) => Promise<T | ParseFailure>;

let queue: Promise<unknown> = Promise.resolve();

/** The parser; null where the package `mermaid` is not installed. */
export async function loadParser(): Promise<Parse | null> {
  const mermaid = await inTurn(loadMermaid);
  if (!mermaid) return null;
  return (text, read) =>
    inTurn(async () => {
      try {
        const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
        return read({ type, db });
      } catch (error) {
        return failureOf(error);
      }
    });
}

/** One after the other, and with a window: Mermaid's sanitizer asks for one when it is loaded, and some grammars for one when they run. */
function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const next = queue.then(() => withWindow(task));
  queue = next.catch(() => undefined);
  return next;
}

async function withWindow<T>(task: () => Promise<T>): Promise<T> {
  if ('window' in globalThis) return task();
  const { parseHTML } = await import('linkedom');
  const { window } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const own = Object.create(window, { CSS: { value: { supports: (_: string, color: string) => COLOR.test(color) } } });
  Object.defineProperty(globalThis, 'window', { value: own, configurable: true });
  try {
    return await task();
  } finally {
    Reflect.deleteProperty(globalThis, 'window');
  }
}

/** What a `box` of a sequence takes for a colour, and not for the first word of its name. */
const COLOR =
  /^(#[\da-f]{3,8}|(rgb|hsl)a?\(.*\)|transparent|aqua|black|blue|cyan|gold|gr[ae]y|green|lime|magenta|maroon|navy|olive|orange|pink|purple|red|silver|teal|white|yellow|(light|dark)(blue|gr[ae]y|green|yellow|cyan|pink|orange|red))$/i;

/** The name stands outside the import, for bundlers would look for it. */
async function loadMermaid(): Promise<Mermaid | null> {
  const name = 'mermaid';
  try {
    const { default: mermaid } = (await import(name)) as { readonly default: Mermaid };
    mermaid.initialize({ startOnLoad: false, logLevel: 'fatal', securityLevel: 'strict' });
    return mermaid;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND' && /['"]mermaid['"]/.test(error.message);

/** What the generated parsers say of a mistake: the token that they stopped at stands behind the last one that they took. */
function failureOf(error: unknown): ParseFailure {
  const message = (error instanceof Error ? error.message : String(error)).trim();
  const { hash } = error as {
    readonly hash?: { readonly text?: string; readonly loc?: { readonly last_line: number; readonly last_column: number } };
  };
  if (!hash?.loc) return { message: message.split('\n')[0] ?? '', token: null, line: 0, column: 0 };
  return { message, token: hash.text ?? '', line: hash.loc.last_line - 1, column: hash.loc.last_column };
}

/** Whether a text could not be read. */
export const isFailure = <T>(result: T | ParseFailure): result is ParseFailure =>
  typeof result === 'object' && result !== null && 'token' in result && 'column' in result;
