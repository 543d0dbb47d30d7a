/** Fetching: only what was allowed, only from the open internet, only so much and for so long. A server of this machine stands for the world. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HostError } from '../../lib/core/host.js';
import { fetchRemote, isPublic, type RemoteOptions } from '../../lib/host/remote.js';

const PRIVATE = 'stands for a machine of a private network, and nothing is fetched from those';

/** A server that answers so, under `http://pictures.test:PORT`, and what it was asked. */
async function serve(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host?.split(':')[0]}${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const get = (path: string, more: Partial<RemoteOptions> & { readonly most?: number } = {}): Promise<string> =>
    fetchRemote(`http://pictures.test:${port}${path}`, more.most ?? 1000, {
      hosts: [`pictures.test:${port}`],
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      isOpen: () => true,
      ...more,
    }).then(
      (bytes) => Buffer.from(bytes).toString(),
      (error: unknown) => (error instanceof HostError ? `${error.failure}: ${error.message}` : `thrown: ${String(error)}`),
    );
  return { get, port, asked };
}

test('a picture of an allowed host comes', async () => {
  const { get, asked } = await serve((_, response) => response.end('a picture'));
  expect(await get('/a.png?b')).toBe('a picture');
  expect(asked).toEqual(['pictures.test/a.png?b']);
});

test('nothing is asked of a host that was not allowed, or of an address of a private network', async () => {
  const { get, asked, port } = await serve((_, response) => response.end('secret'));
  expect(await get('/', { hosts: [] })).toBe('forbidden: it is not on this computer');
  expect(await get('/', { hosts: ['pictures.test'] })).toBe('forbidden: it is not on this computer');
  expect(await get('/', { isOpen: isPublic })).toBe(`forbidden: "pictures.test" ${PRIVATE}`);
  const both = async () => [
    { address: '93.184.215.14', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  expect(await get('/', { isOpen: isPublic, resolve: both })).toMatch(/^forbidden/);
  const literal = fetchRemote(`http://127.0.0.1:${port}/`, 9, { hosts: [`127.0.0.1:${port}`] });
  await expect(literal).rejects.toThrow(`"127.0.0.1" ${PRIVATE}`);
  await expect(fetchRemote('http://2130706433/', 9, { hosts: ['127.0.0.1'] })).rejects.toThrow('private network');
  await expect(fetchRemote('ftp://a.org/', 9, { hosts: ['a.org'] })).rejects.toThrow('it leads to "ftp:"');
  expect(asked).toEqual([]);
});

describe('a redirect', () => {
  test('is followed on the same host', async () => {
    const { get } = await serve((request, response) =>
      request.url === '/a' ? response.writeHead(302, { location: '/b' }).end() : response.end('here'),
    );
    expect(await get('/a')).toBe('here');
  });

  test('to another host is held to the same rules', async () => {
    const { get, asked } = await serve((_, response) => response.writeHead(302, { location: 'http://169.254.169.254/secret' }).end());
    expect(await get('/a')).toBe('forbidden: it leads on to "169.254.169.254", which was not allowed');
    expect(await get('/a', { isOpen: (address) => address === '127.0.0.1' })).toBe(`forbidden: "169.254.169.254" ${PRIVATE}`);
    expect(asked).toHaveLength(2);
  });

  test('is looked up again, so that a name cannot change its mind', async () => {
    let times = 0;
    const { get, asked } = await serve((_, response) => response.writeHead(302, { location: '/again' }).end());
    const isOpen = (): boolean => times++ === 0;
    expect(await get('/a', { isOpen })).toMatch(/^forbidden: .*private network/);
    expect(asked).toHaveLength(1);
  });

  test('without end ends', async () => {
    const { get } = await serve((_, response) => response.writeHead(302, { location: '/' }).end());
    expect(await get('/')).toBe('failed: its host sends us on too many times');
  });
});

describe('a host that', () => {
  test.each([
    ['has no such file', 404, 'failed: its host answers 404'],
    ['is out of order', 500, 'failed: its host answers 500'],
  ])('%s', async (_, status, message) => {
    const { get } = await serve((_request, response) => response.writeHead(status).end());
    expect(await get('/')).toBe(message);
  });

  test('sends too much, whether it says so or not', async () => {
    const most = 1024 * 1024;
    const said = await serve((_, response) => response.writeHead(200, { 'content-length': String(most + 1) }).end(Buffer.alloc(most + 1)));
    expect(await said.get('/', { most })).toBe('failed: the file is larger than 1 MB');
    const unsaid = await serve((_, response) => {
      response.write(Buffer.alloc(most));
      response.end(Buffer.alloc(most));
    });
    expect(await unsaid.get('/', { most })).toBe('failed: the file is larger than 1 MB');
  });

  test('never answers, or stops in the middle', async () => {
    const silent = await serve(() => undefined);
    expect(await silent.get('/', { timeout: 50 })).toBe('failed: its host takes too long to answer');
    const slow = await serve((_, response) => void response.write('a'));
    expect(await slow.get('/', { timeout: 50 })).toBe('failed: its host takes too long to answer');
    const broken = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('a');
      setImmediate(() => response.destroy());
    });
    expect(await broken.get('/')).toMatch(/^failed: its host (breaks off|cannot be reached)/);
  });

  test('says less than it sends, or more', async () => {
    const more = await serve((_, response) => {
      response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\na long picture');
    });
    expect(await more.get('/')).toMatch(/^(?:a l$|failed: )/);
    const less = await serve((_, response) => {
      response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\na short picture');
    });
    expect(await less.get('/')).toMatch(/^failed: its host breaks off/);
    const nonsense = await serve((_, response) => {
      response.socket?.end('HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\na picture');
    });
    expect(await nonsense.get('/')).toMatch(/^failed: its host cannot be reached/);
  });

  test('is not there', async () => {
    const { get } = await serve(() => undefined);
    const gone = async () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }));
    expect(await get('/', { resolve: gone })).toBe('failed: its host cannot be reached (ENOTFOUND)');
  });
});

test('only where it would help is a host named that could be allowed', async () => {
  const allowable = async (address: string, hosts: readonly string[] = []): Promise<unknown> => {
    const error = await fetchRemote(address, 9, { hosts, resolve: async () => [{ address: '10.0.0.1', family: 4 }] }).catch((one) => one);
    return error instanceof HostError ? error.allowable : error;
  };
  expect(await allowable('https://a.org/x')).toBe('a.org');
  expect(await allowable('//a.org:8443/x')).toBe('a.org:8443');
  expect(await allowable('https://a.org/x', ['a.org'])).toBeNull();
  for (const host of [
    '127.0.0.1',
    '10.0.0.1:8080',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:8.8.8.8]',
    'localhost:3000',
    'a.localhost',
    '0x7f.1',
  ])
    expect(await allowable(`http://${host}/x`), host).toBeNull();
});

test('hosts are allowed by name, below a name, and with a port', async () => {
  const allowed = async (hosts: readonly string[], address: string): Promise<boolean> => {
    const nowhere = async () => [];
    const error = await fetchRemote(address, 9, { hosts, resolve: nowhere }).catch((reason: HostError) => reason);
    return error instanceof HostError && error.failure === 'failed';
  };
  expect(await allowed(['a.org'], 'https://a.org/x')).toBe(true);
  expect(await allowed(['A.org:443'], '//a.org/x')).toBe(true);
  expect(await allowed(['*.a.org'], 'https://b.c.a.org/x')).toBe(true);
  expect(await allowed(['*.a.org', 'b.a.org:8443'], 'https://a.org/x')).toBe(false);
  expect(await allowed(['a.org'], 'https://evil-a.org/x')).toBe(false);
  expect(await allowed(['a.org'], 'https://a.org.evil/x')).toBe(false);
  expect(await allowed(['a.org'], 'https://a.org:8443/x')).toBe(false);
  expect(await allowed(['a.org'], 'https://a.org@evil.org/x')).toBe(false);
});

test('private, local and reserved addresses are not open', () => {
  const closed =
    '0.0.0.0 10.1.2.3 100.64.0.1 127.0.0.1 169.254.169.254 172.16.0.1 172.31.255.255 192.168.1.1 198.18.0.1 224.0.0.1 255.255.255.255 :: ::1 ::ffff:10.0.0.1 ::ffff:127.0.0.1 fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 64:ff9b::7f00:1 2001:db8::1 2002:7f00:1:: nonsense';
  expect(closed.split(' ').filter(isPublic)).toEqual([]);
  expect('8.8.8.8 93.184.215.14 172.32.0.1 2606:2800:21f::1 ::ffff:8.8.8.8'.split(' ').filter((one) => !isPublic(one))).toEqual([]);
});
