import { and, count, countDistinct, eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { runDemo } from '@/db/demo/run-demo';
import { freeSeed, lastSent } from '@/db/demo/sent-streams';
import { policyFromRows } from '@/db/queries/policy/policy-in-force';
import { clearances, consignments, loads, submissions } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { csvOf, oneByOne } from '../../support/submissions';

useDatabase();
const platform = demoPartnerActor('harbour-lane');
const wish = { consignments: 60, days: 4, endAt: new Date('2026-09-10T15:00:00Z') };
const quiet = () => undefined;
const DAY_BEFORE = new Date('2026-09-02T08:00:00Z');

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, DAY_BEFORE);
  });
});

async function totals() {
  const [row] = await db()
    .select({ rows: count(), references: countDistinct(consignments.reference) })
    .from(consignments);
  return row;
}

describe('A demo stream', () => {
  it('is sent to an installation that holds another stream already, and repeats no reference of it', async () => {
    expect(await freeSeed()).toBe(1);
    const first = await runDemo({ ...wish, seed: 1 }, quiet);
    const before = await totals();
    expect(before?.rows).toBeGreaterThan(40);
    expect(await freeSeed()).toBe(2);
    const second = await runDemo({ ...wish, seed: 2 }, quiet);
    expect(second.submissions).toBeGreaterThan(0);
    expect(first.submissions).toBeGreaterThan(0);
    const after = await totals();
    expect(after?.rows).toBeGreaterThan((before?.rows ?? 0) + 40);
    expect(after?.references).toBe(after?.rows);
  });

  it('is valued by rates of its own months, which are told to be invented', async () => {
    const found = await db().select().from(loads).where(eq(loads.kind, 'exchange-rates')).orderBy(loads.previewedAt);
    // The second stream found them there.
    expect(found.map(({ status, layout }) => [status, layout])).toEqual([
      ['loaded', 'own-rates'],
      ['unchanged', 'own-rates'],
    ]);
    expect(found[0]?.edition).toContain('invented');
    const { lawInForce } = await policyFromRows(db(), '2026-09-10');
    expect(new Set([...lawInForce.rates.values()].map((rate) => rate.validFrom))).toEqual(new Set(['2026-09-01']));
  });

  it('that was sent to its end sends nothing when it is asked for again', async () => {
    expect(await lastSent(1)).not.toBeNull();
    expect(await runDemo({ ...wish, seed: 1 }, quiet)).toMatchObject({ submissions: 0 });
  });

  it('has its officers decide what it sent, and nothing of other origin', async () => {
    const { submissionId } = await receiveSubmission(
      platform,
      {
        format: 'csv',
        contentType: 'text/csv',
        fileName: 'own.csv',
        idempotencyKey: null,
        announcedBytes: null,
        body: oneByOne(
          Buffer.from(csvOf([{ reference: 'OWN-1', description: 'Switchblade knife', commodity_code: '821193' }])),
        ),
      },
      DAY_BEFORE,
    );
    await processSubmission(platform, submissionId);
    const done = await runDemo({ ...wish, seed: 3 }, quiet);
    expect(done.decided).toBeGreaterThan(0);
    expect(await standing(consignmentIdOf(platform.partnerId ?? '', 'OWN-1'))).toMatchObject({ status: 'selected' });
    const [decided] = await db()
      .select({ count: count() })
      .from(clearances)
      .where(and(eq(clearances.laneEffective, 'red'), sql`${clearances.decidedAt} is not null`));
    expect(decided?.count).toBeGreaterThan(0);
    const [sent] = await db().select({ count: count() }).from(submissions).where(eq(submissions.fileName, 'own.csv'));
    expect(sent?.count).toBe(1);
  });
});
