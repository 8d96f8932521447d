import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkCode } from '@/db/commands/identity/check-code';
import { resetTotp } from '@/db/commands/identity/reset-totp';
import { setDatabaseUrl } from '@/db/env';
import { findSession } from '@/db/queries/identity/find-session';
import { getUser } from '@/db/queries/identity/get-user';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { enrolAt } from '../../support/a-second-factor';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aPerson, auditAbout, signedIn } from '../../support/people';

const database = useDatabase();
const AT = new Date('2026-11-02T10:00:00Z');
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'the present secret of thirty-two bytes or more');
  setDatabaseUrl(database.url());
  await inTransaction(seedReference);
});
afterAll(() => vi.unstubAllEnvs());

let actor: Actor;
beforeEach(async () => {
  actor = await signedIn((await aPerson()).id, AT);
});

describe('a reset by an administrator', () => {
  const reason = 'The telephone was lost.';

  it('takes it away with the sessions, and tells why', async () => {
    await enrolAt(actor, AT);
    const admin = await signedIn((await aPerson({ role: 'admin', offices: [] })).id, AT);
    expect((await getUser(admin, actor.id, AT)).hasTotp).toBe(true);
    await resetTotp(admin, { userId: actor.id, reason }, AT);
    expect(await checkCode({ userId: actor.id, code: '', addressKey: 'here', deviceKey: null }, AT)).toEqual({
      via: 'none',
    });
    expect(await findSession(actor.sessionId ?? '', AT)).toBeNull();
    const row = (await auditAbout(actor.id)).find(({ action }) => action.startsWith('admin.'));
    expect(row).toMatchObject({ action: 'admin.reset_totp', reason, details: { sessionsEnded: 1 } });
    expect(await refusalOf(resetTotp(admin, { userId: actor.id, reason }, AT))).toEqual(['totp.none']);
  });

  it('is for administrators, never of oneself, of whom there is, once, and asks who one is', async () => {
    await enrolAt(actor, AT);
    const [admin, other] = [someone('admin', 'NLRTM'), someone('admin', 'NLRTM')];
    const input = { userId: actor.id, reason };
    await expect(resetTotp(someone('supervisor', 'NLRTM'), input)).rejects.toThrow(ForbiddenError);
    await expect(resetTotp(admin, { userId: crypto.randomUUID(), reason })).rejects.toThrow(NotFoundError);
    expect(await refusalOf(resetTotp(admin, { userId: admin.id, reason }))).toEqual(['own_account']);
    expect(await refusalOf(resetTotp({ ...admin, confirmedAt: new Date(0) }, input))).toEqual(['confirmation_needed']);
    const outcomes = await Promise.allSettled([resetTotp(admin, input), resetTotp(other, input)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
