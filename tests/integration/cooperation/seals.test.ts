import { eq, isNotNull, isNull } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decidePackage } from '@/db/commands/cooperation/decide-package';
import { preparePackage } from '@/db/commands/cooperation/prepare-package';
import { sealKept } from '@/db/commands/cooperation/seal-kept';
import { setSecret } from '@/db/commands/cooperation/set-secret';
import { askForMatch } from '@/db/commands/cooperation/ask-for-match';
import { db } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { getExchange } from '@/db/queries/cooperation/get-exchange';
import { exchangeCounterparts, exchangeIdentities } from '@/db/schema';
import { newKeyPair } from '@/lib/cooperation/sign';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { isSealed } from '@/lib/identity/sealed-secret';
import { ForbiddenError } from '@/lib/kernel/errors';
import { NOW, someone } from '../../support/a-desk';
import { agreedWith, approved, approver, identified, manager, neighbour } from '../../support/an-exchange';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';

const database = useDatabase();
const [first, next] = [
  'the first secret of these tests, of thirty-two bytes',
  'the next secret of these tests, of thirty-two bytes',
];
/** Goes on under other secrets, the one in force and the one before. */
function under(present: string, before = ''): void {
  vi.stubEnv('NEXTAUTH_SECRET', present);
  vi.stubEnv('NEXTAUTH_SECRET_PREVIOUS', before);
  setDatabaseUrl(database.url());
}
const AGREED = 'told on the telephone, by both sides'.replaceAll(' ', '-');
let counterpartId = '';

beforeAll(async () => {
  under(first);
  await identified('XB', 'Customs of the South');
  counterpartId = await agreedWith('XA', neighbour.publicPem);
  await setSecret(manager, { counterpartId, rowVersion: 2, secret: AGREED }, NOW);
});
afterEach(() => under(first));
afterAll(() => {
  vi.unstubAllEnvs();
  setDatabaseUrl(database.url());
});

const keyKept = async () => {
  const [row] = await db().select().from(exchangeIdentities).where(isNull(exchangeIdentities.retiredAt));
  return row?.sealedKey ?? '';
};
const agreedKept = async () => {
  const of = eq(exchangeCounterparts.counterpartId, counterpartId);
  return (await db().select().from(exchangeCounterparts).where(of))[0]?.sealedMatchSecret ?? '';
};
const prepared = () =>
  preparePackage(
    manager,
    {
      ...{ counterpartId, purpose: 'What we see', handling: 'amber', caveats: [], expiresOn: '2026-12-31' },
      ...{ profiles: [], lists: [], alertTitle: 'Toys', alertText: 'Three platforms, one address.' },
    } as Parameters<typeof preparePackage>[1],
    NOW,
  );
const question = () => {
  const head = { counterpartId, purpose: 'The same seller', handling: 'amber' as const, caveats: [] };
  const days = { fromOn: '2026-09-01', toOn: '2026-09-30', expiresOn: '2026-12-31' };
  return askForMatch(manager, { ...head, ...days, identifierKind: 'email', identifiers: 'a@example.org' }, NOW);
};
const sign = async () => {
  const { exchangeId } = await prepared();
  await approved(exchangeId);
  return getExchange(approver, exchangeId, NOW);
};

describe('What the database keeps of exchanges', () => {
  it('is neither the key packages are signed with nor what was agreed, and both do their work', async () => {
    expect([isSealed(await keyKept()), isSealed(await agreedKept())]).toEqual([true, true]);
    expect(await keyKept()).not.toContain('PRIVATE');
    expect(await agreedKept()).not.toContain(AGREED);
    expect((await sign()).exchange.state).toBe('approved');
    expect((await question()).exchangeId).toBeTruthy();
  });

  it('opens in its own row alone', async () => {
    const other = await agreedWith('XC', newKeyPair().publicPem);
    const moved = { sealedMatchSecret: await agreedKept() };
    await db().update(exchangeCounterparts).set(moved).where(eq(exchangeCounterparts.counterpartId, other));
    const head = { counterpartId: other, purpose: 'The same seller', handling: 'amber' as const, caveats: [] };
    const days = { fromOn: '2026-09-01', toOn: '2026-09-30', expiresOn: '2026-12-31' };
    const ask = askForMatch(manager, { ...head, ...days, identifierKind: 'email', identifiers: 'a@example.org' }, NOW);
    expect(await refusalOf(ask)).toEqual(['cooperation.secret_lost']);
    await db()
      .update(exchangeCounterparts)
      .set({ sealedMatchSecret: null })
      .where(eq(exchangeCounterparts.counterpartId, other));
  });

  it('is refused, and told, where the secret of the settings is another: nothing is signed and nothing asked', async () => {
    const { exchangeId } = await prepared();
    under(next);
    const { contentSha256 } = (await getExchange(approver, exchangeId, NOW)).exchange;
    const decision = { exchangeId, contentSha256, verdict: 'approve' as const, reason: 'Agreed.' };
    expect(await refusalOf(decidePackage(approver, decision, NOW))).toEqual(['cooperation.key_lost']);
    expect(await refusalOf(question())).toEqual(['cooperation.secret_lost']);
    expect(await sealKept(SYSTEM_ACTOR, NOW)).toEqual({ sealed: 0, lost: 2 });
  });
});

describe('A start', () => {
  const audited = async () => (await auditAbout('kept secrets')).map(({ details }) => details);

  it('seals what a version before left as it is, once, and leaves its audit row', async () => {
    const { privatePem, publicPem, fingerprint } = newKeyPair();
    await db().update(exchangeIdentities).set({ retiredAt: NOW }).where(isNull(exchangeIdentities.retiredAt));
    const who = { code: 'XB', name: 'Customs of the South', enteredBy: approver.id, enteredByName: approver.name };
    await db()
      .insert(exchangeIdentities)
      .values({ ...who, fingerprint, publicPem, sealedKey: privatePem, enteredAt: NOW });
    await db()
      .update(exchangeCounterparts)
      .set({ sealedMatchSecret: AGREED })
      .where(eq(exchangeCounterparts.counterpartId, counterpartId));
    const before = (await audited()).length;
    // Whoever of two starts is faster, each row is sealed once.
    const both = await Promise.all([sealKept(SYSTEM_ACTOR, NOW), sealKept(SYSTEM_ACTOR, NOW)]);
    expect(both.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(2);
    expect((await audited()).slice(before).reduce((sum, { sealed }) => sum + Number(sealed), 0)).toBe(2);
    expect([isSealed(await keyKept()), isSealed(await agreedKept())]).toEqual([true, true]);
    expect((await sign()).exchange.state).toBe('approved');
    expect(await sealKept(SYSTEM_ACTOR, NOW)).toEqual({ sealed: 0, lost: 0 });
  });

  it('seals anew what the secret before sealed, so that it may be taken away', async () => {
    under(next, first);
    const kept = await keyKept();
    const { sealed, lost } = await sealKept(SYSTEM_ACTOR, NOW);
    expect([sealed > 1, lost]).toEqual([true, 0]);
    expect(await keyKept()).not.toBe(kept);
    under(next);
    expect((await sign()).exchange.state).toBe('approved');
    under(first, next);
    await sealKept(SYSTEM_ACTOR, NOW);
  });

  it('leaves no key that signs nothing any more, whoever retired it, and tells of none', async () => {
    const retired = async () =>
      (await db().select().from(exchangeIdentities).where(isNotNull(exchangeIdentities.retiredAt))).map(
        ({ sealedKey }) => sealedKey,
      );
    await identified('XB', 'Customs of the South');
    expect(new Set(await retired())).toEqual(new Set(['']));
    // As a version before left them.
    const left = { sealedKey: newKeyPair().privatePem };
    await db().update(exchangeIdentities).set(left).where(isNotNull(exchangeIdentities.retiredAt));
    under(next);
    await identified('XB', 'Customs of the South');
    expect(await sealKept(SYSTEM_ACTOR, NOW)).toEqual({ sealed: 0, lost: 1 });
    expect(new Set(await retired())).toEqual(new Set(['']));
  });

  it('does so by no person', async () => {
    for (const role of ROLES) await expect(sealKept(someone(role, 'NLRTM'), NOW)).rejects.toThrow(ForbiddenError);
  });
});
