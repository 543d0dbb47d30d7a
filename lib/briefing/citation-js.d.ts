/** Citation.js brings no types of its own; what is used of it is described where it is used. */
declare module '@citation-js/core' {
  export const plugins: { readonly input: { chain(text: string, options: Readonly<Record<string, unknown>>): unknown } };
}
declare module '@citation-js/plugin-bibtex';
