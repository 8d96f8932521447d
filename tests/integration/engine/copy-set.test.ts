import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { date, pgSchema, text as textColumn, uuid } from 'drizzle-orm/pg-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tx } from '@/db/connection';
import { copySet, copySets, rowsInto } from '@/db/copy-set';
import { clearances, codes, events, parameters } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { useDatabase } from '../../support/database';

useDatabase();

/** A table of the transaction, with the columns that COPY writes each in its own way. */
const names = pgSchema('pg_temp').table('names', {
  id: uuid('id').primaryKey(),
  name: textColumn('name').notNull(),
  tokens: textColumn('tokens').array().notNull(),
  country: textColumn('country'),
  validFrom: date('valid_from', { mode: 'string' }).notNull(),
});
const makeNames = (tx: Tx) =>
  tx.execute(sql`create temporary table names
    (id uuid primary key, name text not null, tokens text[] not null, country text, valid_from date not null) on commit drop`);

/** Text the database can hold, with all that COPY gives a meaning to. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom('\\', '\n', '\r', '\t', 'N', '.', '"', "'", ',', '{', '}', ' ', 'é', '漢', '😀'),
    }),
    fc.constantFrom('\\N', '\\.', '', '{}', 'null', '{"a","b"}'),
  )
  .map((value) => value.replaceAll('\u0000', ''));

describe('copySet', () => {
  it('stores any text, array and JSON to the letter, and null as null', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(text, { maxLength: 4 }), fc.option(text), async (name, tokens, country) => {
        const row = {
          id: randomUUID(),
          name,
          tokens,
          country,
          validFrom: '2026-01-01',
        };
        const event = {
          consignmentId: randomUUID(),
          receivedOn: '2026-11-01',
          eventId: randomUUID(),
          at: new Date('2026-11-01T10:11:12.345Z'),
          kind: name,
          actorId: randomUUID(),
          actorName: name,
          values: { [name]: name, none: null, count: 3 },
        };
        const found = await inTransaction(async (tx) => {
          await makeNames(tx);
          await copySet(tx, names, [row]);
          await copySet(tx, events, [event]);
          return { rows: await tx.select().from(names), events: await tx.select().from(events) };
        });
        expect(found.rows).toEqual([row]);
        expect(found.events).toContainEqual(event);
      }),
      { numRuns: 60 },
    );
  });

  it('does nothing for no rows', async () => {
    await inTransaction((tx) => copySet(tx, parameters, []));
  });

  it('fails with the error of the database and leaves nothing', async () => {
    const id = randomUUID();
    const row = {
      kind: 'country',
      key: id,
      validFrom: '2026-01-01',
      value: {},
      source: 'x',
      edition: 'x',
    };
    await expect(inTransaction((tx) => copySet(tx, codes, [row, row]))).rejects.toMatchObject({
      code: '23505',
    });
    const rows = await inTransaction((tx) => tx.select().from(codes));
    expect(rows.filter((found) => found.key === id)).toEqual([]);
    expect(await inTransaction((tx) => tx.$count(clearances))).toBe(0);
  });

  const codeRow = (key: string) => ({
    kind: 'country',
    key,
    validFrom: '2026-01-01',
    value: {},
    source: 'x',
    edition: 'x',
  });
  const eventRow = (eventId: string) => ({
    ...{ consignmentId: randomUUID(), receivedOn: '2026-11-01', eventId, at: new Date('2026-11-01T10:11:12Z') },
    ...{ kind: 'received', actorId: randomUUID(), actorName: 'x', values: {} },
  });
  const storedOf = (key: string) =>
    inTransaction(async (tx) => ({
      codes: (await tx.select().from(codes)).filter((found) => found.key === key).length,
      events: (await tx.select().from(events)).filter((found) => found.eventId === key).length,
    }));

  it('fills several tables in one go, however many rows each has', async () => {
    const many = Array.from({ length: 173 }, () => randomUUID());
    await inTransaction((tx) =>
      copySets(tx, [
        rowsInto(events, () => many.map(eventRow)),
        rowsInto(parameters, () => []),
        rowsInto(codes, () => many.map(codeRow)),
      ]),
    );
    for (const one of [many[0], many[49], many[50], many[172]]) {
      expect(await storedOf(one ?? '')).toEqual({ codes: 1, events: 1 });
    }
  });

  it.each([
    ['the database refuses the first', (key: string) => [codeRow(key), codeRow(key)], () => [], '23505'],
    [
      'the rows of the next cannot be made',
      (key: string) => [codeRow(key)],
      () => {
        throw Object.assign(new Error('no rows'), { code: 'made' });
      },
      'made',
    ],
  ])('leaves nothing of any table when %s', async (_case, first, next, code) => {
    const key = randomUUID();
    const wish = [rowsInto(codes, () => first(key)), rowsInto(events, () => [eventRow(key)]), rowsInto(events, next)];
    await expect(inTransaction((tx) => copySets(tx, wish))).rejects.toMatchObject({ code });
    expect(await storedOf(key)).toEqual({ codes: 0, events: 0 });
  });
});
