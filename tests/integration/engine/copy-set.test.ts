import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copySet } from '@/db/copy-set';
import { clearances, deniedParties, events, parameters } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { useDatabase } from '../../support/database';

useDatabase();

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
          list: 'test',
          entryId: name,
          name,
          nameKey: name,
          tokens,
          country,
          validFrom: '2026-01-01',
          validTo: null,
          source: name,
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
          await tx.delete(deniedParties);
          await copySet(tx, deniedParties, [row]);
          await copySet(tx, events, [event]);
          return { rows: await tx.select().from(deniedParties), events: await tx.select().from(events) };
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
      id,
      list: 'x',
      entryId: 'x',
      name: 'x',
      nameKey: 'x',
      tokens: [],
      validFrom: '2026-01-01',
      source: 'x',
    };
    await expect(inTransaction((tx) => copySet(tx, deniedParties, [row, row]))).rejects.toMatchObject({
      code: '23505',
    });
    const rows = await inTransaction((tx) => tx.select().from(deniedParties));
    expect(rows.filter((found) => found.id === id)).toEqual([]);
    expect(await inTransaction((tx) => tx.$count(clearances))).toBe(0);
  });
});
