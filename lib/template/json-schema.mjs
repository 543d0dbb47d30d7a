// Writes dist/template.schema.json; run after the compiler: node lib/template/json-schema.mjs
import { writeFileSync } from 'node:fs';
import { templateJsonSchema } from '../../dist/template/json-schema.js';

writeFileSync(new URL('../../dist/template.schema.json', import.meta.url), `${JSON.stringify(templateJsonSchema(), null, 2)}\n`);
