import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Part } from '../../lib/package/package.js';
import { child, descendants, elements, find, parseXml, type XmlElement } from '../../lib/package/xml.js';
import { SIZES } from '../../lib/template/sizes.js';
import { MASTER_ID, masterParts } from '../../lib/writers/pptx/parts/master.js';
import { handoutMasterParts, notesMasterParts } from '../../lib/writers/pptx/parts/notes-master.js';
import { tableStylesPart } from '../../lib/writers/pptx/parts/table-styles.js';
import { validate, validatorMissing } from '../support/validator.js';
import { sound, TEMPLATES } from '../template/support.js';
import { deckOfLayouts } from './master-support.js';

const FIELDS = { lang: 'en', footer: 'Footer & <marking>', date: '1 May 2026', marking: 'Internal' };
const SCHEMA = '../shared/schemas/iso-29500-4/pml.xsd';

/** Why the schema cannot be asked; null where it can. */
const schemaMissing = !existsSync(SCHEMA) ? SCHEMA : spawnSync('xmllint', ['--version']).error ? 'xmllint' : null;

const xml = (part: Part | undefined): XmlElement => parseXml(String(part?.data ?? ''));
const partsOf = async (name: string): Promise<readonly Part[]> => {
  const template = await sound(name);
  return [
    ...masterParts(template, FIELDS),
    ...notesMasterParts(template, FIELDS),
    ...handoutMasterParts(template, FIELDS),
    tableStylesPart(template),
  ];
};
const layoutsIn = (parts: readonly Part[]): readonly Part[] => parts.filter(({ name }) => name.includes('/slideLayout'));
const placeholders = (root: XmlElement): readonly XmlElement[] =>
  descendants(root, 'p:sp').filter((shape) => find(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph'));

describe.each(TEMPLATES)('%s', (name) => {
  // Sizes differ in numbers only: one template stands for all.
  test.skipIf(validatorMissing !== null).each(name === 'meridian' ? SIZES : (['16:9'] as const))(
    `a slide of every layout at %s is valid (${validatorMissing ?? 'Open XML SDK'})`,
    async (size) => {
      expect(await validate(deckOfLayouts(await sound(name, size)))).toEqual([]);
    },
  );

  test.skipIf(schemaMissing !== null)(
    `masters and layouts keep to the schema (${schemaMissing === null ? 'ISO/IEC 29500' : `needs ${schemaMissing}`})`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'briefdeck-schema-'));
      const parts = (await partsOf(name)).filter(({ name: part }) => part.includes('Master') || part.includes('Layout'));
      const files = parts.map((part, index) => {
        const file = join(folder, `${index}.xml`);
        writeFileSync(file, part.data);
        return file;
      });
      expect(() => execFileSync('xmllint', ['--noout', '--schema', SCHEMA, ...files], { stdio: 'pipe' })).not.toThrow();
      rmSync(folder, { recursive: true });
    },
  );

  test('the master lists its layouts in order, and each leads back to it', async () => {
    const parts = await partsOf(name);
    const { layouts } = await sound(name);
    const master = parts.find((part) => part.name.includes('/slideMaster'));
    const listed = elements(child(xml(master), 'p:sldLayoutIdLst') ?? xml(master)).map(({ attributes }) => attributes);
    expect(listed.map(({ id }) => Number(id))).toEqual(layouts.map((_, index) => MASTER_ID + 1 + index));
    const targets = listed.map((item) => master?.relationships.find(({ id }) => id === item['r:id'])?.target);
    const named = targets.map((target) => find(xml(parts.find((part) => part.name === target)), 'p:cSld')?.attributes.name);
    expect(named).toEqual(layouts.map((layout) => layout.name));
    for (const part of layoutsIn(parts)) expect(part.relationships.map(({ target }) => target)).toEqual([master?.name]);
  });

  test('placeholders of layouts say everything: frame, insets, style, prompt', async () => {
    for (const part of layoutsIn(await partsOf(name))) {
      for (const shape of placeholders(xml(part))) {
        const body = child(shape, 'p:txBody');
        expect(find(shape, 'p:spPr', 'a:xfrm', 'a:ext'), part.name).toBeDefined();
        expect(child(body ?? shape, 'a:bodyPr')?.attributes, part.name).toMatchObject({
          lIns: expect.any(String),
          anchor: expect.any(String),
        });
        expect(elements(child(body ?? shape, 'a:lstStyle') ?? shape)).toHaveLength(9);
        expect(descendants(shape, 'a:t').length, part.name).toBe(1);
      }
    }
  });

  test('art is decorative, and every colour and face is the theme’s but the monospace', async () => {
    const { fonts } = await sound(name);
    for (const part of (await partsOf(name)).filter((item) => !item.name.includes('/theme/'))) {
      const root = xml(part);
      expect(descendants(root, 'a:srgbClr'), part.name).toEqual([]);
      const faces = ['a:latin', 'a:ea', 'a:cs']
        .flatMap((kind) => descendants(root, kind))
        .map(({ attributes }) => attributes.typeface ?? '');
      expect(
        faces.filter((face) => !/^\+m[jn]-(lt|ea|cs)$/.test(face) && face !== fonts.mono),
        part.name,
      ).toEqual([]);
      const art = ['p:sp', 'p:cxnSp', 'p:grpSp']
        .flatMap((kind) => descendants(root, kind))
        .filter((shape) => descendants(shape, 'p:ph').length === 0);
      for (const shape of art) {
        const properties = elements(shape)[0];
        expect(descendants(properties ?? shape, 'adec:decorative'), part.name).toHaveLength(1);
      }
    }
  });

  test('shape ids are unique in each part', async () => {
    for (const part of await partsOf(name)) {
      const ids = descendants(xml(part), 'p:cNvPr').map(({ attributes }) => attributes.id);
      expect(new Set(ids).size, part.name).toBe(ids.length);
    }
  });

  test('notes and handouts show logo, marking and page number', async () => {
    const pages = (await partsOf(name)).filter(({ name: part }) => /notesMaster|handoutMaster/.test(part));
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      const root = xml(page);
      const logos = descendants(root, 'p:grpSp').flatMap((group) => descendants(group, 'p:cNvPr').slice(0, 1));
      expect(logos.map(({ attributes }) => attributes.name)).toEqual(['Logo']);
      const types = placeholders(root).map((shape) => find(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph')?.attributes.type);
      expect(types).toEqual(expect.arrayContaining(['hdr', 'dt', 'ftr', 'sldNum']));
      expect(descendants(root, 'a:t').flatMap(({ children }) => children)).toContain(FIELDS.marking);
    }
  });

  test('the three masters have themes of their own', async () => {
    const parts = await partsOf(name);
    const themes = parts
      .filter(({ name: part }) => part.includes('Master'))
      .map((part) => part.relationships.find(({ target }) => target.includes('/theme/'))?.target);
    expect(new Set(themes).size).toBe(3);
    for (const theme of themes) expect(parts.map((part) => part.name)).toContain(theme);
    const notes = xml(parts.find((part) => part.name === '/ppt/theme/theme2.xml'));
    expect(
      descendants(notes, 'a:srgbClr')
        .slice(0, 2)
        .map(({ attributes }) => attributes.val),
    ).toEqual(['000000', 'FFFFFF']);
  });
});

test('footer and date stand on every layout that has a place for them', async () => {
  for (const part of layoutsIn(await partsOf('meridian'))) {
    const texts = placeholders(xml(part)).flatMap((shape) => {
      const type = find(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph')?.attributes.type;
      return type === 'ftr' || type === 'dt' ? [[type, String(descendants(shape, 'a:t')[0]?.children[0])]] : [];
    });
    expect(new Map(texts as [string, string][]), part.name).toEqual(
      new Map([
        ['ftr', FIELDS.footer],
        ['dt', FIELDS.date],
      ]),
    );
  }
});
