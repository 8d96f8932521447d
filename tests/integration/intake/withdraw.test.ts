import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { db } from '@/db/connection';
import { getSubmission, listQuarantined } from '@/db/queries/intake/get-submission';
import type { clearances } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ukMessage } from '../../contract/intake/xml-messages';
import { auditOf, expectStatisticsToAgree, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import {
  cancellation,
  LODGER,
  OTHER,
  partyHistory,
  put,
  released,
  seedPartners,
  stateOf,
  WAITING,
} from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
beforeAll(seedPartners);

const lodge = (...references: string[]) =>
  sendSubmission(LODGER, csvOf(references.map((reference) => ({ reference }))));
const cancel = async (...references: string[]) => {
  const id = await sendSubmission(LODGER, ukMessage(...references.map(cancellation)), 'xml');
  return getSubmission(LODGER, id);
};
const codesOf = async (submissionId: string) =>
  (await listQuarantined(LODGER, submissionId)).map((record) => record.problems[0]?.code);
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
/** A measure of the statistics, summed over everything. */
async function measure(column: 'consignments' | 'withdrawn'): Promise<number> {
  const { rows } = await db().execute<{ n: number }>(sql`
    select coalesce(sum(${sql.identifier(column)}), 0)::int as n from statistics.contributions`);
  return rows[0]?.n ?? 0;
}

describe('a cancellation by message', () => {
  it('withdraws what waits and what its lane released, with an event, an audit row and the statistics that agree', async () => {
    const before = await measure('withdrawn');
    await lodge('W-1', 'W-2');
    await put('W-1', WAITING);
    await put('W-2', released(inHours(5)));
    const counted = await measure('consignments');
    const { submissionId, updated, quarantined } = await cancel('W-1', 'W-2');
    expect({ updated, quarantined }).toEqual({ updated: 2, quarantined: 0 });
    for (const reference of ['W-1', 'W-2']) {
      const row = await stateOf(reference);
      expect(row).toMatchObject({ status: 'withdrawn', rowVersion: 2, releasedAt: null, decidedBy: null });
      expect(row.transmittedAt).not.toBeNull();
      expect((await timelineOf(row.consignmentId)).at(-1)).toMatchObject({
        kind: 'withdrawn',
        values: { way: 'message', by: 'partner', version: 1, note: 'Sent twice' },
      });
      expect((await auditOf(row.consignmentId)).at(-1)).toMatchObject({
        action: 'clearance.withdraw',
        actorId: SYSTEM_ACTOR.id,
        officeId: 'NLRTM',
        reason: 'Sent twice',
        details: { after: { status: 'withdrawn' }, submissionId, version: 1 },
      });
    }
    await expectStatisticsToAgree();
    expect((await measure('withdrawn')) - before).toBe(2);
    expect(counted - (await measure('consignments'))).toBe(2);
  });

  it('takes it out of the histories of its parties as if it had never come', async () => {
    const before = await partyHistory();
    await lodge('H-1');
    expect(await partyHistory()).not.toEqual(before);
    await put('H-1', WAITING);
    await cancel('H-1');
    expect(await partyHistory()).toEqual(before);
  });

  it('tells the partner that it is withdrawn, why, and that nothing is owed', async () => {
    await lodge('T-9');
    await put('T-9', WAITING);
    await cancel('T-9');
    expect(await trackConsignment(LODGER, 'T-9')).toMatchObject({
      status: 'withdrawn',
      releasedAt: null,
      withdrawn: { by: 'partner', reason: 'Sent twice' },
      charges: { duty: '0.00', vat: '0.00', total: '0.00', lines: [] },
    });
  });

  it('changes nothing when it comes again: it is counted as unchanged', async () => {
    await lodge('W-3');
    await put('W-3', WAITING);
    await cancel('W-3');
    expect(await cancel('W-3')).toMatchObject({ received: 1, unchanged: 1, updated: 0, quarantined: 0 });
    expect(await stateOf('W-3')).toMatchObject({ status: 'withdrawn', rowVersion: 2 });
  });

  it('is carried out once where one message names it twice', async () => {
    await lodge('W-4');
    await put('W-4', WAITING);
    expect(await cancel('W-4', 'W-4')).toMatchObject({ received: 2, updated: 1, unchanged: 1 });
  });

  const claimed = { claimedBy: LODGER.id, claimedByName: 'A. Kaya', claimedAt: new Date() };
  it.each<[string, Partial<typeof clearances.$inferInsert>, string]>([
    ['is claimed', { ...WAITING, ...claimed, leaseUntil: inHours(1) }, 'cancel_acted_on'],
    ['is on hold', { ...WAITING, openHolds: 1 }, 'cancel_on_hold'],
    ['waits for an answer', { ...WAITING, openReferrals: 1 }, 'cancel_question_open'],
    ['is to be examined', { ...WAITING, status: 'examination', examinationOutcome: 'ordered' }, 'cancel_acted_on'],
    ['was examined', { ...WAITING, examinationOutcome: 'finding' }, 'cancel_acted_on'],
    ['is proposed for seizure', { ...WAITING, status: 'awaiting_second' }, 'cancel_acted_on'],
    ['is seized', { ...WAITING, status: 'seized' }, 'act_decided'],
    ['was released by an officer', { ...released(inHours(5)), decidedBy: LODGER.id }, 'act_decided'],
    ['was released and has arrived', released(inHours(-1)), 'cancel_arrived'],
  ])('stays in quarantine where the consignment %s, and leaves it as it was', async (name, set, code) => {
    const reference = `R-${name.replaceAll(' ', '-')}`.slice(0, 35);
    await lodge(reference);
    await put(reference, set);
    const before = await stateOf(reference);
    expect(await codesOf((await cancel(reference)).submissionId)).toEqual([code]);
    expect(await stateOf(reference)).toEqual(before);
    await expectStatisticsToAgree();
  });

  it('withdraws the others of one message where one is refused', async () => {
    await lodge('M-1', 'M-2', 'M-3');
    for (const reference of ['M-1', 'M-3']) await put(reference, WAITING);
    await put('M-2', { ...WAITING, openHolds: 1 });
    const { submissionId, updated, quarantined } = await cancel('M-1', 'M-2', 'M-3', 'NEVER');
    expect({ updated, quarantined }).toEqual({ updated: 2, quarantined: 2 });
    expect(await codesOf(submissionId)).toEqual(['cancel_on_hold', 'act_target_unknown']);
    expect((await stateOf('M-3')).status).toBe('withdrawn');
  });

  it('that came before what it cancels still waits when that is lodged: to lodge is not to cancel', async () => {
    const { submissionId } = await cancel('LATE-1');
    expect(await codesOf(submissionId)).toEqual(['act_target_unknown']);
    await lodge('LATE-1');
    expect((await listQuarantined(LODGER, submissionId)).map(({ state }) => state)).toEqual(['open']);
  });

  it('finds nothing of another partner', async () => {
    await lodge('F-1');
    await put('F-1', WAITING);
    const id = await sendSubmission(OTHER, ukMessage(cancellation('F-1')), 'xml');
    expect((await listQuarantined(OTHER, id))[0]?.problems[0]?.code).toBe('act_target_unknown');
    expect((await stateOf('F-1')).status).toBe('selected');
  });
});
