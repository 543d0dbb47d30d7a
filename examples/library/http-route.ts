/**
 * A route that turns the Markdown of a request into a deck: `POST /deck`, the briefing as its body. Errors come back as JSON, with line and column.
 * Run it with Node 24 or later, or any TypeScript runner; then `curl --data-binary @briefing.md -o deck.pptx http://localhost:8080/deck`.
 */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { pathToFileURL } from 'node:url';
import { buildDeck, type Host, HostError, loadTemplate } from '../../lib/index.js';

const PPTX = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
/** Bytes of the largest briefing that is taken. */
const LARGEST = 1_000_000;

/** Strangers' briefings read no file of this machine and fetch nothing: what they name is told as missing. */
const closed: Host = {
  read: (path) => Promise.reject(new HostError('forbidden', path, 'files are not read here')),
  resolve: (_, target) => target,
  builtin: (template, file) => `${template}/${file}`,
  builtins: async () => [],
};

/** The body as text; null where it is too large. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size <= LARGEST) parts.push(part);
  }
  return size > LARGEST ? null : Buffer.concat(parts).toString('utf8');
}

/** Answers `POST /deck`; builds run side by side, for the library keeps nothing between them. */
export async function deckRoute(): Promise<RequestListener> {
  const { template } = await loadTemplate('meridian');
  return async (request, response) => {
    const answer = (status: number, type: string, body: string | Uint8Array): void => {
      response.writeHead(status, { 'content-type': type }).end(body);
    };
    if (request.method !== 'POST' || request.url !== '/deck') return answer(404, 'text/plain', 'POST /deck\n');
    const text = await bodyOf(request);
    if (text === null) return answer(413, 'text/plain', `at most ${LARGEST} bytes\n`);
    const { pptx, diagnostics } = await buildDeck({ path: 'briefing.md', text }, { host: closed, ...(template ? { template } : {}) });
    if (pptx) return answer(200, PPTX, pptx);
    answer(422, 'application/json', JSON.stringify({ diagnostics }));
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  createServer(await deckRoute()).listen(8080, 'localhost');
}
