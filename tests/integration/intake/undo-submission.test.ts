import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { undoSubmission } from '@/db/commands/intake/undo-submission';
import { db } from '@/db/connection';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { previewUndo } from '@/db/queries/intake/preview-undo';
import { auditLog } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError, type RefusedError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { auditOf, expectStatisticsToAgree, refusalOf, timelineOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import {
  LODGER,
  lodge,
  OTHER,
  partyHistory,
  put,
  released,
  seedPartners,
  stateOf,
  statusesOf,
  WAITING,
} from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
beforeAll(seedPartners);

const SUPERVISOR = someone('supervisor', 'NLRTM', 'C. Lind');
const ADMIN = { ...someone('admin', 'NLRTM', 'An administrator'), officeIds: [] };
const REASON = 'The wrong file was sent';
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

const undo = (actor: Actor, submissionId: string, withdrawable: number, rest: object = {}) =>
  undoSubmission(actor, { submissionId, withdrawable, actedOn: 0, leaveActedOn: false, reason: REASON, ...rest });
const ITEM = { description: 'Cup of bone china', value: '4.00', currency: 'EUR' };
const RECORD = JSON.stringify({
  reference: 'TWICE',
  channel: 'express',
  office: 'NLRTM',
  expected_arrival_at: inHours(30).toISOString(),
  sender_name: 'Cup Works',
  sender_country: 'CN',
  recipient_name: 'Nora Testmann',
  recipient_address: 'Dock Street 1',
  recipient_country: 'NL',
});

describe('undoing a submission', () => {
  it.each([
    ['its partner', LODGER, 'partner'],
    ['a supervisor of the office', SUPERVISOR, 'office'],
    ['an administrator', ADMIN, 'office'],
  ] as const)(
    'lets %s withdraw all it lodged at once, with an event and an audit row each and one for the whole',
    async (name, actor, by) => {
      const before = await partyHistory();
      const references = [1, 2, 3].map((n) => `U-${actor.role}-${n}`);
      const id = await lodge(...references);
      await put(references[1] ?? '', released(inHours(5)));
      expect(await previewUndo(actor, id)).toMatchObject({
        withdrawable: { count: 3, references },
        actedOn: { count: 0 },
        amended: { count: 0 },
        replaced: { count: 0 },
        elsewhere: 0,
      });
      expect(name && (await undo(actor, id, 3))).toEqual({ withdrawn: 3 });
      for (const reference of references) {
        const row = await stateOf(reference);
        expect(row).toMatchObject({ status: 'withdrawn', releasedAt: null, rowVersion: 2 });
        expect((await timelineOf(row.consignmentId)).at(-1)).toMatchObject({
          kind: 'withdrawn',
          actorName: actor.name,
          values: { way: 'undo', by, note: REASON },
        });
        expect((await auditOf(row.consignmentId)).map(({ action }) => action)).toEqual(['clearance.withdraw']);
      }
      expect(await getSubmission(LODGER, id)).toMatchObject({
        undone: { byName: actor.name, reason: REASON, withdrawn: 3 },
        accepted: 3,
      });
      const [last] = await db()
        .select()
        .from(auditLog)
        .where(eq(auditLog.subjectId, id))
        .orderBy(desc(auditLog.at))
        .limit(1);
      expect(last).toMatchObject({
        action: 'intake.undo',
        actorId: actor.id,
        reason: REASON,
        details: { withdrawn: 3 },
      });
      expect(await partyHistory()).toEqual(before);
      await expectStatisticsToAgree();
    },
  );

  it('refuses a role without the permission', async () => {
    const id = await lodge('V-1');
    for (const role of ['officer', 'analyst', 'risk_manager', 'auditor'] as const) {
      await expect(undo(someone(role, 'NLRTM'), id, 1)).rejects.toThrow(ForbiddenError);
      await expect(previewUndo(someone(role, 'NLRTM'), id)).rejects.toThrow(ForbiddenError);
    }
    expect(await statusesOf('V-1')).toEqual(['selected']);
  });

  it('does not find a submission of another partner, or one whose consignments all belong to other offices', async () => {
    const id = await lodge('V-2');
    for (const actor of [OTHER, someone('supervisor', 'BELGG')]) {
      await expect(undo(actor, id, 1)).rejects.toThrow(NotFoundError);
      await expect(previewUndo(actor, id)).rejects.toThrow(NotFoundError);
    }
    expect(await statusesOf('V-2')).toEqual(['selected']);
  });

  it('is refused to a supervisor where part of it belongs to another office', async () => {
    const id = await lodge('V-3', 'V-4');
    await put('V-4', { officeId: 'BELGG' });
    expect(await previewUndo(SUPERVISOR, id)).toMatchObject({ elsewhere: 1 });
    expect(await refusalOf(undo(SUPERVISOR, id, 2))).toEqual(['undo_submission.other_office']);
    expect(await statusesOf('V-3', 'V-4')).toEqual(['selected', 'selected']);
  });

  it('lets one of two win; the other is told that nothing is left', async () => {
    const id = await lodge('V-5', 'V-6');
    const ends = await Promise.allSettled([undo(LODGER, id, 2), undo(SUPERVISOR, id, 2)]);
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
    expect(lost).toMatchObject([{ name: 'RefusedError', reasons: [{ code: 'undo_submission.nothing' }] }]);
    expect(await stateOf('V-5')).toMatchObject({ status: 'withdrawn', rowVersion: 2 });
    await expectStatisticsToAgree();
  });

  it('does nothing at all where customs acted on part of it meanwhile, and names that part', async () => {
    const id = await lodge('N-1', 'N-2', 'N-3');
    await put('N-2', { openHolds: 1 });
    const refused = await undo(LODGER, id, 3).catch((error: unknown) => error);
    expect((refused as RefusedError).reasons).toEqual([
      { code: 'undo_submission.acted_on', params: { count: 1, references: 'N-2', more: 0 } },
    ]);
    expect(await statusesOf('N-1', 'N-2', 'N-3')).toEqual(['selected', 'selected', 'selected']);
    expect((await getSubmission(LODGER, id)).undone).toBeNull();
  });

  it('leaves what was acted on where that was agreed to, on the numbers that were seen and no others', async () => {
    const id = await lodge('P-1', 'P-2', 'P-3');
    await put('P-2', { openHolds: 1 });
    expect(await previewUndo(LODGER, id)).toMatchObject({
      withdrawable: { count: 2 },
      actedOn: { count: 1, first: [{ reference: 'P-2', refusal: 'withdraw.hold_open' }] },
    });
    const seen = { actedOn: 1, leaveActedOn: true };
    await put('P-3', { openReferrals: 1 });
    expect(await refusalOf(undo(LODGER, id, 2, seen))).toEqual(['undo_submission.acted_on']);
    await put('P-3', { openReferrals: 0 });
    expect(await refusalOf(undo(LODGER, id, 1, seen))).toEqual(['undo_submission.changed']);
    expect(await undo(LODGER, id, 2, seen)).toEqual({ withdrawn: 2 });
    expect(await statusesOf('P-1', 'P-2', 'P-3')).toEqual(['withdrawn', 'selected', 'withdrawn']);

    await put('P-2', { openHolds: 0 });
    expect(await undo(LODGER, id, 1)).toEqual({ withdrawn: 1 });
    expect((await getSubmission(LODGER, id)).undone).toMatchObject({ withdrawn: 3 });
    await expectStatisticsToAgree();
  });

  it('names what it only amended and leaves it, and what a later submission replaced', async () => {
    await lodge('A-1');
    const id = await sendSubmission(
      LODGER,
      csvOf([{ reference: 'A-1', value: '20.00' }, { reference: 'A-2' }, { reference: 'A-3' }]),
    );
    await sendSubmission(LODGER, csvOf([{ reference: 'A-3', value: '30.00' }]));
    for (const reference of ['A-1', 'A-2', 'A-3']) await put(reference, WAITING);
    expect(await previewUndo(LODGER, id)).toMatchObject({
      withdrawable: { count: 1, references: ['A-2'] },
      amended: { count: 1, references: ['A-1'] },
      replaced: { count: 1, references: ['A-3'] },
    });
    await undo(LODGER, id, 1);
    expect(await statusesOf('A-1', 'A-2', 'A-3')).toEqual(['selected', 'withdrawn', 'selected']);
  });

  it('withdraws a consignment that it brought twice, as it stands', async () => {
    const lines = (value: string) => `${JSON.stringify({ ...JSON.parse(RECORD), items: [{ ...ITEM, value }] })}\n`;
    const id = await sendSubmission(LODGER, lines('4.00') + lines('5.00'), 'ndjson');
    expect(await getSubmission(LODGER, id)).toMatchObject({ accepted: 1, updated: 1 });
    await put('TWICE', WAITING);
    expect(await undo(LODGER, id, 1)).toEqual({ withdrawn: 1 });
    expect((await timelineOf((await stateOf('TWICE')).consignmentId)).at(-1)?.values).toMatchObject({ version: 2 });
  });

  it('withdraws what it lodged again after an earlier withdrawal, and the submission before it no more', async () => {
    const first = await lodge('L-1');
    await undo(LODGER, first, 1);
    const again = await lodge('L-1');
    expect(await refusalOf(undo(LODGER, first, 1))).toEqual(['undo_submission.nothing']);
    expect(await previewUndo(LODGER, again)).toMatchObject({ withdrawable: { count: 1 }, amended: { count: 0 } });
    expect(await undo(LODGER, again, 1)).toEqual({ withdrawn: 1 });
    expect(await statusesOf('L-1')).toEqual(['withdrawn']);
  });

  it('asks a person for a reason', async () => {
    const id = await lodge('Q-1');
    await expect(undo(LODGER, id, 1, { reason: ' ' })).rejects.toThrow();
    expect(await statusesOf('Q-1')).toEqual(['selected']);
  });
});
