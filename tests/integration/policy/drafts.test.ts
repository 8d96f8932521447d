import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { decideChange } from '@/db/commands/policy/decide-change';
import { discardDraft } from '@/db/commands/policy/discard-draft';
import { enterInstrument } from '@/db/commands/policy/enter-instrument';
import { proposeAnnulment } from '@/db/commands/policy/propose-annulment';
import { proposeChange } from '@/db/commands/policy/propose-change';
import { saveDraft } from '@/db/commands/policy/save-draft';
import { db } from '@/db/connection';
import { getDraft, openDrafts } from '@/db/queries/policy/drafts';
import { getPolicyBook } from '@/db/queries/policy/get-policy-book';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { auditLog, drafts } from '@/db/schema';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, type InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import type { Verdict } from '@/lib/policy/change';
import { aDesk, someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
const author = someone('risk_manager', 'NLRTM', 'E. Author');
const second = someone('supervisor', 'NLRTM', 'F. Second');
const third = someone('risk_manager', 'NLRTM', 'G. Third');
const AT = new Date('2026-11-02T09:00:00Z');
const reason = 'As the act says.';
let law = '';

beforeAll(async () => {
  await aDesk();
  const act = { kind: 'act', title: 'Budget Act', citation: 'Act 7 of 2026', textLink: '' } as const;
  law = (await enterInstrument(author, { ...act, validFrom: '2026-01-01', validTo: '' }, AT)).id;
});

type Part = { kind: string; key: string; value: unknown };
const vat = (ratePercent: string): Part => ({
  kind: 'vat_rate',
  key: 'standard',
  value: { ratePercent, prefixes: [] },
});
const appeal = (days: number): Part => ({ kind: 'appeal', key: 'decisions', value: { days, remedy: 'a review' } });
const retention = (days: number): Part => ({ kind: 'retention', key: 'consignments', value: { days } });

const save = (parts: readonly Part[], over: object = {}, actor = author) =>
  saveDraft(actor, { parts: JSON.stringify(parts), draftVersion: 0, instrumentId: '', validFrom: '', ...over }, AT);
const propose = (parts: readonly Part[], over: object = {}, actor = author) =>
  proposeChange(
    actor,
    {
      ...{ parts: JSON.stringify(parts), instrumentId: law, draftVersion: 0, reason },
      ...{ validFrom: '2027-01-01', validTo: '2027-01-31', ...over },
    },
    AT,
  );
const decide = (changeId: string, verdict: Verdict = 'approve', actor = second) =>
  decideChange(actor, { changeId, verdict, reason: 'Mend the days.' }, AT);
const discard = (draftId: string, draftVersion: number, actor = author) =>
  discardDraft(actor, { draftId, draftVersion, reason: 'No longer needed.' }, AT);
const actsOn = async (id: string) =>
  (await db().select().from(auditLog).where(eq(auditLog.subjectId, id))).map(({ action }) => action).sort();
const openIds = async (actor = author) => (await openDrafts(actor)).map(({ id }) => id);

describe('A draft of a change', () => {
  it('is kept by its author as far as it goes, written on version by version, and none is overwritten', async () => {
    const { draftId } = await save([vat('twenty')]);
    expect(await getDraft(author, draftId)).toMatchObject({ version: 1, instrumentId: null, validFrom: null });
    await save([vat('22'), appeal(60)], { draftId, draftVersion: 1, instrumentId: law, validFrom: '2027-01-01' });
    expect(await getDraft(author, draftId)).toMatchObject({ version: 2, instrumentId: law, parts: [{}, {}] });
    const versions = await db().select().from(drafts).where(eq(drafts.id, draftId)).orderBy(asc(drafts.version));
    expect(versions.map(({ parts }) => parts[0]?.value)).toEqual([vat('twenty').value, vat('22').value]);
    expect(await actsOn(draftId)).toEqual(['policy.save_draft', 'policy.save_draft']);
    // Nothing of it acts.
    expect((await policyInForce(db(), '2027-01-15')).vatStandard.text).not.toBe('22');
  });

  it('is for its author alone', async () => {
    const { draftId } = await save([vat('22')]);
    expect(await openIds(third)).toEqual([]);
    await expect(getDraft(third, draftId)).rejects.toThrow(NotFoundError);
    await expect(save([vat('23')], { draftId, draftVersion: 1 }, third)).rejects.toThrow(NotFoundError);
    await expect(discard(draftId, 1, third)).rejects.toThrow(NotFoundError);
    await expect(propose([vat('23')], { draftId, draftVersion: 1 }, third)).rejects.toThrow(NotFoundError);
    for (const role of ROLES.filter((one) => one !== 'risk_manager')) {
      const actor = someone(role, 'NLRTM');
      await expect(save([vat('22')], {}, actor)).rejects.toThrow(ForbiddenError);
      await expect(discard(draftId, 1, actor)).rejects.toThrow(ForbiddenError);
      await expect(openDrafts(actor)).rejects.toThrow(ForbiddenError);
    }
  });

  it('is thrown away by its author, and then neither written on nor proposed', async () => {
    const { draftId } = await save([vat('22')]);
    await discard(draftId, 1);
    expect(await openIds()).not.toContain(draftId);
    await expect(save([vat('23')], { draftId, draftVersion: 1 })).rejects.toThrow(NotFoundError);
    await expect(propose([vat('23')], { draftId, draftVersion: 1 })).rejects.toThrow(NotFoundError);
    expect(await actsOn(draftId)).toEqual(['policy.discard_draft', 'policy.save_draft']);
  });

  it('is written on by one of two at once, and the other is told', async () => {
    const { draftId } = await save([vat('22')]);
    const raced = await Promise.allSettled([
      save([vat('23')], { draftId, draftVersion: 1 }),
      save([vat('24')], { draftId, draftVersion: 1 }),
    ]);
    expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(save([vat('25')], { draftId, draftVersion: 1 }))).toEqual(['changed_meanwhile']);
    expect(await refusalOf(discard(draftId, 1))).toEqual(['changed_meanwhile']);
    expect(await refusalOf(propose([vat('25')], { draftId, draftVersion: 1 }))).toEqual(['changed_meanwhile']);
    expect(await getDraft(author, draftId)).toMatchObject({ version: 2 });
  });

  it('is refused where its parameters cannot be read', async () => {
    const problemsOf = (parts: string) =>
      saveDraft(author, { parts, draftVersion: 0 }, AT).catch((error: InvalidInputError) =>
        error.problems.map(({ pointer, code }) => `${pointer}: ${code}`),
      );
    expect(await problemsOf('none')).toEqual(['parts: policy_value']);
    expect(await problemsOf('[]')).toEqual(['parts: required']);
    expect(await problemsOf('[{"kind":"administration","key":"own","value":{}}]')).toEqual([
      'parts.0.kind: policy_value',
    ]);
    expect(await problemsOf(JSON.stringify([vat('1'), vat('2')]))).toEqual(['parts.vat_rate.standard: twice']);
  });
});

describe('A change of several parameters', () => {
  const standing = async (day: string) => {
    const { vatStandard, appeal: own } = await policyInForce(db(), day);
    return [vatStandard.text, own?.days];
  };

  it('acts with all of them from its day, once another person approved it, and is annulled whole', async () => {
    const before = await standing('2027-02-15');
    const { changeId } = await propose([vat('23'), appeal(45)], { validFrom: '2027-02-01', validTo: '2027-02-28' });
    expect(await standing('2027-02-15')).toEqual(before);
    await decide(changeId);
    expect(await standing('2027-02-15')).toEqual(['23', 45]);
    expect(await standing('2027-03-01')).toEqual(before);
    const { changes, rows } = await getPolicyBook(second, AT);
    expect(changes.find(({ id }) => id === changeId)).toMatchObject({
      parts: [{ kind: 'appeal' }, { kind: 'vat_rate' }],
      decided: { verdict: 'approve', name: 'F. Second' },
    });
    // Whichever part is named, the whole is taken back.
    const part = rows.find(({ kind, validFrom }) => kind === 'appeal' && validFrom === '2027-02-01');
    const annulment = await proposeAnnulment(author, { changeId: part?.annullable ?? '', reason }, AT);
    expect(await refusalOf(decide(annulment.changeId, 'return'))).toEqual(['policy.no_draft']);
    await decide(annulment.changeId);
    expect(await standing('2027-02-15')).toEqual(before);
  });

  it('acts with none where one of them cannot, and every fault of every one is told', async () => {
    const before = await standing('2028-02-15');
    await decide((await propose([appeal(90)], { validFrom: '2028-02-10', validTo: '2028-02-20' })).changeId);
    const clash = { validFrom: '2028-02-01', validTo: '2028-02-28' };
    const refused = await propose([vat('24'), appeal(45)], clash).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      reasons: [{ code: 'policy.later_row', params: { day: '2028-02-10', kind: 'appeal', key: 'decisions' } }],
    });
    expect((await standing('2028-02-15'))[0]).toBe(before[0]);
    const faulty = await propose([vat('-1'), appeal(0), retention(99_999)]).catch((error: unknown) => error);
    expect((faulty as InvalidInputError).problems.map(({ pointer, code, value }) => [pointer, code, value])).toEqual([
      ['parts.vat_rate.standard.ratePercent', 'plain_percentage', '-1'],
      ['parts.appeal.decisions.days', 'not_above_zero', '0'],
      ['parts.retention.consignments.days', 'absurd_days', '99999'],
    ]);
  });

  it('is approved by nobody in part: a row that came between takes the whole of it back', async () => {
    const days = { validFrom: '2029-02-01', validTo: '2029-02-28' };
    const { changeId } = await propose([appeal(45), vat('24')], days);
    await decide((await propose([vat('26')], { validFrom: '2029-02-10', validTo: '2029-02-12' }, third)).changeId);
    expect(await refusalOf(decide(changeId))).toEqual(['policy.later_row']);
    expect(await standing('2029-02-05')).not.toContain(45);
  });
});

describe('A change that is returned', () => {
  it('is its author’s draft again with the reason, is mended, proposed anew and approved', async () => {
    const { draftId } = await save([retention(100)]);
    const { changeId } = await propose([retention(100)], { draftId, draftVersion: 1, validTo: '' });
    // While it waits it is no draft.
    await expect(getDraft(author, draftId)).rejects.toThrow(NotFoundError);
    expect(await refusalOf(decide(changeId, 'return', author))).toEqual(['policy.own']);
    await decide(changeId, 'return');
    expect(await getDraft(author, draftId)).toMatchObject({
      version: 2,
      parts: [{ key: 'consignments' }],
      givenBack: { verdict: 'return', name: 'F. Second', reason: 'Mend the days.' },
    });
    expect(await actsOn(changeId)).toEqual(['policy.propose', 'policy.return']);
    const again = await propose([retention(3650)], { draftId, draftVersion: 2, validTo: '' });
    await decide(again.changeId);
    expect(await openIds()).not.toContain(draftId);
    const { changes } = await getPolicyBook(author, AT);
    expect(
      changes
        .filter(({ id }) => [changeId, again.changeId].includes(id))
        .map(({ decided }) => decided?.verdict)
        .sort(),
    ).toEqual(['approve', 'return']);
  });

  it('is a draft again where its author withdrew it, and ends where it is refused', async () => {
    const withdrawn = await propose([vat('27')]);
    await decide(withdrawn.changeId, 'withdraw', author);
    const draft = (await openDrafts(author)).find(({ givenBack }) => givenBack?.verdict === 'withdraw');
    expect(draft).toMatchObject({ parts: [vat('27')], givenBack: { verdict: 'withdraw' } });
    const refused = await propose([vat('27')], { draftId: draft?.id, draftVersion: draft?.version });
    await decide(refused.changeId, 'refuse');
    expect(await openIds()).not.toContain(draft?.id);
  });

  it('is returned once: who comes second is told', async () => {
    const { changeId } = await propose([vat('28')]);
    const raced = await Promise.allSettled([decide(changeId, 'return'), decide(changeId, 'approve', third)]);
    expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(decide(changeId, 'return', third))).toEqual(['policy.decided']);
  });
});
