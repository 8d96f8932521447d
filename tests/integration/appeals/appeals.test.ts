import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { actOnAppeal } from '@/db/commands/appeals/act-on-appeal';
import { decideAppeal } from '@/db/commands/appeals/decide-appeal';
import { lodgeAppeal } from '@/db/commands/appeals/lodge-appeal';
import { orderExamination } from '@/db/commands/clearance/order-examination';
import { recordExaminationResult } from '@/db/commands/clearance/record-examination-result';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { setGuarantee } from '@/db/commands/collection/set-guarantee';
import { db } from '@/db/connection';
import { getAppeals } from '@/db/queries/appeals/get-appeals';
import { listDisputes } from '@/db/queries/appeals/list-disputes';
import { accounts, appealActs, partyDays, postings } from '@/db/schema';
import { NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, inLane } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { releaseOf } from '../../support/an-account';
import { describeCommand, expectStatisticsToAgree, refusalOf, standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { expectLedgerToAgree, postAll } from '../../support/ledger-balance';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const AT = minutesLater(60);
const words = 'The value was the price paid';
const release = (seen: { consignmentId: string; rowVersion: number }) => releaseOf(desk, seen);
const lodge = (consignmentId: string, claimed = '6.15', by = desk.officer, at = AT) =>
  lodgeAppeal(by, { consignmentId, decisionId: '', claimed, lodgedOn: '2026-11-02', words }, at);

/** Released goods that owe 3.00 duty and 3.15 VAT, posted. */
async function charged() {
  const placed = await aConsignment(desk, inLane('yellow'));
  await release(placed);
  await postAll(minutesLater(1));
  return placed.consignmentId;
}

/** The same under appeal. */
async function appealed() {
  const consignmentId = await charged();
  const { appealId } = await lodge(consignmentId);
  return { consignmentId, appealId, seen: 1 };
}

/** Goods that were found undervalued, released with the correction, and posted. */
async function corrected() {
  const placed = await aConsignment(desk, inLane('red'));
  const { consignmentId } = placed;
  const first = { consignmentId, rowVersion: placed.rowVersion };
  const ordered = await orderExamination(desk.officer, { ...first, kind: 'physical' }, NOW);
  const { examinationId, rowVersion } = ordered;
  const corrections = [{ itemNumber: 1, field: 'value' as const, corrected: '60.00' }];
  const found = { resultCode: 'undervalued', finding: 'Price tag', corrections } as const;
  const recorded = await recordExaminationResult(
    desk.officer,
    { consignmentId, rowVersion, examinationId, ...found },
    minutesLater(10),
  );
  const wish = { kind: 'release_with_correction', ground: 'correction_settled' } as const;
  const { decisionId } = await releaseConsignment(
    desk.officer,
    { consignmentId, rowVersion: recorded.rowVersion, ...wish },
    minutesLater(20),
  );
  await postAll(minutesLater(30));
  return { consignmentId, decisionId };
}

const postedOf = async (consignmentId: string, charge: 'remitted' | 'security') =>
  (
    await db()
      .select()
      .from(postings)
      .where(and(eq(postings.subjectId, consignmentId), eq(postings.charge, charge)))
  )
    .map(({ kind, amountMinor }) => [kind, amountMinor] as const)
    // 'secured' stands before what becomes of it.
    .sort(([one], [other]) => (one < other ? -1 : 1));

describeCommand('Lodging an appeal', {
  desk: () => desk,
  audit: 'clearance.lodge_appeal',
  event: 'appeal_lodged',
  prepare: async () => {
    const consignmentId = await charged();
    return { consignmentId, act: (by) => lodge(consignmentId, '6.15', by) };
  },
});

describeCommand('Securing an appeal', {
  desk: () => desk,
  audit: 'clearance.secure_appeal',
  event: 'appeal_secured',
  prepare: async () => {
    const appeal = await appealed();
    const { consignmentId } = appeal;
    return { consignmentId, act: (by) => actOnAppeal(by, { ...appeal, act: 'secured', amount: '6.15', words }, AT) };
  },
});

describeCommand('Deciding an appeal', {
  desk: () => desk,
  audit: 'clearance.decide_appeal',
  event: 'appeal_decided',
  by: ({ supervisor }) => supervisor,
  against: ({ supervisor, officeId }) => ({
    ...someone('supervisor', officeId, 'H. Other'),
    officeIds: supervisor.officeIds,
  }),
  prepare: async () => {
    const appeal = await appealed();
    return {
      consignmentId: appeal.consignmentId,
      act: (by) => decideAppeal(by, { ...appeal, outcome: 'upheld', amount: '', words }, AT),
    };
  },
});

describe('An appeal', () => {
  it('is refused after its last day, for more than is charged, and beside an open one', async () => {
    const consignmentId = await charged();
    const late = { consignmentId, decisionId: '', claimed: '6.16', lodgedOn: '2026-12-03', words };
    expect(await refusalOf(lodgeAppeal(desk.officer, late, new Date('2026-12-03T09:00:00Z')))).toEqual([
      'appeal.too_late',
      'appeal.over_charges',
    ]);
    await lodge(consignmentId);
    expect(await refusalOf(lodge(consignmentId, '1.00'))).toEqual(['appeal.open']);
  });

  it('upheld takes the charges back on the ledger and returns the security', async () => {
    const appeal = await appealed();
    await actOnAppeal(desk.officer, { ...appeal, act: 'secured', amount: '6.15', words }, AT);
    expect(await postedOf(appeal.consignmentId, 'security')).toEqual([['secured', 615n]]);
    await decideAppeal(desk.supervisor, { ...appeal, seen: 2, outcome: 'upheld', amount: '', words }, minutesLater(70));
    expect(await postedOf(appeal.consignmentId, 'remitted')).toEqual([['corrected', -615n]]);
    expect(await postedOf(appeal.consignmentId, 'security')).toEqual([
      ['secured', 615n],
      ['security_returned', -615n],
    ]);
    await postAll(minutesLater(80));
    await expectLedgerToAgree(minutesLater(80));
  });

  it('upheld in part takes off its part, and goes to the court for the rest', async () => {
    const appeal = await appealed();
    await decideAppeal(desk.supervisor, { ...appeal, outcome: 'partly_upheld', amount: '3.15', words }, AT);
    await actOnAppeal(desk.officer, { ...appeal, seen: 2, act: 'escalated', amount: '', words: 'Court 12/26' }, AT);
    await decideAppeal(desk.supervisor, { ...appeal, seen: 3, outcome: 'rejected', amount: '', words }, AT);
    expect(await postedOf(appeal.consignmentId, 'remitted')).toEqual([['corrected', -315n]]);
    const [shown] = (await getAppeals(desk.officer, appeal.consignmentId)).appeals;
    expect(shown).toMatchObject({ stage: 'court', state: 'rejected', remittedMinor: 315n, last: 4 });
    await postAll(minutesLater(80));
    await expectLedgerToAgree(minutesLater(80));
  });

  it('withdrawn sets its security against the charges', async () => {
    const appeal = await appealed();
    await actOnAppeal(desk.officer, { ...appeal, act: 'secured', amount: '2.00', words }, AT);
    await actOnAppeal(desk.officer, { ...appeal, seen: 2, act: 'withdrawn', amount: '', words }, AT);
    expect(await postedOf(appeal.consignmentId, 'security')).toEqual([
      ['secured', 200n],
      ['security_kept', -200n],
    ]);
    expect(await postedOf(appeal.consignmentId, 'remitted')).toEqual([]);
  });

  it('upheld against a correction takes the finding back for statistics, history and model', async () => {
    const { consignmentId, decisionId } = await corrected();
    const findings = async () => (await db().select().from(partyDays)).reduce((sum, row) => sum + row.findings, 0);
    const before = await findings();
    expect((await standing(consignmentId)).examinationOutcome).toBe('finding');
    const { disputableMinor } = await getAppeals(desk.officer, consignmentId);
    const claimed = `${disputableMinor / 100n}.${String(disputableMinor % 100n).padStart(2, '0')}`;
    const { appealId } = await lodgeAppeal(
      desk.officer,
      { consignmentId, decisionId, claimed, lodgedOn: '2026-11-02', words },
      AT,
    );
    await decideAppeal(
      desk.supervisor,
      { consignmentId, appealId, seen: 1, outcome: 'upheld', amount: '', words },
      minutesLater(70),
    );
    expect((await standing(consignmentId)).examinationOutcome).toBe('conform');
    expect(await findings()).toBe(before - 3);
    await expectStatisticsToAgree();
    await postAll(minutesLater(80));
    await expectLedgerToAgree(minutesLater(80));
  });

  it('is not decided by who made the decision', async () => {
    const consignmentId = (await aConsignment(desk, inLane('yellow'))).consignmentId;
    const seen = { consignmentId, rowVersion: (await standing(consignmentId)).rowVersion };
    await releaseConsignment(desk.supervisor, { ...seen, ground: 'risk_not_confirmed', note: 'Seen' }, NOW);
    const { appealId } = await lodge(consignmentId);
    const decide = decideAppeal(
      desk.supervisor,
      { consignmentId, appealId, seen: 1, outcome: 'rejected', amount: '', words },
      AT,
    );
    expect(await refusalOf(decide)).toEqual(['appeal.same_officer']);
  });

  it('that is secured lets goods leave that the guarantee does not cover', async () => {
    const [account] = await db().select().from(accounts).where(eq(accounts.partnerId, desk.partnerId));
    const accountId = account?.accountId ?? '';
    const guarantee = { accountId, revision: 0, amount: '0', reference: 'G1', validTo: '', reason: 'Used up' };
    await setGuarantee(desk.supervisor, guarantee, NOW);
    const { consignmentId, rowVersion } = await aConsignment(desk, inLane('yellow'));
    expect(await refusalOf(release({ consignmentId, rowVersion }))).toEqual(['release.over_guarantee']);
    const { appealId } = await lodge(consignmentId);
    await actOnAppeal(desk.officer, { consignmentId, appealId, seen: 1, act: 'secured', amount: '6.15', words }, AT);
    expect((await release(await standing(consignmentId))).status).toBe('released');
    await setGuarantee(desk.supervisor, { ...guarantee, revision: 1, amount: '10000.00' }, NOW);
  });

  it('is listed for its offices, open ones first, and its acts are never changed', async () => {
    const all = await listDisputes(desk.supervisor);
    const states = all.map(({ state }) => state === 'open');
    expect(states).toEqual([...states].sort((a, b) => Number(b) - Number(a)));
    expect(await listDisputes(desk.stranger)).toEqual([]);
    const consignmentId = all[0]?.consignmentId ?? '';
    await expect(getAppeals(desk.stranger, consignmentId)).rejects.toThrow(NotFoundError);
    await expect(db().update(appealActs).set({ amountMinor: 1n })).rejects.toThrow();
    await expect(db().delete(appealActs)).rejects.toThrow();
  });
});
