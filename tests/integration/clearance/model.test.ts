import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { dayOf } from '@/lib/kernel/dates';
import { consignmentsLike } from '../../support/a-consignment';
import { aDesk, type Desk, NOW } from '../../support/a-desk';
import { expectStatisticsToAgree } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { type Batch, batches, type Counted, type Limits, runBatch } from '../../support/desk-model/batch';
import { NOTHING } from '../../support/desk-model/real';
import { ACTS } from '../../support/desk-model/state';
import { KEPT } from './model-kept';

/** Courses a commit is held to, and how many go on at once; each batch of them is one run of the property. */
const COURSES = 1_000;
const AT_ONCE = 25;
const SEED = 20_261_128;
/** Between the clocks of two batches: longer than one lasts, so that no lease of an earlier one is left. */
const BATCH_MINUTES = 400;

useDatabase();
let desk: Desk;
let limits: Limits;
let begun = 0;
const counted: Counted = { courses: 0, acts: 0, accepted: 0, answers: new Map() };
beforeAll(async () => {
  desk = await aDesk();
  const { leaseMinutes, undoMinutes } = await policyInForce(db(), dayOf(NOW));
  limits = { leaseMinutes, undoMinutes };
});

async function run(batch: Batch): Promise<void> {
  const placed = await consignmentsLike(desk, batch.courses.length);
  const reals = placed.map(({ consignmentId }) => ({ consignmentId, holdId: NOTHING, decisionId: NOTHING }));
  const staff = { a: desk.officer, b: desk.colleague, c: desk.supervisor };
  begun += 1;
  await runBatch(batch, reals, { staff, limits, from: begun * BATCH_MINUTES, counted });
}

describe('Queue, claims, decisions and audit', () => {
  it.each(KEPT)('agree with the model where they once did not: $why (seed $seed)', async ({ batch }) => {
    await run(batch);
  });

  it(`agree with the model in ${COURSES} random courses, act by act`, async () => {
    // Where this fails it prints the seed and the smallest course that differs: keep both in model-kept.ts.
    await fc.assert(fc.asyncProperty(batches(AT_ONCE), run), { seed: SEED, numRuns: Math.ceil(COURSES / AT_ONCE) });
    expect(counted.courses).toBeGreaterThanOrEqual(COURSES);
    expect(counted.accepted / counted.acts).toBeGreaterThan(0.25);
    expect(ACTS.length).toBe(15);
  });

  it('leave statistics that agree with the ledger', async () => {
    await expectStatisticsToAgree();
  });
});
