import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { declinePackage } from '@/db/commands/cooperation/decline-package';
import { endTaken } from '@/db/commands/cooperation/end-taken';
import { receivePackage } from '@/db/commands/cooperation/receive-package';
import { takeOver } from '@/db/commands/cooperation/take-over';
import { decideList } from '@/db/commands/profile/decide-list';
import { activateProfile, approveProfile } from '@/db/commands/profile/move-profile';
import { db } from '@/db/connection';
import { getExchange } from '@/db/queries/cooperation/get-exchange';
import { listExchanges } from '@/db/queries/cooperation/list-exchanges';
import { namedLists } from '@/db/queries/profile/named-lists';
import { profilesInForce } from '@/db/queries/profile/profiles-in-force';
import { auditLog, exchangePackages } from '@/db/schema';
import { newKeyPair } from '@/lib/cooperation/sign';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, InvalidInputError } from '@/lib/kernel/errors';
import { sha256Hex } from '@/lib/kernel/ids';
import { aDesk, NOW, someone } from '../../support/a-desk';
import { draft, seen } from '../../support/a-profile';
import { agreedWith, approver, identified, manager, neighbour, neighbourPackage } from '../../support/an-exchange';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';

useDatabase();
beforeAll(async () => {
  await aDesk();
  await identified('XB', 'Customs of the South');
  await agreedWith('XA', neighbour.publicPem);
});

const anId = () => randomUUID();
const origin = [{ administration: 'XA', act: 'originated', on: '2026-11-01' }];
const item = (number: number, more: object) => ({
  ...{
    number,
    title: 'Toys of new senders',
    handling: 'green',
    caveats: [],
    expiresOn: '2026-12-31',
    provenance: origin,
  },
  ...more,
});
const profile = (number = 1, changes: object = {}) =>
  item(number, { kind: 'profile', content: { ...draft, ...changes } });
const receive = async (changes: object = {}) =>
  (await receivePackage(manager, neighbourPackage({ packageId: anId(), ...changes }), NOW)).exchangeId;
const take = (exchangeId: string, items = [1], actor = manager) =>
  takeOver(actor, { exchangeId, rowVersion: 1, items, reason: 'Useful here' }, NOW);

describe('A file from another administration', () => {
  it('is refused by place, rule and value where anything is wrong with it, and leaves its digest in the audit log alone', async () => {
    const file = neighbourPackage({ to: { code: 'XZ' } });
    const before = await db().$count(exchangePackages);
    const error = await receivePackage(manager, file, NOW).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect((error as InvalidInputError).problems).toEqual([
      { code: 'not_for_us', severity: 'error', pointer: 'content.to.code', value: 'XZ' },
    ]);
    expect(await db().$count(exchangePackages)).toBe(before);
    const [row] = await auditAbout(sha256Hex(file));
    expect(row).toMatchObject({ action: 'cooperation.refuse_file', details: { brokenRules: ['not_for_us'] } });
  });

  it('is refused from a key that was entered and not approved', async () => {
    await expect(receivePackage(manager, neighbourPackage({}, newKeyPair()), NOW)).rejects.toThrow(/signer_unknown/);
  });

  it('is taken once: the same again changes nothing, and another content under its id is refused', async () => {
    const packageId = anId();
    const tries = await Promise.all([0, 1].map(() => receivePackage(manager, neighbourPackage({ packageId }), NOW)));
    expect(new Set(tries.map(({ exchangeId }) => exchangeId)).size).toBe(1);
    expect(tries.map(({ isKnown }) => isKnown).sort()).toEqual([false, true]);
    const other = neighbourPackage({ packageId, purpose: 'Something else' });
    await expect(receivePackage(manager, other, NOW)).rejects.toThrow(/other_content/);
    const audits = await auditAbout(tries[0]?.exchangeId ?? '');
    expect(audits.map(({ action }) => action)).toEqual(['cooperation.receive']);
  });

  it('that answers a question nobody asked is refused', async () => {
    const answer = {
      ...{ packageId: anId(), items: undefined, kind: 'match_answer', fromOn: '2026-10-01', toOn: '2026-10-31' },
      ...{ answersTo: anId(), looked: 1, matches: [] },
    };
    await expect(receivePackage(manager, neighbourPackage(answer), NOW)).rejects.toThrow(/answers_nothing/);
  });

  it('is kept byte for byte as it came', async () => {
    const file = Buffer.from(`${neighbourPackage({ packageId: anId() }).toString().replace('{', '{ ')}\n`);
    const { exchangeId } = await receivePackage(manager, file, NOW);
    const [row] = await db().select().from(exchangePackages).where(eq(exchangePackages.exchangeId, exchangeId));
    expect(row?.file?.equals(file)).toBe(true);
    expect(row?.fileSha256).toBe(sha256Hex(file));
  });
});

describe('Taking over', () => {
  it('leaves out what was not chosen, and says so in the audit log', async () => {
    const exchangeId = await receive({ items: [profile(1), profile(2)] });
    expect(await take(exchangeId, [2])).toEqual({ taken: 1 });
    const { items, exchange } = await getExchange(manager, exchangeId, NOW);
    expect(items.map(({ state }) => state)).toEqual(['left', 'taken']);
    expect(exchange.state).toBe('taken_over');
    const row = (await auditAbout(exchangeId)).find(({ action }) => action === 'cooperation.take_over');
    expect(row?.details).toMatchObject({ items: 1, leftOut: 1, made: [items[1]?.subjectId] });
  });

  it('tells before what cannot be here, by condition and value, and refuses to take it', async () => {
    const tree = { combinator: 'and', rules: [{ field: 'officeId', operator: 'equals', value: 'XXNOT' }] };
    const exchangeId = await receive({ items: [profile(1, { tree }), profile(2, { tree: 'drop table' })] });
    const { items } = await getExchange(manager, exchangeId, NOW);
    expect(items.map(({ as }) => as)).toEqual(['nothing', 'nothing']);
    expect(items[0]?.problems[0]).toMatchObject({
      code: 'value_unknown',
      pointer: 'tree.rules.0.value',
      value: 'XXNOT',
    });
    expect(await refusalOf(take(exchangeId, [1]))).toEqual(['cooperation.unfit']);
    expect(await refusalOf(take(exchangeId, []))).toEqual(['cooperation.nothing']);
  });

  it('is done once, whoever of two is faster', async () => {
    const exchangeId = await receive({ items: [profile()] });
    const tries = await Promise.allSettled([take(exchangeId), take(exchangeId, [1], someone('risk_manager', 'BELGG'))]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(declinePackage(manager, { exchangeId, rowVersion: 2, reason: 'Late' }, NOW))).toEqual([
      'cooperation.state',
    ]);
  });

  it('is refused once the package has expired', async () => {
    const exchangeId = await receive({ items: [profile()] });
    const later = new Date('2027-01-01T10:00:00Z');
    const act = takeOver(manager, { exchangeId, rowVersion: 1, items: [1], reason: 'Late' }, later);
    expect(await refusalOf(act)).toEqual(['cooperation.over']);
    expect((await getExchange(manager, exchangeId, later)).exchange.state).toBe('expired');
  });

  it('is ended before its last day: profiles select nobody from then on, lists are gone, and neither can be brought back', async () => {
    const list = item(2, { kind: 'list', title: 'Sellers', listed: 'text', entries: ['Bad Bears Ltd'] });
    const exchangeId = await receive({ items: [profile(), list] });
    await take(exchangeId, [1, 2]);
    const [one, other] = (await getExchange(manager, exchangeId, NOW)).items;
    const key = other?.subjectId ?? '';
    await decideList(approver, { key, edition: 1, verdict: 'approve', reason: 'Agreed' }, NOW);
    expect((await namedLists(db(), NOW)).has(key)).toBe(true);
    const taken = { profileId: one?.subjectId ?? '', version: 1 };
    await approveProfile(approver, { ...seen(taken), shadowDays: 30 }, NOW);
    await activateProfile(approver, { ...seen(taken, 2), days: 30 }, NOW);
    expect((await profilesInForce(db(), '2026-11-02')).all).toHaveLength(1);
    await endTaken(manager, { exchangeId, rowVersion: 2, reason: 'Withdrawn by its sender' }, NOW);
    expect((await profilesInForce(db(), '2026-11-02')).all).toEqual([]);
    expect((await namedLists(db(), NOW)).has(key)).toBe(false);
    const again = endTaken(manager, { exchangeId, rowVersion: 3, reason: 'Twice' }, NOW);
    expect(await refusalOf(again)).toEqual(['cooperation.state']);
    expect((await auditAbout(exchangeId)).map(({ action }) => action)).toContain('cooperation.end_taken');
  });

  it('is for risk managers alone', async () => {
    const exchangeId = await receive();
    for (const role of ROLES.filter((name) => name !== 'risk_manager')) {
      const actor = someone(role, 'NLRTM');
      await expect(receivePackage(actor, neighbourPackage(), NOW)).rejects.toThrow(ForbiddenError);
      await expect(take(exchangeId, [1], actor)).rejects.toThrow(ForbiddenError);
      const act = { exchangeId, rowVersion: 1, reason: 'Not mine' };
      await expect(declinePackage(actor, act, NOW)).rejects.toThrow(ForbiddenError);
      await expect(endTaken(actor, act, NOW)).rejects.toThrow(ForbiddenError);
      if (role !== 'supervisor' && role !== 'auditor')
        await expect(listExchanges(actor, {}, NOW)).rejects.toThrow(ForbiddenError);
    }
    expect(await db().$count(auditLog, eq(auditLog.action, 'cooperation.take_over'))).toBeGreaterThan(0);
  });

  it('can be declined, with its reason', async () => {
    const exchangeId = await receive();
    await declinePackage(manager, { exchangeId, rowVersion: 1, reason: 'Known already' }, NOW);
    expect((await getExchange(manager, exchangeId, NOW)).exchange.state).toBe('refused');
    expect((await auditAbout(exchangeId)).map(({ action }) => action)).toContain('cooperation.decline');
  });
});
