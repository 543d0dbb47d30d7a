/** The format of `template.yaml` as JSON Schema, for editors. */
import { z } from 'zod';
import { templateSchema } from './schema.js';

type Schema = Readonly<Record<string, unknown>>;

/**
 * JSON Schema (draft 2020-12) of `template.yaml`. No key of a map is demanded and each may be empty, for a file that extends another says only
 * what differs; what is missing in the end is told when the template is loaded.
 */
export const templateJsonSchema = (): Schema => ({
  title: 'briefdeck template',
  ...partial(z.toJSONSchema(templateSchema, { io: 'input' })),
});

/** Lists are replaced as a whole, so what stands in them stays demanded. */
function partial(schema: unknown): Schema {
  const { required: _, properties, additionalProperties, ...rest } = isSchema(schema) ? schema : {};
  return {
    ...rest,
    ...(isSchema(properties)
      ? { properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, emptiable(value)])) }
      : {}),
    ...(isSchema(additionalProperties)
      ? { additionalProperties: emptiable(additionalProperties) }
      : additionalProperties === undefined
        ? {}
        : { additionalProperties }),
  };
}

const emptiable = (schema: unknown): Schema => ({ anyOf: [partial(schema), { type: 'null' }] });

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
