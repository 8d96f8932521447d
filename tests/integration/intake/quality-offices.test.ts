import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { moveQuality } from '@/db/commands/intake/save-quality-days';
import { db, type Tx } from '@/db/connection';
import { placeQualityOf } from '@/db/place-quality';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { getPartnerQuality } from '@/db/queries/quality/get-partner-quality';
import { listPartnerQuality } from '@/db/queries/quality/list-partner-quality';
import { getPartnerData } from '@/db/queries/statistics/get-partner-data';
import { consignments, qualityDayFindings, qualityDays } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { addDays, dayOf } from '@/lib/kernel/dates';
import { EMPTY_STATISTICS_FILTER, resolveFilter } from '@/lib/statistics/filter';
import { sentInAll } from '@/lib/statistics/partner-data';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { connected } from '../../support/older-database';
import { csvOf, oneByOne } from '../../support/submissions';

const present = useDatabase();
const platform = demoPartnerActor('harbour-lane');
const partnerId = platform.partnerId ?? '';
const TODAY = new Date();
const here = someone('supervisor', 'NLRTM');
const there = someone('supervisor', 'BELGG');
const both: Actor = { ...here, officeIds: ['NLRTM', 'BELGG'] };
const admin = someone('admin', 'NLRTM');

async function send(rows: readonly Record<string, string>[]) {
  const { submissionId } = await receiveSubmission(
    platform,
    {
      ...{
        format: 'csv' as const,
        contentType: 'text/csv',
        fileName: null,
        idempotencyKey: null,
        announcedBytes: null,
      },
      body: oneByOne(Buffer.from(csvOf(rows))),
    },
    TODAY,
  );
  await processSubmission(platform, submissionId);
}

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, TODAY);
  });
  await send([
    { reference: 'Q-1' },
    { reference: 'Q-2' },
    { reference: 'Q-3', office: 'BELGG', house_ref: 'H-3' },
    { reference: 'Q-4', office: 'BELGG', value: '1,50' },
    { reference: 'Q-5', office: 'XXNIL' },
  ]);
});

/** Records and refused ones of the partner as an actor sees them. */
async function seenBy(actor: Actor) {
  const { periods } = await getPartnerQuality(actor, partnerId, 30, TODAY);
  const [{ records = 0, refused = 0 } = {}] = periods;
  return { records, refused };
}

describe('The quality of the data of a partner', () => {
  it('is of the own offices for staff, of all for the partner itself and for administrators', async () => {
    expect(await seenBy(here)).toEqual({ records: 2, refused: 0 });
    expect(await seenBy(there)).toEqual({ records: 2, refused: 1 });
    expect(await seenBy(both)).toEqual({ records: 4, refused: 1 });
    // What names no office we know is of nobody's.
    expect(await seenBy(platform)).toEqual({ records: 5, refused: 2 });
    expect(await seenBy(admin)).toEqual({ records: 5, refused: 2 });
    expect(await seenBy(someone('supervisor', 'DEHAM'))).toEqual({ records: 0, refused: 0 });
  });

  it('is bound alike in the list of partners, in findings, and on the dashboards', async () => {
    const listed = await listPartnerQuality(here, 30, TODAY);
    expect(listed).toMatchObject([{ partnerId, records: 2, refused: 0 }]);
    expect(await listPartnerQuality(someone('supervisor', 'DEHAM'), 30, TODAY)).toEqual([]);
    const findingsOf = async (actor: Actor) =>
      (await getPartnerQuality(actor, partnerId, 30, TODAY)).findings.map(({ code, records }) => `${code} ${records}`);
    expect((await findingsOf(here)).every((finding) => !finding.startsWith('decimal'))).toBe(true);
    expect((await findingsOf(there)).length).toBeGreaterThan(0);
    const resolved = resolveFilter(EMPTY_STATISTICS_FILTER, dayOf(TODAY));
    const sent = async (offices: readonly string[]) =>
      sentInAll((await getPartnerData({ ...someone('analyst', 'NLRTM'), officeIds: offices }, resolved)).current);
    expect(await sent(['NLRTM'])).toMatchObject({ records: 2, refused: 0 });
    expect(await sent(['NLRTM', 'BELGG'])).toMatchObject({ records: 4, refused: 1 });
  });

  it('goes with a consignment to another office, by an amendment or by a transfer, and is counted once', async () => {
    await send([{ reference: 'Q-1', office: 'BELGG' }]);
    expect([await seenBy(here), await seenBy(there)]).toMatchObject([{ records: 1 }, { records: 3 }]);
    const [data] = await db().select().from(consignments).where(sql`reference = 'Q-2'`);
    if (!data || data.qualityScore === null) throw new Error('Q-2 is not here');
    const quality = { score: data.qualityScore, problems: data.warnings };
    await inTransaction((tx) => moveQuality(tx, data, quality, { from: 'NLRTM', to: 'BELGG' }));
    expect([await seenBy(here), await seenBy(there)]).toMatchObject([{ records: 0 }, { records: 4 }]);
    const rows = await db().select().from(qualityDays);
    expect(rows.reduce((sum, row) => sum + row.records, 0)).toBe(5);
    expect(rows.find((row) => row.officeId === 'NLRTM')).toMatchObject({ records: 0, scoreSum: 0, poor: 0, good: 0 });
  });

  it('of versions that kept no offices goes to them by the ledger, and an amendment takes away only what is there', async () => {
    const kept = async () => ({ here: await seenBy(here), there: await seenBy(there), all: await seenBy(platform) });
    // As one version before left it: everything of a day in one row.
    const days = await db().select().from(qualityDays);
    const found = await db().select().from(qualityDayFindings);
    await db().execute(sql`delete from intake.quality_days`);
    await db().execute(sql`delete from intake.quality_day_findings`);
    await inTransaction((tx) => asBefore(tx, days, found));
    expect(await kept()).toMatchObject({
      here: { records: 0 },
      there: { records: 0 },
      all: { records: 5, refused: 2 },
    });
    const findingsBefore = (await getPartnerQuality(platform, partnerId, 30, TODAY)).findings;
    const from = `${dayOf(TODAY).slice(0, 7)}-01`;
    const to = `${addDays(from, 31).slice(0, 7)}-01`;
    await connected(present.url(), async (client) => {
      await client.query('begin');
      await placeQualityOf(client, { from, to });
      await client.query('commit');
    });
    expect(await kept()).toEqual({
      ...{ here: { records: 1, refused: 0 }, there: { records: 2, refused: 0 } },
      all: { records: 5, refused: 2 },
    });
    const counts = (all: typeof findingsBefore) => all.map(({ code, records }) => `${code} ${records}`).sort();
    expect(counts((await getPartnerQuality(platform, partnerId, 30, TODAY)).findings)).toEqual(counts(findingsBefore));
    await send([{ reference: 'Q-1' }]);
    expect(await kept()).toMatchObject({ here: { records: 2 }, there: { records: 1 }, all: { records: 5 } });
    for (const row of await db().select().from(qualityDays))
      expect(
        Math.min(row.records, row.poor, row.weak, row.fair, row.good, Number(row.scoreSum)),
      ).toBeGreaterThanOrEqual(0);
  });
});

const SUMS = ['records', 'refused', 'scoreSum', 'poor', 'weak', 'fair', 'good'] as const;

async function asBefore(
  tx: Tx,
  days: readonly (typeof qualityDays.$inferSelect)[],
  found: readonly (typeof qualityDayFindings.$inferSelect)[],
): Promise<void> {
  for (const day of days)
    await tx
      .insert(qualityDays)
      .values({ ...day, officeId: '-' })
      .onConflictDoUpdate({
        target: [qualityDays.partnerId, qualityDays.day, qualityDays.officeId],
        set: Object.fromEntries(
          SUMS.map((sum) => [
            sum,
            sql.raw(`quality_days.${qualityDays[sum].name} + excluded.${qualityDays[sum].name}`),
          ]),
        ),
      });
  for (const finding of found)
    await tx
      .insert(qualityDayFindings)
      .values({ ...finding, officeId: '-' })
      .onConflictDoUpdate({
        target: [
          ...[qualityDayFindings.partnerId, qualityDayFindings.day, qualityDayFindings.officeId],
          ...[qualityDayFindings.code, qualityDayFindings.severity, qualityDayFindings.field],
        ],
        set: { records: sql`quality_day_findings.records + excluded.records` },
      });
}
