/** The front matter of a briefing as JSON Schema, for editors. */
import { z } from 'zod';
import { frontMatterSchema } from './meta.js';

/**
 * JSON Schema (draft 2020-12) of a briefing's front matter. Keys that are none of ours are not refused: the front matter of other tools is read, and what
 * means nothing here is told when the deck is built.
 */
export const briefingJsonSchema = (): Readonly<Record<string, unknown>> => {
  const { additionalProperties: _, required: __, ...schema } = z.toJSONSchema(frontMatterSchema, { io: 'input' });
  return { title: 'briefdeck front matter', ...schema };
};
