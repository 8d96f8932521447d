import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { parameters } from '@/db/schema';
import { bringShipped } from '@/db/seed/bring-shipped';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { PolicyParameter } from '@/lib/policy/parameter';
import { PARAMETERS } from '@/lib/policy/parameters';
import { rowsInForce } from '@/lib/policy/rows-in-force';
import { useDatabase } from '../../support/database';

useDatabase();
const LOAD = '00000000-0000-4000-8000-00000000000a';
const CHANGE = '00000000-0000-4000-8000-00000000000b';
const DAY = '2026-11-20';
const BEFORE = '2026-11-19';

const EARLIER_CELL = { value: { presence: 'required', severity: 'error' }, edition: 'consolidated 2023' };
const OWN = { kind: 'threshold', key: 'vendor_scheme' } as const;
const LOADED_KIND = 'vat_rate';

const shippedOf = (kind: string, key: string) => PARAMETERS.filter((row) => row.kind === kind && row.key === key);
function oneOf(kind: string): PolicyParameter {
  const row = PARAMETERS.find((one) => one.kind === kind);
  if (!row) throw new Error(`no ${kind}`);
  return row;
}

/** A parameter as an earlier version shipped it: asking for more, without its later edition, or not at all. */
function earlier(row: PolicyParameter): readonly PolicyParameter[] {
  const { kind, key, validFrom } = row;
  if (kind === 'clock' || kind === LOADED_KIND || (kind === OWN.kind && key === OWN.key)) return [];
  if (kind !== 'requirement') return [row];
  if (key === 'h7/sender_name') return [{ ...row, ...EARLIER_CELL }];
  if (key !== 'mail/commodity_code') return [row];
  return validFrom < '2025' ? [{ ...row, validTo: null }] : [];
}
const EARLIER = [...PARAMETERS.flatMap(earlier), { ...oneOf('control'), key: 'gone since' }];

const rowsOf = (kind: string, key: string) =>
  db()
    .select()
    .from(parameters)
    .where(and(eq(parameters.kind, kind), eq(parameters.key, key)))
    .orderBy(asc(parameters.validFrom), asc(parameters.revision));
const everything = () => db().select().from(parameters).orderBy(parameters.kind, parameters.key, parameters.validFrom);

describe('an upgrade', () => {
  beforeAll(async () => {
    await inTransaction(async (tx) => {
      await bringShipped(tx, EARLIER, BEFORE);
      const own = { ...oneOf(OWN.kind), ...OWN, revision: 0 };
      await tx.insert(parameters).values([
        { ...own, validFrom: '2021-07-01', validTo: '2026-10-31', edition: 'earlier' },
        { ...own, validFrom: '2026-11-01', validTo: null, source: 'Act 1 of 2026', changeId: CHANGE },
        { ...oneOf(LOADED_KIND), key: 'country:ZZ', revision: 0, loadId: LOAD },
      ]);
    });
    expect(await inTransaction((tx) => seedReference(tx, DAY))).toBe(3);
  });

  it('ends a row that changed the day before, and begins the new one with its source and edition', async () => {
    const [was, is, ...more] = await rowsOf('requirement', 'h7/sender_name');
    const [shipped] = shippedOf('requirement', 'h7/sender_name');
    expect(was).toMatchObject({ ...EARLIER_CELL, validFrom: shipped?.validFrom, validTo: BEFORE });
    expect(is).toMatchObject({ ...shipped, validFrom: DAY, validTo: null });
    expect(more).toEqual([]);
  });

  it('lets a later edition follow the row that was open, from the day of the upgrade on', async () => {
    expect(await rowsOf('requirement', 'mail/commodity_code')).toMatchObject([
      { edition: '2021', validTo: BEFORE },
      { edition: '2025', validFrom: DAY, validTo: null },
    ]);
  });

  it('brings keys that are new as they are, and ends those that are gone', async () => {
    const clock = oneOf('clock');
    expect(await rowsOf('clock', clock.key)).toMatchObject([clock]);
    expect(await rowsOf('control', 'gone since')).toMatchObject([{ validTo: BEFORE }]);
  });

  it('leaves what the administration changed or loaded alone', async () => {
    expect(await rowsOf(OWN.kind, OWN.key)).toMatchObject([
      { edition: 'earlier', validTo: '2026-10-31' },
      { source: 'Act 1 of 2026', validTo: null },
    ]);
    expect(await db().select().from(parameters).where(eq(parameters.kind, LOADED_KIND))).toMatchObject([
      { loadId: LOAD },
    ]);
  });

  it('changes nothing when it is started again, that day or later', async () => {
    const before = await everything();
    expect(await inTransaction((tx) => seedReference(tx, DAY))).toBe(0);
    expect(await inTransaction((tx) => seedReference(tx, '2027-03-01'))).toBe(0);
    expect(await everything()).toEqual(before);
  });

  it('judges a day by what stood on it', async () => {
    const rows = await everything();
    const cellOn = (day: string) =>
      rowsInForce(
        rows.filter(({ kind }) => kind === 'requirement'),
        day,
      ).find(({ key }) => key === 'h7/sender_name')?.value;
    expect(cellOn(BEFORE)).toMatchObject({ severity: 'error' });
    expect(cellOn(DAY)).toMatchObject({ presence: 'conditional' });
  });
});
