import { and, eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { undoAsItStands } from '@/db/commands/intake/undo-submission';
import { activateProfile, approveProfile } from '@/db/commands/profile/move-profile';
import { db } from '@/db/connection';
import { clearances, profileHits, profileSlots } from '@/db/schema';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { ukMessage } from '../../contract/intake/xml-messages';
import { aDesk, type Desk } from '../../support/a-desk';
import { draft, proposed, second, seen } from '../../support/a-profile';
import { useDatabase } from '../../support/database';
import { cancellation } from '../../support/lodged';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
let profileId: string;
beforeAll(async () => {
  desk = await aDesk();
  const one = await proposed({ ...draft, dailySlots: 2 });
  profileId = one.profileId;
  await approveProfile(second, { ...seen(one), shadowDays: 7 });
  await activateProfile(second, { ...seen(one, 2), days: 30 });
});

const toy = (reference: string, more: Readonly<Record<string, string>> = {}) => ({
  reference,
  commodity_code: '950300',
  description: 'Wooden train set for children, 40 pieces',
  sender_name: `Maker of ${reference}`,
  ...more,
});
const idOf = (reference: string) => consignmentIdOf(desk.partnerId, reference);
const lanes = async (...references: string[]) => {
  const rows = await db()
    .select()
    .from(clearances)
    .where(inArray(clearances.consignmentId, references.map(idOf)));
  return references.map((one) => rows.find(({ reference }) => reference === one)?.laneEffective);
};
const noted = async (reference: string) => {
  const rows = await db()
    .select({ version: profileHits.consignmentVersion, keptBack: profileHits.keptBack, hasSlot: profileHits.hasSlot })
    .from(profileHits)
    .where(and(eq(profileHits.profileId, profileId), eq(profileHits.consignmentId, idOf(reference))))
    .orderBy(profileHits.consignmentVersion);
  return rows.map(({ keptBack, hasSlot }) => keptBack ?? hasSlot);
};
const used = async () => (await db().select().from(profileSlots)).map((row) => row.used);

describe('the daily slots of a profile', () => {
  it('select no more than there are at an office; what comes later is noted and goes on', async () => {
    await sendSubmission(desk.partner, csvOf([toy('SLOT-1'), toy('SLOT-2'), toy('SLOT-3')]));
    expect(await lanes('SLOT-1', 'SLOT-2', 'SLOT-3')).toEqual(['red', 'red', 'green']);
    expect(await noted('SLOT-3')).toEqual(['no_slot']);
    await sendSubmission(desk.partner, csvOf([toy('SLOT-4')]));
    expect(await lanes('SLOT-4')).toEqual(['green']);
    expect(await used()).toEqual([2]);
  });

  it('stay with the consignment that has one when its data come anew', async () => {
    await sendSubmission(desk.partner, csvOf([toy('SLOT-1', { description: 'Wooden train set, 41 pieces' })]));
    expect(await noted('SLOT-1')).toEqual([true, true]);
    expect(await lanes('SLOT-1')).toEqual(['red']);
    expect(await used()).toEqual([2]);
  });

  it('are shared by imports at the same time', async () => {
    await db().delete(profileSlots);
    await Promise.all(
      ['A', 'B', 'C'].map((name) => sendSubmission(desk.partner, csvOf([toy(`${name}-1`), toy(`${name}-2`)]))),
    );
    const found = await lanes('A-1', 'A-2', 'B-1', 'B-2', 'C-1', 'C-2');
    expect(found.filter((lane) => lane === 'red')).toHaveLength(2);
    expect(await used()).toEqual([2]);
  });

  it('come back when the consignment is withdrawn, once, and are taken anew when it is lodged again', async () => {
    await db().delete(profileSlots);
    const submissionId = await sendSubmission(desk.partner, csvOf([toy('BACK-1')]));
    const keepers = await sendSubmission(desk.partner, csvOf([toy('BACK-2'), toy('BACK-3')]));
    expect(await used()).toEqual([2]);
    expect(await lanes('BACK-1', 'BACK-2', 'BACK-3')).toEqual(['red', 'red', 'green']);
    const withdraw = (id: string) => undoAsItStands(desk.partner, id, { leaveActedOn: 'true' });
    await withdraw(submissionId);
    expect(await used()).toEqual([1]);
    await withdraw(submissionId);
    expect(await used()).toEqual([1]);
    await sendSubmission(desk.partner, csvOf([toy('BACK-4')]));
    expect(await lanes('BACK-4')).toEqual(['red']);
    // None is left: what comes back holds none of before.
    await sendSubmission(desk.partner, csvOf([toy('BACK-1', { description: 'Wooden train set, 44 pieces' })]));
    expect(await noted('BACK-1')).toEqual([true, 'no_slot']);
    await withdraw(keepers);
    expect(await used()).toEqual([1]);
  });

  it('come back to the office they were taken at, also where later data name another', async () => {
    await db().delete(profileSlots);
    const usedAt = async () =>
      Object.fromEntries((await db().select().from(profileSlots)).map((row) => [row.officeId, row.used]));
    await sendSubmission(desk.partner, csvOf([toy('MOVED-1'), toy('MOVED-2')]));
    await sendSubmission(desk.partner, csvOf([toy('ELSEWHERE-1', { office: 'DEFRA' })]));
    await sendSubmission(desk.partner, csvOf([toy('MOVED-1', { office: 'DEFRA' })]));
    expect(await usedAt()).toEqual({ NLRTM: 2, DEFRA: 1 });
    await sendSubmission(desk.partner, ukMessage(cancellation('MOVED-1')), 'xml');
    const [moved] = await db()
      .select()
      .from(clearances)
      .where(eq(clearances.consignmentId, idOf('MOVED-1')));
    expect(moved).toMatchObject({ status: 'withdrawn', officeId: 'DEFRA' });
    expect(await usedAt()).toEqual({ NLRTM: 1, DEFRA: 1 });
  });

  it('refuse states that nobody knows', async () => {
    const wrong = db().execute(`update risk.profile_standings set state = 'asleep'`);
    await expect(wrong).rejects.toMatchObject({ cause: { constraint: 'profile_standings_state' } });
  });
});
