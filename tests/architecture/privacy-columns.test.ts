import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import * as schema from '@/db/schema';
import { COLUMN_CLASSES, KEPT_BY, MASKS, PURPOSES } from '@/lib/privacy/column';
import { COLUMN_REGISTER, ERASED_TABLES } from '@/lib/privacy/columns';
import { englishCatalogue } from '../support/a-speech';
import { PERSONAL_READERS, PERSONAL_TABLES } from './personal-readers';
import { isTest, readSourceTree } from './source-tree';

const tables = Object.values(schema)
  .flatMap((one: unknown) => (is(one, PgTable) ? [getTableConfig(one)] : []))
  .map(({ schema: of, name, columns }) => ({
    table: `${of}.${name}`,
    columns: new Map(columns.map((column) => [column.name, column])),
  }));

describe('The register of columns', () => {
  it('classes every column of every table, and none that is not there', () => {
    const there = tables.flatMap(({ table, columns }) => [...columns.keys()].map((column) => `${table}.${column}`));
    const classed = Object.entries(COLUMN_REGISTER).flatMap(([table, rules]) =>
      Object.keys(rules).map((column) => `${table}.${column}`),
    );
    expect(there.filter((column) => !classed.includes(column))).toEqual([]);
    expect(classed.filter((column) => !there.includes(column))).toEqual([]);
  });

  it('says how every personal column of a consignment is erased', () => {
    const silent = Object.entries(COLUMN_REGISTER).flatMap(([table, rules]) =>
      Object.entries(rules)
        .filter(
          ([, { columnClass, keptBy, erasing }]) => columnClass === 'personal' && keptBy === 'consignment' && !erasing,
        )
        .map(([column]) => `${table}.${column}`),
    );
    expect(silent).toEqual([]);
  });

  it('erases nothing that is not personal, no key, and to nothing only what may be empty', () => {
    for (const { table, consignment, row, columns } of ERASED_TABLES) {
      const real = tables.find((one) => one.table === table)?.columns;
      expect(real?.has(consignment) && real.has(row), table).toBe(true);
      for (const [column, erasing] of columns) {
        expect(COLUMN_REGISTER[table]?.[column]?.columnClass, `${table}.${column}`).toBe('personal');
        expect(real?.get(column)?.primary, `${table}.${column}`).toBe(false);
        if (erasing === 'nothing') expect(real?.get(column)?.notNull, `${table}.${column}`).toBe(false);
      }
    }
  });

  it('masks what names a person of a consignment', () => {
    const open = Object.entries(COLUMN_REGISTER['consignment.parties'] ?? {})
      .filter(([, { columnClass, mask }]) => columnClass === 'personal' && mask === 'none')
      .map(([column]) => column);
    // The city is shown beside the initial (lib/clearance/mask-party).
    expect(open).toEqual(['city']);
  });

  it('is told in words, every code of it', () => {
    const words = englishCatalogue() as Record<string, Record<string, Record<string, Record<string, string>>>>;
    const register = words.privacy?.register ?? {};
    expect(Object.keys(register.classes ?? {})).toEqual([...COLUMN_CLASSES]);
    expect(Object.keys(register.purposes ?? {}).sort()).toEqual([...PURPOSES].sort());
    expect(Object.keys(register.kept ?? {}).sort()).toEqual([...KEPT_BY].sort());
    expect(Object.keys(register.masks ?? {}).sort()).toEqual([...MASKS].sort());
  });
});

describe('Personal data in the clear', () => {
  const names = Object.keys(PERSONAL_TABLES).join('|');
  const inSql = Object.values(PERSONAL_TABLES).join('|').replaceAll('.', '\\.');
  const reads = (text: string) =>
    new RegExp(`import \\{[^}]*\\b(?<!type )(?:${names})\\b[^}]*\\} from '(?:@/db|\\.\\.)/schema'`).test(text) ||
    new RegExp(`\\b(?:${inSql})\\b`).test(text);
  const readers = [...readSourceTree()]
    .filter(([path]) => /^(app|db|components|lib)\//.test(path) && !isTest(path))
    .filter(([path]) => !/^(db\/schema|db\/migrations|lib\/privacy\/columns)\//.test(path))
    .filter(([, text]) => reads(text))
    .map(([path]) => path);

  it('are read by files that are named with their reason, and by no other', () => {
    expect(readers.filter((path) => !PERSONAL_READERS.has(path))).toEqual([]);
    expect([...PERSONAL_READERS.keys()].filter((path) => !readers.includes(path))).toEqual([]);
  });
});
