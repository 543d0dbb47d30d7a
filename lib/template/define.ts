/** Templates made in code. */
import type { z } from 'zod';
import type { templateSchema } from './schema.js';

/** All of it, or, with `extends`, what differs; `null` takes a key of the base away. */
type Partly<T> = T extends readonly unknown[] ? T : T extends object ? { readonly [K in keyof T]?: Partly<T[K]> | null } : T;

/** A template as `template.yaml` says it, under a name. Relative paths in `extends` start at the working folder. */
export type TemplateDefinition = Partly<z.input<typeof templateSchema>> & {
  /** Letters, digits and hyphens; part of what the deck's ids are derived from, so the same name gives the same bytes. */
  readonly name: string;
};

/**
 * A template made in code: the keys and values of a `template.yaml`, with `extends` a house style of a few lines. Give it to `buildDeck` as
 * `options.template`; what is wrong in it is told there, as for a file. Throws a TypeError where it has no name.
 */
export function defineTemplate(definition: TemplateDefinition): TemplateDefinition {
  if (typeof definition !== 'object' || definition === null) throw new TypeError('a template is an object');
  if (typeof definition.name !== 'string' || !/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(definition.name))
    throw new TypeError('a template needs a name of letters, digits and hyphens');
  return definition;
}

/** The definition as a file would hold it: JSON is YAML, so that messages have a place in it. */
export const definitionText = ({ name: _, ...data }: TemplateDefinition): string => JSON.stringify(data, null, 2);
