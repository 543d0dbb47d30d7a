/**
 * Files of other machines, from hosts that the caller names and nowhere else. Every address that a name stands for is looked at before anything is
 * sent to it, and the connection goes to just that address, so that a name cannot be one machine when it is asked and another when it is used.
 */
import type { LookupAddress } from 'node:dns';
import { lookup as lookUp } from 'node:dns/promises';
import { get as getHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { get as getHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { HostError } from '../core/host.js';

/** What may be fetched, and how. */
export interface RemoteOptions {
  /** `example.org`, `*.example.org`, `example.org:8443`; without a port the usual ones. */
  readonly hosts: readonly string[];
  /** Milliseconds for all of it; default: 20,000. */
  readonly timeout?: number;
  /** The addresses of a name; default: the system's resolver. */
  readonly resolve?: (name: string) => Promise<readonly LookupAddress[]>;
  /** Whether an address may be connected to; default: one that anybody on the internet could. */
  readonly isOpen?: (address: string) => boolean;
}

const TIMEOUT = 20_000;
const MOST_HOPS = 5;

/** The bytes behind an address. Throws a HostError. */
export async function fetchRemote(address: string, most: number, options: RemoteOptions): Promise<Uint8Array> {
  const signal = AbortSignal.timeout(options.timeout ?? TIMEOUT);
  const fail = (why: string, cause?: unknown): HostError => new HostError('failed', address, why, cause);
  let url = allowed(address.startsWith('//') ? `https:${address}` : address, null, address, options);
  for (let hop = 0; hop <= MOST_HOPS; hop++) {
    const answer = await request(url, signal, options).catch((error: unknown) => {
      if (error instanceof HostError) throw error;
      throw fail(signal.aborted ? 'its host takes too long to answer' : `its host cannot be reached (${reason(error)})`, error);
    });
    const status = answer.statusCode ?? 0;
    const next = answer.headers.location;
    if (status >= 300 && status < 400 && next !== undefined) {
      answer.destroy();
      url = allowed(next, url, address, options);
      continue;
    }
    if (status !== 200) {
      answer.destroy();
      throw fail(`its host answers ${status}`);
    }
    return body(answer, most, signal, fail);
  }
  throw fail('its host sends us on too many times');
}

const reason = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error);

/** An address that may be fetched: of a host that was allowed, never from a safe line to an open one. Throws a HostError. */
function allowed(target: string, from: URL | null, address: string, { hosts, isOpen = isPublic }: RemoteOptions): URL {
  const refuse = (why: string, allowable: string | null = null): HostError =>
    new HostError('forbidden', address, why, undefined, allowable);
  if (!URL.canParse(target, from?.href)) throw refuse('it is no address');
  const url = new URL(target, from?.href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse(`it leads to "${url.protocol}"`);
  if (from?.protocol === 'https:' && url.protocol === 'http:') throw refuse('it leads from a safe connection to an open one');
  // What no permission opens is said first, so that nobody is told to ask for it.
  if (isLocal(url.hostname, isOpen)) throw refuse(closedBecause(url.hostname));
  if (!hosts.some((host) => matches(host, url)))
    throw refuse(from ? `it leads on to "${url.host}", which was not allowed` : 'it is not on this computer', url.host);
  return url;
}

const closedBecause = (hostname: string): string =>
  `"${hostname}" stands for a machine of a private network, and nothing is fetched from those`;

/** Whether a name says by itself that it is none of the open internet: an address, or `localhost` (RFC 6761, 6.3). */
function isLocal(hostname: string, isOpen: (address: string) => boolean): boolean {
  const bare = bareName(hostname);
  return isIP(bare) !== 0 ? !isOpen(bare) : /(?:^|\.)localhost\.?$/i.test(bare) && !isOpen('127.0.0.1');
}

/** An address of IPv6 without its brackets. */
const bareName = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

function matches(pattern: string, url: URL): boolean {
  const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(pattern.toLowerCase()) ?? [];
  const usual = url.protocol === 'https:' ? '443' : '80';
  if (port === undefined ? url.port !== '' : port !== (url.port || usual)) return false;
  return name.startsWith('*.') ? url.hostname.endsWith(name.slice(1)) : url.hostname === name;
}

/** Asks for an address, at an address that was looked at. */
async function request(url: URL, signal: AbortSignal, options: RemoteOptions): Promise<IncomingMessage> {
  const found = await addressesOf(url.hostname, options);
  const isOpen = options.isOpen ?? isPublic;
  const [first] = found;
  if (!first) throw new Error('no address');
  if (!found.every((one) => isOpen(one.address))) throw new HostError('forbidden', url.href, closedBecause(url.hostname));
  const lookup: RequestOptions['lookup'] = (_, { all }, done) => (all ? done(null, [...found]) : done(null, first.address, first.family));
  const settings: RequestOptions = { signal, lookup, agent: false, headers: { accept: 'image/*', 'user-agent': 'briefdeck' } };
  return new Promise((resolve, reject) => {
    const get = url.protocol === 'https:' ? getHttps : getHttp;
    get(url, settings, resolve).on('error', reject);
  });
}

async function addressesOf(hostname: string, { resolve }: RemoteOptions): Promise<readonly LookupAddress[]> {
  const bare = bareName(hostname);
  const family = isIP(bare);
  if (family !== 0) return [{ address: bare, family }];
  return resolve ? resolve(bare) : lookUp(bare, { all: true });
}

async function body(
  answer: IncomingMessage,
  most: number,
  signal: AbortSignal,
  fail: (why: string, cause?: unknown) => HostError,
): Promise<Uint8Array> {
  const tooLarge = (): HostError => fail(`the file is larger than ${Math.floor(most / 1024 / 1024)} MB`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    if (Number(answer.headers['content-length'] ?? 0) > most) throw tooLarge();
    for await (const chunk of answer) {
      length += chunk.length;
      if (length > most) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof HostError) throw error;
    throw fail(signal.aborted ? 'its host takes too long to answer' : `its host breaks off (${reason(error)})`, error);
  } finally {
    answer.destroy();
  }
  return Buffer.concat(chunks);
}

/** Addresses that lead to no machine of the open internet (IANA's special-purpose registries, RFC 6890 and its updates). */
const CLOSED: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
];

const closed = new BlockList();
for (const [network, prefix, family] of CLOSED) closed.addSubnet(network, prefix, family);
/** All that is given out of IPv6; what lies outside is local, a group, or an address of IPv4 in other words. */
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is one of the open internet. */
export function isPublic(address: string): boolean {
  const bare = address.replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped !== undefined) return isPublic(mapped);
  const family = isIP(bare);
  if (family === 4) return !closed.check(bare, 'ipv4');
  return family === 6 && given.check(bare, 'ipv6') && !closed.check(bare, 'ipv6');
}
