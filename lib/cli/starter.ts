/** The starter's text. Its figures are made up and say so. */

/** The data of the starter's chart. */
export const DATA = `Branch,2024,2025
Harbour,41200,52900
Market Square,38700,40100
Station,29400,36800
Hillside,18900,17600
`;

/** The starter briefing; `data` is the path of its data, null where they stand in the briefing itself. */
export const starter = (data: string | null): string => `---
title: Four libraries, one budget
subtitle: Where next year's opening hours should go
author: Your name
date: 2026-01-15
lang: en
sources:
  counters:
    title: Door counters of the four branches, 2024 and 2025 (made up for this starter)
    publisher: Example City
    date: 2026-01-05
  survey:
    title: Survey of 812 visitors (made up for this starter)
    publisher: Example City
    date: 2025-11
---

<!-- This is a starter with invented figures. Replace them, then: briefdeck build, briefdeck check. -->

# What the year showed

## Visits grew by 15 per cent, and three branches grew with them

\`\`\`kpi
- value: "147,400"
  label: visits in 2025
  source: counters
- value: "+15%"
  label: against 2024
  status: computed
  source: counters
- value: "62%"
  label: of those asked want longer evenings
  status: estimated
  source: survey
\`\`\`

::: notes
The counters count people who come in, not people who borrow. Say so when asked.
:::

## Harbour took most of the growth; Hillside lost visitors

\`\`\`chart
type: bar
title: Visits a year
data: ${data ?? `|\n  ${DATA.trimEnd().replaceAll('\n', '\n  ')}`}
unit: visits
highlight: "2025"
source: counters
\`\`\`

# What to decide

## Longer evenings at Harbour cost least for each visit

- Harbour is open until 18:00, and **its last hour is its fullest** [@counters]
- An evening hour is said to bring [40 to 60 more visits]{status=claimed by="the branch manager" source=counters}
- Whether Hillside would lose more is [disputed]{status=disputed by="its users' group" source=survey}

::: notes
The claim rests on two trial evenings in October. Offer to measure it for a month.
:::

## Two ways to spend the same money

::: columns
::: column
### Harbour until 20:00

- Four evenings a week
- Starts in March
:::
::: column
### Every branch until 19:00

- One evening a week
- Starts when staff are found
:::
:::

::: notes
The council decides on 12 February.
:::
`;
