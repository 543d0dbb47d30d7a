import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { templateJsonSchema } from '../../lib/template/json-schema.js';
import { host, TEMPLATES } from './support.js';

const schema = z.fromJSONSchema(templateJsonSchema());

test.each(TEMPLATES)('%s keeps to the published schema', (name) => {
  expect(schema.safeParse(parse(readFileSync(host().builtin(name, 'template.yaml'), 'utf8')))).toMatchObject({ success: true });
});

test('a house style of a few lines keeps to it', () => {
  expect(schema.safeParse({ extends: 'meridian', colors: { accent1: '123456' }, layouts: { timeline: null } }).success).toBe(true);
});

test.each([{ colours: {} }, { colors: { accent1: 'green' } }, { styles: { body: [{ bold: true }] } }, { grid: { columns: 'twelve' } }])(
  '%j does not',
  (template) => {
    expect(schema.safeParse(template).success).toBe(false);
  },
);
