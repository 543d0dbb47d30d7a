/** A template for a deck that is read from right to left: what stands left stands right, and the other way round. */
import { type Emu, emu, type Rect } from '../core/units.js';
import { type GroupItem, type Item, visitItems } from '../scene/scene.js';
import type { Align, Insets, LevelStyle, TextStyle } from '../scene/text.js';
import { mirrored } from './drawing.js';
import type { Layout, Placeholder, Styles, Template } from './model.js';

const OPPOSITE: Readonly<Record<Align, Align>> = { left: 'right', center: 'center', right: 'left' };

/** The template mirrored. Its pages of notes keep their places: only their text runs the other way. */
export function mirroredTemplate(template: Template): Template {
  const { master, styles, layouts } = template;
  const width = template.size.cx;
  const kept = pathsOf(template.logo);
  const art = (items: readonly Item[]): readonly Item[] => items.map((item) => mirrorItem(item, width, kept));
  return {
    ...template,
    rightToLeft: true,
    styles: mirrorStyles(styles),
    master: {
      ...master,
      art: art(master.art),
      placeholders: master.placeholders.map((item) => mirrorPlaceholder(item, width)),
      title: mirrorStyle(master.title),
      body: mirrorStyle(master.body),
      other: mirrorStyle(master.other),
    },
    layouts: layouts.map((layout) => ({ ...mirrorLayout(layout, width), art: art(layout.art) })),
  };
}

const mirrorLayout = (layout: Layout, width: Emu): Layout => ({
  ...layout,
  placeholders: layout.placeholders.map((item) => mirrorPlaceholder(item, width)),
  regions: layout.regions.map((region) => ({ ...region, frame: mirrorRect(region.frame, width) })),
  body: mirrorRect(layout.body, width),
});

const mirrorRect = (frame: Rect, width: Emu): Rect => ({ ...frame, x: emu(width - frame.x - frame.cx) });

const mirrorPlaceholder = (item: Placeholder, width: Emu): Placeholder => ({
  ...item,
  frame: mirrorRect(item.frame, width),
  style: item.role === 'kicker' ? item.style.map(turned) : mirrorStyle(item.style),
  insets: mirrorInsets(item.insets),
});

const mirrorInsets = (insets: Insets): Insets => ({ ...insets, left: insets.right, right: insets.left });

const mirrorStyles = (styles: Styles): Styles => ({
  body: mirrorStyle(styles.body),
  heading: mirrorStyle(styles.heading),
  table: mirrorStyle(styles.table),
  tableHead: mirrorStyle(styles.tableHead),
  code: mirrorStyle(styles.code),
  callout: mirrorStyle(styles.callout),
  quote: mirrorStyle(styles.quote),
  attribution: mirrorStyle(styles.attribution),
  caption: mirrorStyle(styles.caption),
  sources: mirrorStyle(styles.sources),
  notes: mirrorStyle(styles.notes),
});

const mirrorStyle = (style: TextStyle): TextStyle => style.map(mirrorLevel);

/** Code runs from left to right in every language; a kicker in its font is no code. */
const mirrorLevel = (level: LevelStyle): LevelStyle => (level.font === 'mono' ? { ...level, rightToLeft: false } : turned(level));

const turned = (level: LevelStyle): LevelStyle => ({ ...level, align: OPPOSITE[level.align], rightToLeft: true });

/** The paths of drawings, each as a text. */
const pathsOf = (items: readonly Item[]): ReadonlySet<string> => {
  const found = new Set<string>();
  visitItems(items, (item) => void (item.type === 'shape' && item.geometry.kind === 'path' && found.add(JSON.stringify(item.geometry))));
  return found;
};

/** Art. The brand's logo, known by its paths, is moved and never turned. */
function mirrorItem(item: Item, width: Emu, kept: ReadonlySet<string>): Item {
  if (item.type === 'group') return mirrorGroup(item, width, kept);
  const moved = { ...item, frame: mirrorRect(item.frame, width) };
  if (moved.type !== 'shape' || moved.geometry.kind !== 'path' || kept.has(JSON.stringify(moved.geometry))) return moved;
  const { geometry } = moved;
  return { ...moved, geometry: { ...geometry, commands: mirrored(geometry.commands, geometry.width) } };
}

const mirrorGroup = (group: GroupItem, width: Emu, kept: ReadonlySet<string>): GroupItem => ({
  ...group,
  frame: mirrorRect(group.frame, width),
  items: group.items.map((inner) => mirrorItem(inner, width, kept)),
});
