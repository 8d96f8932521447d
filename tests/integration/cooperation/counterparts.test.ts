import { beforeAll, describe, expect, it } from 'vitest';
import { decideCounterpart } from '@/db/commands/cooperation/decide-counterpart';
import { endCounterpart } from '@/db/commands/cooperation/end-counterpart';
import { enterIdentity } from '@/db/commands/cooperation/enter-identity';
import { proposeCounterpart } from '@/db/commands/cooperation/propose-counterpart';
import { setSecret } from '@/db/commands/cooperation/set-secret';
import { getIdentity } from '@/db/queries/cooperation/get-identity';
import { getCounterpart, listCounterparts } from '@/db/queries/cooperation/list-counterparts';
import { newKeyPair } from '@/lib/cooperation/sign';
import { ROLES } from '@/lib/identity/roles';
import { CONFIRMED_MS } from '@/lib/identity/step-up';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { NOW, someone } from '../../support/a-desk';
import { agreedWith, approver, identified, manager, terms } from '../../support/an-exchange';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';

useDatabase();
let own = '';
beforeAll(async () => {
  own = await identified('XB', 'Customs of the South');
});
const wish = (code: string, changes: object = {}) => ({
  ...{ code, name: `Customs of ${code}`, publicKey: newKeyPair().publicPem },
  ...{ ...terms, ...changes },
});
const reason = 'Read out on the telephone.';

describe('Who we are', () => {
  it('is one at a time, whoever of two is faster, and the key that signs is told by nothing', async () => {
    const enter = () => enterIdentity(approver, { code: 'XB', name: 'Customs of the South' }, NOW);
    const tries = await Promise.allSettled([enter(), enter()]);
    expect(tries.some(({ status }) => status === 'fulfilled')).toBe(true);
    const identity = await getIdentity(manager);
    expect(JSON.stringify(identity)).not.toContain('PRIVATE');
    expect((await auditAbout('XB')).map(({ action }) => action)).toContain('cooperation.enter_identity');
    own = identity?.publicPem ?? '';
  });
});

describe('An administration', () => {
  it('is entered by one person and approved by another; all of it is in the audit log', async () => {
    const { counterpartId } = await proposeCounterpart(manager, wish('XC'), NOW);
    expect((await getCounterpart(manager, counterpartId, NOW)).isInForce).toBe(false);
    await decideCounterpart(approver, { counterpartId, rowVersion: 1, verdict: 'approve', reason }, NOW);
    expect((await getCounterpart(approver, counterpartId, NOW)).isInForce).toBe(true);
    await endCounterpart(approver, { counterpartId, rowVersion: 2, reason }, NOW);
    expect((await getCounterpart(approver, counterpartId, NOW)).isInForce).toBe(false);
    expect((await auditAbout(counterpartId)).map(({ action }) => action).sort()).toEqual([
      'cooperation.approve_counterpart',
      'cooperation.end_counterpart',
      'cooperation.propose_counterpart',
    ]);
  });

  it('is approved, given a secret and told who we are by nobody who left the screen alone', async () => {
    const { counterpartId } = await proposeCounterpart(manager, wish('XL'), NOW);
    const away = { confirmedAt: new Date(NOW.getTime() - CONFIRMED_MS) };
    const decision = { counterpartId, rowVersion: 1, verdict: 'approve' as const, reason };
    for (const act of [
      () => decideCounterpart({ ...approver, ...away }, decision, NOW),
      () => enterIdentity({ ...approver, ...away }, { code: 'XB', name: 'South' }, NOW),
      () => setSecret({ ...manager, ...away }, { counterpartId, rowVersion: 1, secret: '' }, NOW),
    ])
      expect(await refusalOf(act())).toEqual(['confirmation_needed']);
  });

  it('is not approved by who entered it, whatever their role became, nor twice', async () => {
    const { counterpartId } = await proposeCounterpart(manager, wish('XD'), NOW);
    const decide = (actor = approver) =>
      decideCounterpart(actor, { counterpartId, rowVersion: 1, verdict: 'approve', reason }, NOW);
    expect(await refusalOf(decide({ ...manager, role: 'supervisor' }))).toEqual(['cooperation.own']);
    const tries = await Promise.allSettled([decide(), decide(someone('supervisor', 'BELGG'))]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(decide())).toEqual(['cooperation.state']);
  });

  it('is refused with no key, a private key, our own key, a code or key that is taken, and days that are over', async () => {
    const pair = newKeyPair();
    await expect(proposeCounterpart(manager, wish('XE', { publicKey: 'ssh-ed25519 AAAA' }), NOW)).rejects.toThrow(
      InvalidInputError,
    );
    await expect(proposeCounterpart(manager, wish('XE', { publicKey: pair.privatePem }), NOW)).rejects.toThrow(
      InvalidInputError,
    );
    expect(await refusalOf(proposeCounterpart(manager, wish('XE', { publicKey: own }), NOW))).toEqual([
      'cooperation.own_key',
    ]);
    await proposeCounterpart(manager, wish('XE', { publicKey: pair.publicPem }), NOW);
    expect(await refusalOf(proposeCounterpart(manager, wish('XE'), NOW))).toEqual(['cooperation.counterpart_taken']);
    expect(await refusalOf(proposeCounterpart(manager, wish('XF', { publicKey: pair.publicPem }), NOW))).toEqual([
      'cooperation.counterpart_taken',
    ]);
    expect(await refusalOf(proposeCounterpart(manager, wish('XG', { validTo: '2026-10-02' }), NOW))).toEqual([
      'cooperation.period',
    ]);
  });

  it('shares a secret with us that no list and no page of one tells', async () => {
    const counterpartId = await agreedWith('XH', newKeyPair().publicPem);
    const { secret } = await setSecret(manager, { counterpartId, rowVersion: 2, secret: '' }, NOW);
    expect(secret).toMatch(/^xch_[\w-]{43}$/);
    expect(JSON.stringify(await listCounterparts(approver, NOW))).not.toContain(secret);
    expect((await getCounterpart(approver, counterpartId, NOW)).hasSecret).toBe(true);
    expect(JSON.stringify(await auditAbout(counterpartId))).not.toContain(secret);
    expect(await refusalOf(setSecret(manager, { counterpartId, rowVersion: 2, secret: '' }, NOW))).toEqual([
      'changed_meanwhile',
    ]);
    await expect(setSecret(manager, { counterpartId, rowVersion: 3, secret: 'short' }, NOW)).rejects.toThrow(
      InvalidInputError,
    );
  });

  it('is read by risk managers, supervisors and auditors, and changed by nobody but who may', async () => {
    const counterpartId = await agreedWith('XI', newKeyPair().publicPem);
    for (const role of ROLES) {
      const actor = someone(role, 'NLRTM');
      if (!['risk_manager', 'supervisor', 'auditor'].includes(role)) {
        await expect(listCounterparts(actor, NOW)).rejects.toThrow(ForbiddenError);
        await expect(getCounterpart(actor, counterpartId, NOW)).rejects.toThrow(ForbiddenError);
      }
      if (role !== 'risk_manager') {
        await expect(proposeCounterpart(actor, wish('XJ'), NOW)).rejects.toThrow(ForbiddenError);
        await expect(setSecret(actor, { counterpartId, rowVersion: 2, secret: '' }, NOW)).rejects.toThrow(
          ForbiddenError,
        );
      }
      if (role !== 'supervisor') {
        await expect(enterIdentity(actor, { code: 'XB', name: 'South' }, NOW)).rejects.toThrow(ForbiddenError);
        const decision = { counterpartId, rowVersion: 2, verdict: 'refuse' as const, reason };
        await expect(decideCounterpart(actor, decision, NOW)).rejects.toThrow(ForbiddenError);
        await expect(endCounterpart(actor, { counterpartId, rowVersion: 2, reason }, NOW)).rejects.toThrow(
          ForbiddenError,
        );
      }
    }
    await expect(getCounterpart(approver, 'nothing', NOW)).rejects.toThrow(NotFoundError);
  });
});
