/**
 * A brand made in code: the same house style as the folder `acme` beside it, for programs that keep their colours elsewhere.
 * Run it with Node 24 or later, or any TypeScript runner; it writes `acme.pptx`.
 */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { buildDeck, defineTemplate } from '../../lib/index.js';

const brand = { navy: '123A70', umber: '3A2408' };

export const acme = defineTemplate({
  name: 'acme',
  extends: 'ledger',
  title: 'Acme',
  description: 'a house style on top of ledger',
  company: 'Acme Capital',
  footer: 'Acme Capital',
  disclaimer: 'For professional investors. Figures are those of the sources named; none is advice.',
  required: ['date', 'marking'],
  colors: { accent1: brand.navy, hlink: brand.navy, accent2: brand.umber },
  fonts: { major: { latin: 'Calibri' }, minor: { latin: 'Calibri' } },
  drawings: {
    logo: {
      width: 1600,
      height: 1000,
      paths: [{ fill: 'accent', data: 'M0 1000L500 0L1000 1000H780L500 420L220 1000ZM1100 0H1600V1000H1100Z' }],
    },
  },
});

export const briefing = `---
title: One day in January
subtitle: What a price list did to the makers of chips
author: Jo Example
date: 2026-11-23
marking: Internal
contact: jo.example@example.org
---

# The fall

## The fall spread far beyond Nvidia

\`\`\`chart
type: bar
title: Change in share price, %, 27 January 2025
highlight: Nvidia
data: |
  Share, Change
  Broadcom, -17.4
  Nvidia, -17.0
  Oracle, -13.8
  Apple, 3.3
\`\`\`
`;

export const build = () => buildDeck(briefing, { template: acme });

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { pptx, diagnostics } = await build();
  for (const { message } of diagnostics) process.stderr.write(`${message}\n`);
  if (pptx) await writeFile('acme.pptx', pptx);
}
