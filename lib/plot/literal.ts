/** Text as a literal of a format code; double quotes cannot stand in one and become typographic. */
export const literal = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '”')}"`);
