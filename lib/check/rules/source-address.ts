/** A source's address can be one. */
import { at, mendable, type Rule } from '../rule.js';

export const sourceAddress: Rule = {
  code: 'source/bad-address',
  level: 'warning',
  about: 'A source’s address is a full web address of a public host.',
  why: 'Nothing is fetched: what is told is dead by its form alone: no http or https, blanks, a host without a dot, a host that is reserved for examples (RFC 2606) or lies inside a network. Fixed where https:// alone is missing.',
  fixes: true,
  *check({ briefing, source }) {
    for (const { id, url, urlSpan } of briefing.sources) {
      const fault = faultOf(url);
      if (fault === '') continue;
      const message = `the address of source "${id}" leads nowhere: ${fault}`;
      const written = urlSpan.file === source.file ? source.text.slice(urlSpan.start.offset, urlSpan.end.offset) : '';
      const certain = fault === NO_SCHEME && written.includes(url);
      yield certain
        ? mendable(urlSpan, message, { span: urlSpan, text: written.replace(url, () => `https://${url}`) })
        : at(urlSpan, message);
    }
  },
};

const NO_SCHEME = 'it lacks https://';
const RESERVED = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|local|internal)$/i;
const PRIVATE = /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254|0)\.|^\[/;

function faultOf(url: string): string {
  if (url === '') return '';
  if (/\s/.test(url)) return 'it holds a blank';
  if (!URL.canParse(url)) return /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(url) ? NO_SCHEME : 'it is no address';
  const { protocol, hostname } = new URL(url);
  if (protocol === 'doi:') return '';
  if (protocol !== 'http:' && protocol !== 'https:') return `"${protocol}" is not of the web`;
  if (RESERVED.test(hostname)) return `"${hostname}" is a name for examples and networks of one’s own`;
  if (PRIVATE.test(hostname)) return `"${hostname}" is reached from inside a network only`;
  return hostname.includes('.') ? '' : `"${hostname}" is no public host`;
}
