import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { ensureMonthPartitions } from '@/db/partitions';
import { assessments, clearances } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { EU_FLAT } from '@/lib/charges/examples/eu';
import { noCharges } from '@/lib/simulation/charge-tally';
import { withoutRelief } from '@/lib/simulation/without-relief';
import { consignmentsLike, receivedAt, underScheme, withItems, withRecipient } from '../../support/a-consignment';
import { aDesk, someone } from '../../support/a-desk';
import { simulated } from '../../support/a-simulation';
import { useDatabase } from '../../support/database';

/** Full relief up to 150 euro, three euro a subheading, the tariff from the first cent. */
const DAYS = { relief: '2026-05-12', flat: '2026-08-12', tariff: '2028-08-09' } as const;
const AT = new Date('2028-09-01T09:00:00Z');
const WHOLE = { fromOn: '2026-05-01', toOn: '2028-08-31', at: AT };
const manager = someone('risk_manager', 'NLRTM');
const NO_RELIEF = { parameters: [{ kind: 'charge_law' as const, key: 'own', value: withoutRelief(EU_FLAT.law) }] };

const database = useDatabase();

beforeAll(async () => {
  const desk = await aDesk();
  await database.owner(async (client) => {
    await ensureMonthPartitions(client, '2026-05-01', '2026-08-31');
    await ensureMonthPartitions(client, '2028-08-01', '2028-08-31');
  });
  for (const day of Object.values(DAYS)) {
    const on = receivedAt(new Date(`${day}T08:00:00Z`));
    await consignmentsLike(desk, 2, on, withItems({ value: '100.00' }));
    await consignmentsLike(desk, 1, on, withItems({ value: '400.00' }, { value: '31.37', commodityCode: '640319' }));
    await consignmentsLike(
      desk,
      1,
      on,
      underScheme('IM5280000017'),
      withItems({ value: '20.00', originCountry: 'VN' }),
    );
    await consignmentsLike(desk, 1, on, withItems({ value: '12.00', commodityCode: null }));
    await consignmentsLike(desk, 1, on, withRecipient({ country: 'NO' }), withItems({ value: '80.00' }));
  }
  await consignmentsLike({ ...desk, officeId: 'BELGG' }, 1, receivedAt(new Date(`${DAYS.flat}T08:00:00Z`)));
});

/** Every table with the number of its rows and the hash of what they say. */
async function everything(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`);
  const found = new Map<string, string>();
  for (const { name } of rows) {
    const { rows: sums } = await client.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as sum from ${name} t`,
    );
    found.set(name, sums[0]?.sum ?? '');
  }
  return found;
}

describe('a simulation that changes nothing', () => {
  it('gives to the cent what was charged, over three laws, and proves it by the engine of live work', async () => {
    const view = await simulated(manager, WHOLE);
    const { rows } = await db().execute<{ duty: string; vat: string; count: number }>(sql`
      select sum(duty_minor)::text as duty, sum(vat_minor)::text as vat, count(*)::int as count
      from ${assessments} a join ${clearances} c using (consignment_id, received_on) where c.office_id = 'NLRTM'`);
    const [charged] = rows;
    expect(charged?.count).toBe(18);
    expect(view).toMatchObject({ state: 'done', progress: 1, charged: 18, unrepeated: 0, problem: null });
    expect(view.result.total).toMatchObject({
      consignments: 18,
      dutyMinorWas: BigInt(charged?.duty ?? 0),
      dutyMinorSimulated: BigInt(charged?.duty ?? 0),
      vatMinorWas: BigInt(charged?.vat ?? 0),
      vatMinorSimulated: BigInt(charged?.vat ?? 0),
    });
    for (const { sums } of [...view.result.months, ...view.result.members.origin]) {
      expect(sums.dutyMinorSimulated).toBe(sums.dutyMinorWas);
      expect(sums.vatMinorSimulated).toBe(sums.vatMinorWas);
      expect(sums.openSimulated).toBe(sums.openWas);
    }
    expect(view.result.months.map(({ member }) => member)).toEqual(['2026-05', '2026-08', '2028-08']);
  });

  it('says of every dimension what adds up to the whole', async () => {
    const { result } = await simulated(manager, { ...WHOLE, changes: NO_RELIEF });
    for (const members of [result.months, ...Object.values(result.members)]) {
      const whole = members.reduce((sums, one) => {
        for (const key of Object.keys(sums) as (keyof typeof sums)[]) {
          sums[key] = ((sums[key] as never) + (one.sums[key] as never)) as never;
        }
        return sums;
      }, noCharges());
      expect(whole).toEqual(result.total);
    }
  });
});

describe('the relief for low value taken away', () => {
  it.each([
    // 100.00 x 12 % = 12.00; (100.00 + 12.00) x 21 % = 23.52, whatever the law of the day said before.
    ['under full relief: duty 0 and VAT 100 x 21 % = 21.00', DAYS.relief, 0n, 2_100n],
    ['under the flat duty: 3.00 and VAT 103 x 21 % = 21.63', DAYS.flat, 300n, 2_163n],
    ['under the tariff: 12.00 and VAT 112 x 21 % = 23.52', DAYS.tariff, 1_200n, 2_352n],
  ])('makes of two shirts of 100 euro, %s, duty 12.00 and VAT 23.52 each', async (_title, day, duty, vat) => {
    const period = { fromOn: day, toOn: day, at: AT };
    const before = await simulated(manager, period);
    const after = await simulated(manager, { ...period, changes: NO_RELIEF });
    const shirts = (view: typeof after) => {
      const total = view.result.total;
      return { total, chapter: view.result.members.chapter.find(({ member }) => member === '61')?.sums };
    };
    // Chapter 61: two shirts of 100, one of 400 under the tariff (48.00; 94.08), one of 20 under a scheme, one that leaves for Norway.
    const scheme = { duty: { [DAYS.relief]: 0n, [DAYS.flat]: 300n, [DAYS.tariff]: 240n }[day] ?? 0n };
    expect(shirts(before).chapter).toMatchObject({
      dutyMinorWas: 2n * duty + 4_800n + scheme.duty,
      vatMinorWas: 2n * vat + 9_408n,
    });
    // Sold under a scheme the vendor accounts for VAT; duty is by the tariff: 20.00 x 12 % = 2.40.
    expect(shirts(after).chapter).toMatchObject({
      dutyMinorWas: 2n * duty + 4_800n + scheme.duty,
      dutyMinorSimulated: 2n * 1_200n + 4_800n + 240n,
      vatMinorSimulated: 2n * 2_352n + 9_408n,
    });
    expect(after.unrepeated).toBe(0);
    expect(shirts(after).total).toMatchObject({ dutiableSimulated: 4, openWas: shirts(before).total.openSimulated });
  });

  it('stands in the summary beside the laws it takes the place of', async () => {
    const { told, result } = await simulated(manager, { ...WHOLE, changes: NO_RELIEF });
    expect(told).toMatchObject([{ kind: 'charge_law', key: 'own', replaces: 3 }]);
    expect(result.total.dutyMinorSimulated).toBeGreaterThan(result.total.dutyMinorWas);
  });
});

describe('other rates', () => {
  it('VAT at 25 instead of 21 per cent: 100.00 x 25 % = 25.00 under full relief', async () => {
    const vat = { kind: 'vat_rate' as const, key: 'standard', value: { ratePercent: '25', prefixes: [] } };
    const rate = { kind: 'duty_rate' as const, key: '610910', value: { ratePercent: '50' } };
    const period = { fromOn: DAYS.relief, toOn: DAYS.relief, at: AT };
    const { result } = await simulated(manager, { ...period, changes: { parameters: [vat, rate] } });
    // 400 x 50 % = 200.00 in place of 48.00; those of 100 stay free of duty.
    const sums = result.members.chapter.find(({ member }) => member === '61')?.sums;
    expect(sums).toMatchObject({ dutyMinorWas: 4_800n, dutyMinorSimulated: 20_000n });
    expect(sums?.vatMinorWas).toBe(2n * 2_100n + 9_408n);
  });
});

describe('what a simulation leaves alone', () => {
  it('is every table but its own and the audit log, row by row', async () => {
    await database.owner(async (client) => {
      const before = await everything(client);
      await simulated(manager, {
        ...WHOLE,
        changes: {
          parameters: [
            ...NO_RELIEF.parameters,
            { kind: 'exchange_rate', key: 'USD', value: { unitsPerBase: '1.25' } },
            { kind: 'lane', key: 'yellow', value: { fromScore: 20 } },
            { kind: 'random', key: 'draw', value: { probability: '0.5' } },
          ],
          indicators: [{ code: 'data_quality', percent: 0 }],
        },
      });
      const after = await everything(client);
      const changed = [...after].filter(([name, sum]) => before.get(name) !== sum).map(([name]) => name);
      expect(changed.filter((name) => !/^policy\.simulation|^audit\.(log|unsealed)/.test(name))).toEqual([]);
      expect(changed).toContain('policy.simulations');
    });
  });

  it('could not be written by what it reads with', async () => {
    const write = inTransaction((tx) => tx.update(clearances).set({ score: 1 }), { isReadOnly: true });
    await expect(write).rejects.toThrow();
    await expect(write.catch((error: { cause?: unknown }) => String(error.cause))).resolves.toMatch(/read-only/);
  });

  it('is all of other offices', async () => {
    const { result } = await simulated({ ...manager, officeIds: ['BELGG'] }, WHOLE);
    expect(result.total.consignments).toBe(1);
  });
});
