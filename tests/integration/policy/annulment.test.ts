import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { decideChange } from '@/db/commands/policy/decide-change';
import { enterInstrument } from '@/db/commands/policy/enter-instrument';
import { proposeAnnulment } from '@/db/commands/policy/propose-annulment';
import { proposeChange } from '@/db/commands/policy/propose-change';
import { db } from '@/db/connection';
import { getPolicyBook } from '@/db/queries/policy/get-policy-book';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { auditLog, parameters } from '@/db/schema';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, NotFoundError, type RefusedError } from '@/lib/kernel/errors';
import { aDesk, someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
const author = someone('risk_manager', 'NLRTM', 'E. Author');
const second = someone('supervisor', 'NLRTM', 'F. Second');
const third = someone('risk_manager', 'NLRTM', 'G. Third');
const AT = new Date('2026-11-02T09:00:00Z');
const reason = 'The act was repealed.';
let law = '';

beforeAll(async () => {
  await aDesk();
  const act = { kind: 'act', title: 'VAT Act', citation: 'Act 5 of 2026', textLink: '' } as const;
  law = (await enterInstrument(author, { ...act, validFrom: '2026-01-01', validTo: '' }, AT)).id;
});

/** An approved change of the standard rate of VAT. */
async function approved(validFrom: string, validTo = '', ratePercent = '25') {
  const parts = JSON.stringify([{ kind: 'vat_rate', key: 'standard', value: { ratePercent, prefixes: [] } }]);
  const change = { instrumentId: law, parts, validFrom, validTo, reason };
  const { changeId } = await proposeChange(author, change, AT);
  await decideChange(second, { changeId, verdict: 'approve', reason }, AT);
  return changeId;
}
const annul = (changeId: string, actor = author, at = AT) => proposeAnnulment(actor, { changeId, reason }, at);
const decide = (changeId: string, actor = second, at = AT, verdict: 'approve' | 'refuse' = 'approve') =>
  decideChange(actor, { changeId, verdict, reason }, at);
const rateOn = async (day: string) => (await policyInForce(db(), day)).vatStandard.text;
const actsOn = async (id: string) =>
  (await db().select().from(auditLog).where(eq(auditLog.subjectId, id))).map(({ action }) => action).sort();
const rowsOf = () =>
  db()
    .select()
    .from(parameters)
    .where(and(eq(parameters.kind, 'vat_rate'), eq(parameters.key, 'standard')))
    .orderBy(asc(parameters.validFrom), asc(parameters.revision));

describe('An approved change that is ahead', () => {
  it('is annulled by two people, and what stood goes on as if nothing had been decided', async () => {
    const usual = await rateOn('2027-06-01');
    const changeId = await approved('2027-05-01');
    expect(await rateOn('2027-06-01')).toBe('25');
    const own = (await getPolicyBook(author, AT)).rows.find(({ annullable }) => annullable === changeId);
    expect(own).toMatchObject({ state: 'ahead', validFrom: '2027-05-01' });
    const annulment = await annul(changeId);
    expect(await rateOn('2027-06-01')).toBe('25');
    expect(await refusalOf(decide(annulment.changeId, author))).toEqual(['policy.own']);
    await decide(annulment.changeId);
    for (const day of ['2027-04-30', '2027-05-01', '2027-06-01', '2099-01-01']) expect(await rateOn(day)).toBe(usual);
    expect(await actsOn(annulment.changeId)).toEqual(['policy.annul', 'policy.approve']);
    const { rows, changes } = await getPolicyBook(author, AT);
    expect(rows.some(({ annullable }) => annullable === changeId)).toBe(false);
    expect(changes.find(({ id }) => id === annulment.changeId)).toMatchObject({ isAnnulment: true, reason });
    // The row stays to be read, ended before it began.
    expect((await rowsOf()).find((row) => row.changeId === changeId)).toMatchObject({ validTo: '2027-04-30' });
    // Another change may take its day.
    const again = await approved('2027-05-01', '2027-05-31', '26');
    expect(await rateOn('2027-05-15')).toBe('26');
    await decide((await annul(again)).changeId);
    for (const day of ['2027-05-15', '2027-06-01']) expect(await rateOn(day)).toBe(usual);
  });

  it('is annulled by whom it is for', async () => {
    const changeId = await approved('2028-01-01', '2028-01-31');
    for (const role of ROLES.filter((one) => one !== 'risk_manager')) {
      await expect(annul(changeId, someone(role, 'NLRTM'))).rejects.toThrow(ForbiddenError);
    }
    await expect(annul('00000000-0000-4000-8000-000000000000')).rejects.toThrow(NotFoundError);
    expect(await rateOn('2028-01-15')).toBe('25');
  });

  it('is not annulled from its first day on, before it was approved, nor under a later change that rests on it', async () => {
    const changeId = await approved('2028-03-01', '2028-06-30');
    const begun = new Date('2028-03-01T00:00:01Z');
    expect(await refusalOf(annul(changeId, author, begun))).toEqual(['policy.too_late']);
    const annulment = await annul(changeId);
    expect(await refusalOf(decide(annulment.changeId, second, begun))).toEqual(['policy.too_late']);
    expect(await refusalOf(annul(annulment.changeId))).toEqual(['policy.not_approved']);
    await decide(annulment.changeId, second, AT, 'refuse');
    expect(await rateOn('2028-04-01')).toBe('25');
    const within = await approved('2028-04-10', '2028-04-20', '27');
    expect(await refusalOf(annul(changeId))).toEqual(['policy.built_on']);
    await decide((await annul(within)).changeId);
    expect(await rateOn('2028-04-15')).toBe('25');
    // Nothing rests on it any more.
    await decide((await annul(changeId)).changeId);
    for (const day of ['2028-03-01', '2028-04-15', '2028-06-30']) expect(await rateOn(day)).not.toBe('25');
  });

  it('is annulled once: who comes second is told by whom and when', async () => {
    const changeId = await approved('2029-01-01', '2029-01-31');
    const raced = await Promise.allSettled([annul(changeId), annul(changeId, third)]);
    expect(raced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const late = await annul(changeId, third).catch((error: unknown) => error);
    expect((late as RefusedError).reasons[0]).toMatchObject({
      code: 'policy.annulment_waits',
      params: { by: expect.stringMatching(/Author|Third/), at: AT.toISOString() },
    });
    const [won] = raced.flatMap((one) => (one.status === 'fulfilled' ? [one.value.changeId] : []));
    const decided = await Promise.allSettled([decide(won ?? ''), decide(won ?? '', someone('supervisor', 'NLRTM'))]);
    expect(decided.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rateOn('2029-01-15')).not.toBe('25');
  });
});
