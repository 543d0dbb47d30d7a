/** Words as Markdown and YAML that say exactly these words. */

/** Text inside a paragraph, a heading or a list item: nothing in it is syntax. */
export function inMarkdown(text: string): string {
  const inside = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>~{}^|]|\$(?!\d)|==|&(?=#?\w+;)|(?<=!)(?=\[)/g, (mark) =>
      mark === '==' ? '\\=\\=' : mark === '' ? '' : `\\${mark}`,
    );
  return inside.replace(/^(?=[-+#:=](?:\s|$|#|:|-|=))/, '\\').replace(/^(\d{1,9})(?=[.)](?:\s|$))([.)])/, '$1\\$2');
}

/** A YAML string in double quotes (YAML 1.2.2, 7.3.1). */
export const inYaml = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' ').trim());

/** A comment that no slide shows; nothing in it can end it. */
export const comment = (text: string): string => `<!-- ${text.replace(/\s+/g, ' ').replaceAll('--', '- -').replace(/[<>]/g, '')} -->`;

/** A value inside `{…}` attributes, which know no escapes. */
export const inAttribute = (text: string): string => `"${text.replace(/["{}\n]/g, "'")}"`;

/** A CSV field (RFC 4180) on one line. */
export function inCsv(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return /[",#]|^\s|\s$/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
