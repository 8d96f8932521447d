import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { undoAsItStands } from '@/db/commands/intake/undo-submission';
import { db } from '@/db/connection';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { auditLog } from '@/db/schema';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { expectStatisticsToAgree, refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { LODGER, lodge, OTHER, put, seedPartners, stateOf, statusesOf } from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
beforeAll(seedPartners);

describe('undoing a submission as it stands, for a program', () => {
  const auditsOf = async (id: string) =>
    (await db().select().from(auditLog).where(eq(auditLog.subjectId, id))).filter(
      ({ action }) => action === 'intake.undo',
    );

  it('withdraws whatever can be, without a reason too, and leaves its audit row', async () => {
    const id = await lodge('D-1', 'D-2');
    expect(await undoAsItStands(LODGER, id, {})).toEqual({ withdrawn: 2 });
    expect(await statusesOf('D-1', 'D-2')).toEqual(['withdrawn', 'withdrawn']);
    expect((await getSubmission(LODGER, id)).undone).toMatchObject({ reason: null, withdrawn: 2 });
    expect(await auditsOf(id)).toMatchObject([{ actorId: LODGER.id, reason: null, details: { withdrawn: 2 } }]);
    await expectStatisticsToAgree();
  });

  it('changes nothing the second time, and answers all the same; two at once withdraw it once', async () => {
    const id = await lodge('D-3', 'D-4');
    const ends = await Promise.all([undoAsItStands(LODGER, id, {}), undoAsItStands(LODGER, id, {})]);
    expect(ends.map(({ withdrawn }) => withdrawn).sort()).toEqual([0, 2]);
    expect(await undoAsItStands(LODGER, id, { reason: 'Sent by mistake' })).toEqual({ withdrawn: 0 });
    expect(await stateOf('D-3')).toMatchObject({ status: 'withdrawn', rowVersion: 2 });
    expect(await auditsOf(id)).toHaveLength(1);
    expect((await getSubmission(LODGER, id)).undone).toMatchObject({ reason: null, withdrawn: 2 });
  });

  it('refuses as a whole what customs acted on in part, and leaves that part where it was asked to', async () => {
    const id = await lodge('D-5', 'D-6');
    await put('D-6', { openHolds: 1 });
    expect(await refusalOf(undoAsItStands(LODGER, id, {}))).toEqual(['undo_submission.acted_on']);
    expect(await statusesOf('D-5', 'D-6')).toEqual(['selected', 'selected']);
    for (const withdrawn of [1, 0])
      expect(await undoAsItStands(LODGER, id, { leaveActedOn: 'true' })).toEqual({ withdrawn });
    expect(await statusesOf('D-5', 'D-6')).toEqual(['withdrawn', 'selected']);
    expect(await refusalOf(undoAsItStands(LODGER, id, {}))).toEqual(['undo_submission.acted_on']);
  });

  it('refuses what brought nothing, a file refused as a whole too, and does not find what is of another', async () => {
    const none = await sendSubmission(LODGER, csvOf([{ reference: 'D-7', value: 'four' }]));
    const broken = await sendSubmission(LODGER, '[{', 'json');
    for (const id of [none, broken])
      expect(await refusalOf(undoAsItStands(LODGER, id, {}))).toEqual(['undo_submission.nothing']);
    await expect(undoAsItStands(OTHER, none, {})).rejects.toThrow(NotFoundError);
    await expect(undoAsItStands(LODGER, 'no-such-id', {})).rejects.toThrow(NotFoundError);
    await expect(undoAsItStands(someone('officer', 'NLRTM'), none, {})).rejects.toThrow(ForbiddenError);
  });
});
