import { count, eq, isNotNull, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { runDemo } from '@/db/demo/run-demo';
import { ConfigurationError } from '@/db/env';
import { listAccounts } from '@/db/queries/collection/list-accounts';
import { installedExample } from '@/db/queries/policy/installed-example';
import { policyFromRows } from '@/db/queries/policy/policy-in-force';
import { assessments, clearances, consignments, instruments, items, offices, partners } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { EXAMPLE_SETS } from '@/lib/policy/examples/sets';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

const END = new Date('2026-11-10T15:00:00Z');
const seedAs = (example: 'uk' | 'jp' | 'eu') => inTransaction((tx) => seedReference(tx, '2026-11-10', example));

/** Share of consignments that meet a condition. */
async function shareOf(condition: ReturnType<typeof sql>): Promise<number> {
  const all = await db().$count(consignments);
  return (await db().$count(consignments, condition)) / all;
}

describe.each(['uk', 'jp'] as const)('A demo of the example %s', (example) => {
  useDatabase();
  const set = EXAMPLE_SETS[example];

  beforeAll(async () => {
    await seedAs(example);
    await runDemo({ consignments: 240, days: 6, seed: 1, endAt: END }, () => undefined);
  });

  it('works by its law, in its currency and offices, and holds nothing of another', async () => {
    expect(await installedExample(db())).toBe(example);
    const policy = await policyFromRows(db(), '2026-11-09');
    expect(policy).toMatchObject({ currency: set.currency, minorDigits: set.minorDigits, administration: set.name });
    expect(policy.lawInForce.law).toEqual(set.laws[0]?.law);
    const codes = set.offices.map(({ code }) => code).sort();
    expect((await db().select().from(offices)).map(({ id }) => id).sort()).toEqual(codes);
    expect((await db().select().from(instruments)).map(({ citation }) => citation)).toContain(
      set.laws[0]?.instrument.citation,
    );
    const kept = await db().selectDistinct({ office: partners.defaultOfficeId }).from(partners);
    for (const { office } of kept) expect(codes).toContain(office);
  });

  it('has a stream that is sent to it: its people, its money, its limit', async () => {
    expect(await db().$count(consignments)).toBeGreaterThan(200);
    expect(await shareOf(eq(consignments.recipientCountry, set.territory[0] ?? ''))).toBeGreaterThan(0.97);
    expect(await shareOf(sql`${consignments.dispatchCountry} = ${set.territory[0] ?? ''}`)).toBe(0);
    const [own] = await db().select({ rows: count() }).from(items).where(eq(items.currency, set.currency));
    expect(own?.rows).toBeGreaterThan(10);
    const [euro] = await db().select({ rows: count() }).from(items).where(eq(items.currency, 'EUR'));
    expect(euro?.rows).toBe(0);
    // Every assessment is in the money of the administration, and charges what its law charges.
    const money = await db().selectDistinct({ currency: assessments.currency }).from(assessments);
    expect(money).toEqual([{ currency: set.currency }]);
    const { lowValue } = await policyFromRows(db(), '2026-11-09');
    const [reduced] = await db()
      .select({ most: sql<string>`max(${assessments.intrinsicValueMinor})` })
      .from(assessments)
      .innerJoin(consignments, eq(consignments.consignmentId, assessments.consignmentId))
      .where(eq(consignments.regime, 'h7'));
    expect(BigInt(reduced?.most ?? 0)).toBeLessThanOrEqual((lowValue.limitMinor * 11n) / 10n);
  });

  it('is worked off by its officers, and its accounts are kept', async () => {
    const [decided] = await db().select({ rows: count() }).from(clearances).where(isNotNull(clearances.decidedAt));
    expect(decided?.rows).toBeGreaterThan(0);
    const supervisor = {
      ...someone('supervisor', set.offices[0]?.code ?? ''),
      officeIds: set.offices.map(({ code }) => code),
    };
    expect((await listAccounts(supervisor, END)).length).toBeGreaterThan(0);
  });

  it('stays what it is: another example is refused in a sentence, a later start asks for none', async () => {
    const refused = await seedAs('eu').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ConfigurationError);
    expect((refused as ConfigurationError).problems).toEqual([
      `LUXOR_EXAMPLE asks for eu, and this database holds consignments under the law of the example ${example}. ` +
        'Start with an empty database (another LUXOR_DATA_DIR or DATABASE_URL), or leave LUXOR_EXAMPLE out.',
    ]);
    expect(await inTransaction((tx) => seedReference(tx, '2026-11-10'))).toBe(0);
    expect(await seedAs(example)).toBe(0);
    expect((await policyFromRows(db(), '2026-11-10')).currency).toBe(set.currency);
  });
});
