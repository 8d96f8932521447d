import { describe, expect, it } from 'vitest';
import { COLUMN_REGISTER, ERASED_TABLES } from './columns';
import { registerLines } from './register-lines';

describe('The register as it is read', () => {
  it('tells every column once, with columns of one rule on one line', () => {
    const told = registerLines(null).flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
    const classed = Object.entries(COLUMN_REGISTER).flatMap(([table, rules]) =>
      Object.keys(rules).map((column) => `${table}.${column}`),
    );
    expect([...told].sort()).toEqual([...classed].sort());
    expect(registerLines(null).length).toBeLessThan(classed.length / 3);
  });

  it('narrows to a class, and says what becomes of a personal column in the end', () => {
    const personal = registerLines('personal');
    expect(personal.every(({ rule }) => rule.columnClass === 'personal')).toBe(true);
    const of = (table: string, column: string) =>
      personal.find((line) => line.table === table && line.columns.includes(column))?.erasing;
    expect(of('consignment.parties', 'name')).toBe('cleared');
    expect(of('consignment.consignments', 'sender_key')).toBe('unlinked');
    expect(of('clearance.holds', 'note')).toBe('marked');
    expect(of('consignment.versions', 'sent')).toBe('parts');
    expect(of('intake.raw_chunks', 'content')).toBe('by_rows');
    expect(of('clearance.holds', 'placed_by_name')).toBeNull();
  });

  it('names tables and columns by letters, figures and underlines alone: they become SQL', () => {
    for (const { table, consignment, row, columns } of ERASED_TABLES) {
      expect(table).toMatch(/^[a-z_]+\.[a-z_]+$/);
      for (const name of [consignment, row, ...columns.map(([column]) => column)]) expect(name).toMatch(/^[a-z_0-9]+$/);
    }
  });
});
