import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { type ModelOptions, prepareBriefing } from '../../lib/index.js';

const TEXT = `The port of Elmstead

The port handled 4.2 million tons in 2024. That is 12% more than in 2023. Most of it was grain from the upper valley.

Harbour master Ruth Kane claims that a second crane will pay for itself within 3 years. The union doubts that. It has counted 40 days of idle cranes.

The crane costs 9 million dollars. The town of Elmstead pays 2 million dollars of it. The rest comes from the state bank.
`;

interface Request {
  readonly path: string;
  readonly authorization: string;
  readonly body: { readonly model: string; readonly messages: readonly { readonly content: string }[] };
}

type Answer = (request: Request, response: ServerResponse) => void;

async function bodyOf(message: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of message) text += chunk;
  return text;
}

/** A service on this machine that answers so; gone with the test. */
async function service(answer: Answer): Promise<{ readonly url: string; readonly requests: readonly Request[] }> {
  const requests: Request[] = [];
  const server = createServer(async (message, response) => {
    const request = {
      path: message.url ?? '',
      authorization: message.headers.authorization ?? '',
      body: JSON.parse(await bodyOf(message)),
    };
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(
    () =>
      new Promise<void>((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  );
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`, requests };
}

const says =
  (slides: unknown): Answer =>
  (_, response) =>
    response.end(JSON.stringify({ choices: [{ message: { content: typeof slides === 'string' ? slides : JSON.stringify({ slides }) } }] }));

const prepared = async (url: string, options: Partial<ModelOptions> = {}) => {
  const { briefing = '', diagnostics } = await prepareBriefing([{ path: 'port.txt', content: TEXT }], {
    model: { name: 'stand-in', url, ...options },
  });
  const titles = [...briefing.matchAll(/^## (.*)\n\n<!-- title/gm)].map(([, title]) => title);
  return { briefing, titles, codes: diagnostics.map(({ code }) => code), messages: diagnostics.map(({ message }) => message) };
};

const offline = await prepareBriefing([{ path: 'port.txt', content: TEXT }]);

/** The number of the point that the prompt gives to a sentence. */
const numbered = (request: Request | undefined, words: string): number =>
  Number(new RegExp(`^(\\d+)\\. .*${words}`, 'm').exec(request?.body.messages[1]?.content ?? '')?.[1]);

test('titles and groups of the model stand in the briefing, with the lines that they rest on', async () => {
  const { url, requests } = await service((request, response) => {
    const [more, grain] = [numbered(request, '12%'), numbered(request, 'grain')];
    says([{ title: 'The port grew by 12 per cent', points: [more, grain] }])(request, response);
  });
  const { briefing, titles, codes } = await prepared(url, { key: 'sesame' });
  expect(codes).toEqual([]);
  expect(titles[0]).toBe('The port grew by 12 per cent');
  expect(briefing).toMatch(/<!-- title from port\.txt:3.*, phrased by a model/);
  expect(requests).toMatchObject([{ path: '/v1/chat/completions', authorization: 'Bearer sesame', body: { model: 'stand-in' } }]);
  expect(briefing).not.toContain('sesame');
  for (const sentence of ['Most of it was grain', 'It has counted 40 days', 'The rest comes from the state bank'])
    expect(briefing).toContain(sentence);
});

test.each([
  ['a figure that is not there', 'The port grew by 13%', 'prepare/model-figure'],
  ['a figure of another unit', 'The port grew by $12', 'prepare/model-figure'],
  ['a figure in words', 'The port doubled its trade', 'prepare/model-figure'],
  ['a year that is not there', 'The port grew in 2025', 'prepare/model-figure'],
  ['a name that is not there', 'The port of Rotterdam grew', 'prepare/model-name'],
  ['a name at the start', 'Rotterdam grew', 'prepare/model-name'],
  ['a claim without its doubt', 'A crane pays for itself within 3 years', 'prepare/model-hedge'],
  ['no title', ' ', 'prepare/model-title'],
  ['a title without end', 'The port '.repeat(40), 'prepare/model-title'],
])('%s is refused', async (_, title, code) => {
  const { url } = await service((request, response) => {
    const points = Array.from({ length: 12 }, (__, index) => index + 1).filter((number) =>
      new RegExp(`^${number}\\. `, 'm').test(request.body.messages[1]?.content ?? ''),
    );
    says([{ title, points }])(request, response);
  });
  const { briefing, codes } = await prepared(url);
  expect(codes).toEqual([code]);
  if (title.trim() !== '') expect(briefing).not.toContain(`## ${title.trim()}`);
});

test('sentences that do not exist are told', async () => {
  const { url } = await service(says([{ title: 'The port grew', points: [1, 99] }]));
  expect((await prepared(url)).codes).toContain('prepare/model-point');
});

test.each<readonly [string, Answer, RegExp]>([
  ['an error of the service', (_, response) => response.writeHead(503).end('busy'), /answered 503/],
  ['something else', (_, response) => response.end('<html>'), /no chat completion/],
  ['prose instead of JSON', says('Sure! Here are your slides.'), /not the JSON/],
  ['JSON of another shape', says('{"titles": []}'), /not the JSON/],
  ['too much', (_, response) => response.end('x'.repeat(500_000)), /longer than/],
  ['another address', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), /cannot be reached/],
])('%s leaves the draft as it is without a model', async (_, answer, reason) => {
  const { url } = await service(answer);
  const { briefing, codes, messages } = await prepared(url, { key: 'sesame' });
  expect(briefing).toBe(offline.briefing);
  expect(codes).toEqual(['prepare/model-failed']);
  expect(messages[0]).toMatch(reason);
  expect(messages[0]).not.toContain('sesame');
});

test('a service that does not answer in time, and none at all', async () => {
  const { url } = await service(() => {});
  const late = await prepared(url, { timeout: 50 });
  expect(late.messages).toEqual(['the model "stand-in" gave no usable answer: it took longer than 0.05 s']);
  expect(late.briefing).toBe(offline.briefing);
  const gone = await prepared('http://127.0.0.1:9/v1');
  expect(gone.messages[0]).toMatch(/cannot be reached/);
});
