import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { undoSubmission } from '@/db/commands/intake/undo-submission';
import { db } from '@/db/connection';
import { getSubmission, listQuarantined } from '@/db/queries/intake/get-submission';
import { previewUndo } from '@/db/queries/intake/preview-undo';
import { identities, versions } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import type { IntakeFormat } from '@/lib/intake/staged-row';
import { seededRandom } from '@/lib/kernel/prng';
import { ukMessage } from '../../contract/intake/xml-messages';
import { expectStatisticsToAgree, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import {
  cancellation,
  idOf,
  LODGER,
  pairTotals,
  partyHistory,
  put,
  seedPartners,
  stateOf,
  WAITING,
} from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf, oneByOne } from '../../support/submissions';

useDatabase();
beforeAll(seedPartners);

const lodge = (...references: string[]) =>
  sendSubmission(LODGER, csvOf(references.map((reference) => ({ reference }))));
const cancel = async (...references: string[]) => {
  const id = await sendSubmission(LODGER, ukMessage(...references.map(cancellation)), 'xml');
  return getSubmission(LODGER, id);
};
/** Undoes what of a submission can be undone, on the numbers of now. */
async function undoAll(submissionId: string): Promise<void> {
  const { withdrawable, actedOn } = await previewUndo(LODGER, submissionId);
  if (withdrawable.count === 0) return;
  const numbers = { withdrawable: withdrawable.count, actedOn: actedOn.count, leaveActedOn: true };
  await undoSubmission(LODGER, { submissionId, ...numbers, reason: 'Sent by mistake' });
}
/** Receives a body and leaves it to be processed later. */
async function receive(body: string, format: IntakeFormat = 'csv'): Promise<string> {
  const input = { format, contentType: 'text/plain', fileName: null, idempotencyKey: null, announcedBytes: null };
  return (await receiveSubmission(LODGER, { ...input, body: oneByOne(Buffer.from(body)) })).submissionId;
}
const codesOf = async (submissionId: string) =>
  (await listQuarantined(LODGER, submissionId)).map((record) => record.problems[0]?.code);

describe('a reference sent again after its withdrawal', () => {
  it('is a new version, with the same content too, and is selected or released again as if it had come now', async () => {
    const before = await partyHistory();
    await lodge('B-1');
    await put('B-1', WAITING);
    await cancel('B-1');
    const lodgedAgainAt = new Date();
    const id = await lodge('B-1');
    expect(await getSubmission(LODGER, id)).toMatchObject({ accepted: 0, updated: 1, unchanged: 0 });
    const row = await stateOf('B-1');
    expect(['selected', 'released']).toContain(row.status);
    expect(row.receivedAt >= lodgedAgainAt).toBe(true);
    const found = await db()
      .select()
      .from(versions)
      .where(eq(versions.consignmentId, idOf('B-1')));
    expect(found.map(({ version }) => version).sort()).toEqual([1, 2]);
    expect((await timelineOf(row.consignmentId)).at(-1)?.kind).toMatch(/^(reselected|released_by_lane)$/);
    expect(await partyHistory()).not.toEqual(before);
    await expectStatisticsToAgree();

    await put('B-1', WAITING);
    await cancel('B-1');
    expect((await stateOf('B-1')).status).toBe('withdrawn');
    expect(await partyHistory()).toEqual(before);
    await expectStatisticsToAgree();
    const [identity] = await db()
      .select()
      .from(identities)
      .where(eq(identities.consignmentId, idOf('B-1')));
    expect(identity?.receivedOn).toBe(row.receivedOn);
  });

  it('leaves statistics and party histories that agree with the ledger after any sequence (seed 20261128)', async () => {
    const random = seededRandom(20_261_128);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const references = ['X-1', 'X-2', 'X-3', 'X-4', 'X-5'];
    // Two that came the day before: whatever changes them later counts on that day.
    const yesterday = new Date(Date.now() - 86_400_000);
    const early = csvOf([{ reference: 'X-1' }, { reference: 'X-2' }]);
    const sent = [await sendSubmission(LODGER, early, 'csv', yesterday)];
    for (let step = 0; step < 40; step += 1) {
      const some = references.filter(() => random() < 0.5);
      const act = pick(['lodge', 'lodge', 'cancel', 'undo', 'wait', 'hold'] as const);
      if (act === 'lodge') {
        const rows = (some.length > 0 ? some : references).map((reference) => ({
          reference,
          value: `${10 + Math.floor(random() * 90)}.00`,
          sender_name: pick(['Bright Harbour Trading', 'Linden Thread Works']),
          recipient_name: pick(['Nora Testmann', 'Otto Testmann']),
          // What belongs to the customs value alone.
          transport_cost: `${1 + Math.floor(random() * 9)}.00`,
          transport_currency: 'EUR',
        }));
        sent.push(await sendSubmission(LODGER, csvOf(rows)));
      } else if (act === 'cancel' && some.length > 0) await cancel(...some);
      else if (act === 'undo') await undoAll(pick(sent));
      else
        for (const reference of some)
          if ((await stateOf(reference).catch(() => null))?.status === 'selected')
            await put(reference, act === 'wait' ? { openHolds: 0 } : { openHolds: 1 });
    }
    await expectStatisticsToAgree();
    const { rows } = await db().execute<{ kept: string; live: string }>(sql`
      select (select concat_ws(' ', sum(consignments), sum(value_minor)) from risk.party_days where kind = 'sender') as kept,
        (select concat_ws(' ', count(*), sum(a.intrinsic_value_minor)) from clearance.clearances s
          join consignment.consignments c using (consignment_id, received_on)
          join risk.assessments a on a.consignment_id = c.consignment_id and a.version = c.version
          where s.status <> 'withdrawn') as live`);
    expect(rows[0]?.kept).toBe(rows[0]?.live);
    const pairs = await pairTotals();
    expect(pairs.kept).toEqual(pairs.live);
    expect(pairs.live.length).toBeGreaterThan(2);
    const { rows: values } = await db().execute<{ differ: boolean }>(sql`
      select sum(customs_minor) > sum(value_minor) as differ from risk.party_days where kind = 'address_sender'`);
    expect(values[0]?.differ).toBe(true);
    const left = await Promise.all(references.map(async (reference) => (await stateOf(reference)).status));
    expect(new Set(left).size).toBeGreaterThan(1);
  });

  it('comes back to the lane it was selected into: to withdraw and send anew is no way around an examination', async () => {
    await lodge('B-3', 'B-4');
    await put('B-3', { ...WAITING, laneEffective: 'red', selectionReason: 'random' });
    await put('B-4', { ...WAITING, laneEffective: 'yellow', selectionReason: 'score' });
    await cancel('B-3', 'B-4');
    await lodge('B-3', 'B-4');
    expect(await stateOf('B-3')).toMatchObject({
      status: 'selected',
      laneEffective: 'red',
      selectionReason: 'random',
      releasedAt: null,
      transmittedAt: null,
    });
    expect((await timelineOf(idOf('B-3'))).at(-1)?.kind).toBe('reselected');
    expect((await stateOf('B-4')).laneEffective).toBe((await stateOf('B-4')).laneAssigned);
    await expectStatisticsToAgree();
  });

  it('is not brought back by a record that is older than the withdrawal, nor withdrawn by an older message', async () => {
    const older = await receive(csvOf([{ reference: 'B-5' }, { reference: 'B-6', value: '18.00' }]));
    const oldCancel = await receive(ukMessage(cancellation('B-7')), 'xml');
    await lodge('B-5', 'B-6', 'B-7');
    for (const reference of ['B-5', 'B-6', 'B-7']) await put(reference, WAITING);
    await cancel('B-5', 'B-6');
    for (const id of [older, oldCancel]) await processSubmission(SYSTEM_ACTOR, id);
    expect(await codesOf(older)).toEqual(['overtaken_withdrawn', 'overtaken_withdrawn']);
    expect(await codesOf(oldCancel)).toEqual(['overtaken']);
    expect((await stateOf('B-5')).status).toBe('withdrawn');
    expect((await stateOf('B-7')).status).toBe('selected');
  });

  it('is not brought back by an amendment: the whole declaration is asked for', async () => {
    await lodge('B-2');
    await put('B-2', WAITING);
    await cancel('B-2');
    const amendment = cancellation('B-2').replace('INV', 'COR');
    const id = await sendSubmission(LODGER, ukMessage(amendment), 'xml');
    expect(await codesOf(id)).toEqual(['act_withdrawn']);
  });
});
