// Writes the JSON Schemas into dist/; run after the compiler: node lib/write-schemas.mjs
import { writeFileSync } from 'node:fs';
import { briefingJsonSchema } from '../dist/briefing/json-schema.js';
import { templateJsonSchema } from '../dist/template/json-schema.js';

const write = (name, schema) => writeFileSync(new URL(`../dist/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);

write('briefing.schema.json', briefingJsonSchema());
write('template.schema.json', templateJsonSchema());
