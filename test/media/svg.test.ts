/** Drawings that come from anywhere. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSvg, svgBytes, svgText } from '../../lib/media/svg.js';

const cleaned = (content: string, attributes = ''): string =>
  new TextDecoder().decode(
    svgBytes(
      readSvg(
        `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10" ${attributes}>${content}</svg>`,
      ),
    ),
  );

describe('a drawing', () => {
  test.each([
    ['scripts', '<script>alert(1)</script>'],
    ['scripts of another prefix', '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'],
    ['handlers', '<path d="M0 0" onclick="alert(1)" ONLOAD="alert(1)"/>'],
    ['addresses of scripts', '<a xlink:href="javascript:alert(1)"><path d="M0 0"/></a>'],
    ['pictures from elsewhere', '<image href="https://alert.example/a.png"/>'],
    ['files', '<image xlink:href="file:///alert"/><use href="alert.svg#a"/>'],
    ['drawings in drawings', '<image href="data:image/svg+xml;base64,alert"/>'],
    ['pages', '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">alert</body></foreignObject>'],
    ['what changes addresses', '<a href="#x"><set attributeName="href" to="javascript:alert(1)"/></a>'],
    ['styles from elsewhere', '<style>@import "https://alert.example"; a { fill: url(https://alert.example/#a) }</style>'],
    ['styles that hide it', '<path style="fill: u\\72l(https://alert.example)"/>'],
    ['fills from elsewhere', '<path fill="url(\'//alert.example/#a\')"/>'],
    ['what an editor left', '<e:alert xmlns:e="http://editor.example"/><metadata>alert</metadata><!-- alert --><?alert?>'],
  ])('has no %s', (_, content) => {
    expect(cleaned(content)).not.toMatch(/alert/i);
  });

  test('keeps what it draws', () => {
    const content =
      '<defs><linearGradient id="g"/></defs><style>.a { fill: url(#g) }</style><use href="#g"/><image href="data:image/png;base64,AAAA"/><text>a <tspan>b</tspan> <tspan>c</tspan></text>';
    const text = cleaned(content);
    for (const part of ['url(#g)', 'href="#g"', 'data:image/png;base64,AAAA', '<tspan>b</tspan> <tspan>c</tspan>', 'viewBox="0 0 10 10"'])
      expect(text).toContain(part);
  });

  test('may name its namespaces by entities, and is not blown up by them', () => {
    const named = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]><svg xmlns="&ns;" width="9" height="9"><path d="M0 0"/></svg>`;
    expect(readSvg(named).root.attributes.xmlns).toBe('http://www.w3.org/2000/svg');
    const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    expect(() => readSvg(`<!DOCTYPE svg [<!ENTITY l0 "ha">${laughs}]><svg width="9" height="9"><text>&l9;</text></svg>`)).toThrow(
      /well-formed/,
    );
  });

  test('is found in any encoding, compressed too, and nowhere else', () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><svg xmlns="http://www.w3.org/2000/svg"><text>é</text></svg>';
    expect(svgText(Buffer.from(text, 'latin1'))).toBe(text);
    expect(svgText(gzipSync('<svg width="1"/>'))).toBe('<svg width="1"/>');
    expect(svgText(Buffer.from('\ufeff<svg width="1"/>', 'utf16le'))).toContain('<svg');
    expect([svgText(Buffer.from('<html><svg/></html>')), svgText(Buffer.from('svg')), svgText(gzipSync('x'))]).toEqual([null, null, null]);
  });

  test('of any text is read or refused with an Error', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        try {
          svgBytes(readSvg(`<svg width="1" height="1"><${name} a="${value}">${value}</${name}></svg>`));
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect((error as Error).message).toMatch(/^it /);
        }
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});
