import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { decideChange } from '@/db/commands/policy/decide-change';
import { enterInstrument } from '@/db/commands/policy/enter-instrument';
import { proposeChange } from '@/db/commands/policy/propose-change';
import { db } from '@/db/connection';
import { getPolicyBook } from '@/db/queries/policy/get-policy-book';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { assessments, auditLog, changes, parameters } from '@/db/schema';
import { EU_FLAT } from '@/lib/charges/examples/eu';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, InvalidInputError, NotFoundError, type RefusedError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { chargesOf } from '@/lib/revenue/charges';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { anItem, aRecord } from '../../support/records';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
const author = someone('risk_manager', 'NLRTM', 'E. Author');
const second = someone('supervisor', 'NLRTM', 'F. Second');
const third = someone('risk_manager', 'NLRTM', 'G. Third');
const reason = 'As the act says.';
const AT = new Date('2026-11-02T09:00:00Z');
let desk: Desk;
let law = '';

const enter = (citation: string, actor = author) =>
  enterInstrument(
    actor,
    { kind: 'act', title: 'Gift Act', citation, validFrom: '2026-01-01', validTo: '', textLink: '' },
    AT,
  );

beforeAll(async () => {
  desk = await aDesk();
  law = (await enter('Act 1 of 2026')).id;
});

/** The law of the flat duty with another limit for gifts. */
const gift = (limit: string) =>
  JSON.stringify({
    ...EU_FLAT.law,
    bands: EU_FLAT.law.bands.map((band) =>
      band.key === 'gift'
        ? { ...band, when: { ...band.when, upTo: { amount: limit, currency: 'EUR' } }, citation: 'Act 1 of 2026' }
        : band,
    ),
  });
type Over = { kind?: string; key?: string; value?: string } & Partial<Parameters<typeof proposeChange>[1]>;
const propose = ({ kind = 'charge_law', key = 'own', value = gift('60'), ...over }: Over = {}, actor = author) =>
  proposeChange(
    actor,
    {
      ...{ instrumentId: law, parts: `[{"kind":"${kind}","key":"${key}","value":${value}}]` },
      ...{ validFrom: '2027-01-01', validTo: '2027-01-31', reason, ...over },
    },
    AT,
  );
const decide = (changeId: string, verdict: 'approve' | 'refuse' | 'withdraw' = 'approve', actor = second) =>
  decideChange(actor, { changeId, verdict, reason }, AT);
const problemsOf = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InvalidInputError)) throw new Error(`not invalid: ${String(error)}`);
  return error.problems.map(({ pointer, code }) => `${pointer}: ${code}`);
};
const auditsOf = async (id: string) =>
  (await db().select().from(auditLog).where(eq(auditLog.subjectId, id))).map(({ action }) => action).sort();

describe('a law', () => {
  it('is entered once, with its audit row, by whom it is for', async () => {
    const { id } = await enter('Act 2 of 2026');
    expect(await auditsOf(id)).toEqual(['policy.enter_instrument']);
    const twice = await enter('Act 2 of 2026', third).catch((error: unknown) => error);
    expect((twice as RefusedError).reasons).toEqual([
      { code: 'policy.instrument_known', params: { by: 'E. Author', at: AT.toISOString() } },
    ]);
    const raced = await Promise.allSettled([enter('Act 3 of 2026'), enter('Act 3 of 2026', third)]);
    expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const role of ROLES.filter((one) => one !== 'risk_manager')) {
      await expect(enter('Act 4 of 2026', someone(role, 'NLRTM'))).rejects.toThrow(ForbiddenError);
    }
  });
});

describe('a change of the policy', () => {
  it('acts from its day once another person approved it, and what was before is worked out alike', async () => {
    const charged = async (day: string) =>
      chargesOf(
        aRecord({ transactionType: 'gift', marketplace: null, schemeId: null, items: [anItem({ value: '55.00' })] }),
        await policyInForce(db(), day),
      );
    const before = await charged('2026-12-31');
    const versionBefore = (await policyInForce(db(), '2026-12-31')).version;
    const { changeId } = await propose();
    expect((await charged('2027-01-15')).dutyMinor).toBe(300n);
    expect(await refusalOf(decide(changeId, 'approve', author))).toEqual(['policy.own']);
    await decide(changeId);
    expect(await charged('2027-01-15')).toMatchObject({ dutyMinor: 0n, vatMinor: 0n });
    // The day before and the days after its end are as they were.
    expect(await charged('2026-12-31')).toEqual(before);
    expect((await policyInForce(db(), '2026-12-31')).version).toBe(versionBefore);
    expect((await charged('2027-02-01')).dutyMinor).toBe(300n);
    expect(await auditsOf(changeId)).toEqual(['policy.approve', 'policy.propose']);
    const { rows, changes: all } = await getPolicyBook(second, AT);
    const own = rows.filter(({ kind, key }) => kind === 'charge_law' && key === 'own');
    expect(own.map(({ state, approved }) => [state, approved?.name ?? null])).toEqual([
      // The law of July 2028, what goes on after the change, the change, what stands, and what stood.
      ['ahead', null],
      ['ahead', null],
      ['ahead', 'F. Second'],
      ['in_force', null],
      ['past', null],
    ]);
    expect(all.find(({ id }) => id === changeId)).toMatchObject({ decided: { verdict: 'approve', name: 'F. Second' } });
  });

  it('charges what intake receives on its days', async () => {
    await sendSubmission(desk.partner, csvOf([{ reference: 'P-1', transaction_type: 'sale', value: '55.00' }]));
    const id = consignmentIdOf(desk.partnerId, 'P-1');
    const [assessed] = await db().select().from(assessments).where(eq(assessments.consignmentId, id));
    const today = assessed?.policyVersion;
    expect(today).toBe((await policyInForce(db(), new Date().toISOString().slice(0, 10))).version);
  });

  it('is decided once, and who comes second is told by whom and when', async () => {
    const { changeId } = await propose({ validFrom: '2027-03-01', validTo: '2027-03-31' });
    const outcomes = await Promise.allSettled([decide(changeId), decide(changeId, 'refuse', third)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = await decide(changeId, 'refuse', third).catch((error: unknown) => error);
    expect((late as RefusedError).reasons[0]).toMatchObject({
      code: 'policy.decided',
      params: { by: expect.stringMatching(/Second|Third/), at: AT.toISOString() },
    });
    const own = await propose({ validFrom: '2027-05-01', validTo: '2027-05-31' });
    expect(await refusalOf(decide(own.changeId, 'withdraw'))).toEqual(['policy.not_own']);
    await decide(own.changeId, 'withdraw', author);
    expect(await auditsOf(own.changeId)).toEqual(['policy.propose', 'policy.withdraw']);
  });

  it('is refused where its day has come before it is approved', async () => {
    const { changeId } = await propose({ validFrom: '2027-06-01', validTo: '2027-06-30' });
    const late = decideChange(second, { changeId, verdict: 'approve', reason }, new Date('2027-06-01T00:00:01Z'));
    expect(await refusalOf(late)).toEqual(['policy.too_late']);
  });

  it('is refused with the field and the rule where it cannot be meant', async () => {
    expect(await problemsOf(propose({ validFrom: '2026-11-02' }))).toEqual(['validFrom: not_ahead']);
    expect(await problemsOf(propose({ validTo: '2026-12-31' }))).toEqual(['validTo: period']);
    expect(await problemsOf(propose({ value: gift('-1') }))).toEqual([
      'parts.charge_law.own.bands.0.when.upTo.amount: negative_or_no_decimal',
    ]);
    expect(await problemsOf(propose({ value: 'sixty' }))).toEqual(['parts: policy_value']);
    expect(await problemsOf(propose({ validFrom: '2126-11-02', validTo: '' }))).toEqual(['validFrom: far_ahead']);
    const rate = { kind: 'exchange_rate', key: 'XXQ', value: '{"unitsPerBase":"2"}' } as const;
    expect(await problemsOf(propose(rate))).toEqual(['parts.exchange_rate.XXQ: unknown_currency']);
    const vat = { kind: 'vat_rate', key: 'standard', value: '{"ratePercent":"2100","prefixes":[]}' } as const;
    expect(await problemsOf(propose(vat))).toEqual(['parts.vat_rate.standard.ratePercent: absurd_percentage']);
    await expect(propose({ instrumentId: '00000000-0000-4000-8000-000000000000' })).rejects.toThrow(NotFoundError);
    const overlap = await propose({ validFrom: '2028-01-01', validTo: '' }).catch((error: unknown) => error);
    expect((overlap as RefusedError).reasons).toEqual([
      { code: 'policy.later_row', params: { day: '2028-07-01', kind: 'charge_law', key: 'own' } },
    ]);
  });

  it('asks for a second officer from its day on, by kind and amount, and never leaves a seizure to one', async () => {
    const rule = (over: object) =>
      JSON.stringify({ decisions: ['refuse'], valueAbove: '200', correctionAbove: null, unexaminedIn: null, ...over });
    const further = { kind: 'second_officer', key: 'further', value: rule({}) } as const;
    const { changeId } = await propose({ ...further, validFrom: '2027-02-01', validTo: '' });
    await decide(changeId);
    const keysOn = async (day: string) => (await policyInForce(db(), day)).secondOfficer.map(({ key }) => key);
    expect(await keysOn('2027-01-31')).not.toContain('further');
    expect((await policyInForce(db(), '2027-02-01')).secondOfficer).toContainEqual({
      key: 'further',
      decisions: ['refuse'],
      valueAboveMinor: 20_000n,
      correctionAboveMinor: null,
      unexaminedIn: null,
    });
    const alone = { kind: 'second_officer', key: 'seizure', value: rule({ decisions: ['seize'] }) } as const;
    expect(await problemsOf(propose(alone))).toEqual(['parts.second_officer.seizure: always_seconded']);
    const share = { kind: 'second_look', key: 'share', value: '{"probability":"1.5"}' } as const;
    expect(await problemsOf(propose(share))).toEqual(['parts.second_look.share.probability: no_share']);
  });

  it('is written and decided by whom it is for', async () => {
    const { changeId } = await propose({ validFrom: '2027-08-01', validTo: '2027-08-31' });
    for (const role of ROLES) {
      const actor = someone(role, 'NLRTM');
      if (role !== 'risk_manager') await expect(propose({}, actor)).rejects.toThrow(ForbiddenError);
      if (role !== 'risk_manager' && role !== 'supervisor') {
        await expect(decide(changeId, 'approve', actor)).rejects.toThrow(ForbiddenError);
      }
    }
    await expect(decide('00000000-0000-4000-8000-000000000000')).rejects.toThrow(NotFoundError);
  });
});

describe('the database', () => {
  const ofGift = and(eq(parameters.kind, 'charge_law'), eq(parameters.key, 'own'));
  const codeOf = (act: Promise<unknown>) =>
    act.then(
      () => 'done',
      (error: { cause?: { code?: string } }) => error.cause?.code,
    );
  it('refuses two rows of one key at one time', async () => {
    const [row] = await db().select().from(parameters).where(ofGift);
    if (!row) throw new Error('no row');
    const overlapping = { ...row, validFrom: '2022-01-01', validTo: '2022-01-31' };
    expect(await codeOf(db().insert(parameters).values(overlapping))).toBe('23P01');
  });
  it('lets the application end a row, and neither change what it says nor take it away', async () => {
    expect(await codeOf(db().update(parameters).set({ value: {} }).where(ofGift))).toBe('42501');
    expect(await codeOf(db().delete(parameters).where(ofGift))).toBe('42501');
    expect(await codeOf(db().update(changes).set({ reason: 'other' }))).toBe('42501');
  });
});
