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
import { KEPT } from './model-kept';

/** Courses a commit is held to, and how many go on at once; each batch of them is one run of the property. */
const COURSES = 1_000;
const AT_ONCE = 25;
const SEED = 20_261_128;
/** Between the clocks of two batches: longer than one lasts, so that no lease of an earlier one is left. */
const BATCH_MINUTES = 400;
/** Half a minute where nothing else runs; many times that on a busy machine. */
const HANGS_MS = 900_000;

/** Refusals that must come up, or the courses are too tame. */
const REFUSALS = [
  ...['row.changed', 'row.decided', 'claim.held', 'claim.expired', 'claim.not_held', 'hold.duplicate', 'gone'],
  ...[
    'proposal.same_officer',
    'proposal.not_opened',
    'proposal.withdrawn',
    'status.selected',
    'status.awaiting_second',
  ],
  ...['undo.nothing', 'undo.not_own', 'undo.too_late'],
];

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

async function run(batch: Batch, of: Limits = limits): Promise<void> {
  const placed = await consignmentsLike(desk, batch.courses.length);
  const reals = placed.map(({ consignmentId }) => ({ consignmentId, holdId: NOTHING, decisionId: NOTHING }));
  const staff = { a: desk.officer, b: desk.colleague, c: desk.supervisor };
  begun += 1;
  await runBatch(batch, reals, { staff, limits: of, from: begun * BATCH_MINUTES, counted });
}

describe('Queue, claims, decisions and audit', () => {
  it.each(KEPT)('agree with the model where they once did not: $why (seed $seed)', async ({ batch }) => {
    await run(batch);
  });

  it(
    `agree with the model in ${COURSES} random courses, act by act`,
    async () => {
      // Where this fails it prints the seed and the smallest course that differs: keep both in model-kept.ts.
      await fc.assert(
        fc.asyncProperty(batches(AT_ONCE), (batch) => run(batch)),
        { seed: SEED, numRuns: Math.ceil(COURSES / AT_ONCE) },
      );
      expect(counted.courses).toBeGreaterThanOrEqual(COURSES);
      // Enough of what was tried came about for courses to lead anywhere, and each of these refusals was met.
      expect(counted.accepted / counted.acts).toBeGreaterThan(0.3);
      expect([...counted.answers.keys()]).toEqual(expect.arrayContaining(REFUSALS));
    },
    HANGS_MS,
  );

  it('differ from a model that is wrong by a minute, in what is answered and in what is written', async () => {
    const step = (act: 'claim' | 'detain' | 'undo') => ({ act, by: 'a', isApt: false, isStale: false }) as const;
    const { leaseMinutes, undoMinutes } = limits;
    const claimed = { clock: [{ minutes: 1, isSwept: false }], courses: [[[step('claim')]]] } as const;
    await expect(run(claimed, { ...limits, leaseMinutes: leaseMinutes + 1 })).rejects.toThrow('The model stands at');
    const clock = [1, undoMinutes + 1].map((minutes) => ({ minutes, isSwept: false }));
    const undone = { clock, courses: [[[step('detain')], [step('undo')]]] } as const;
    await expect(run(undone, { ...limits, undoMinutes: undoMinutes + 1 })).rejects.toThrow('The model says ok');
    await run(claimed);
    await run(undone);
  });

  it('leave statistics that agree with the ledger', async () => {
    await expectStatisticsToAgree();
  });
});
