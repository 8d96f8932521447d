import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { askForMatch } from '@/db/commands/cooperation/ask-for-match';
import { decidePackage } from '@/db/commands/cooperation/decide-package';
import { endCounterpart } from '@/db/commands/cooperation/end-counterpart';
import { fetchFile } from '@/db/commands/cooperation/fetch-file';
import { preparePackage } from '@/db/commands/cooperation/prepare-package';
import { withdrawPackage } from '@/db/commands/cooperation/withdraw-package';
import { createList } from '@/db/commands/profile/keep-list';
import { decideList } from '@/db/commands/profile/decide-list';
import { approveProfile } from '@/db/commands/profile/move-profile';
import { db } from '@/db/connection';
import { getExchange } from '@/db/queries/cooperation/get-exchange';
import { listShareable } from '@/db/queries/cooperation/shareable';
import { typologyOf } from '@/db/queries/cooperation/typology';
import { clearances, partners, profileStandings } from '@/db/schema';
import { readPackage } from '@/lib/cooperation/read-package';
import { newKeyPair } from '@/lib/cooperation/sign';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, receivedAt, withRecipient, withSender } from '../../support/a-consignment';
import { aDesk, type Desk, NOW, someone } from '../../support/a-desk';
import { draft, proposed, seen } from '../../support/a-profile';
import { agreedWith, approved, approver, identified, manager, neighbour } from '../../support/an-exchange';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';

useDatabase();
let desk: Desk;
let [counterpartId, ownKey] = ['', ''];
beforeAll(async () => {
  desk = await aDesk();
  ownKey = await identified('XB', 'Customs of the South');
  counterpartId = await agreedWith('XA', neighbour.publicPem);
});

const wish = (changes: object = {}) => ({
  ...{ counterpartId, purpose: 'Unsafe toys', handling: 'green' as const, expiresOn: '2026-12-31' },
  ...{ alertTitle: 'Button cells', alertText: 'Found in plush toys.' },
  ...changes,
});
const prepare = (changes: object = {}, actor = manager) => preparePackage(actor, wish(changes), NOW);
const reason = 'Agreed with legal.';

describe('A package of ours', () => {
  it('is signed by what a second person approves, so that the other side can read it', async () => {
    const { exchangeId } = await prepare();
    await approved(exchangeId);
    const { file, name } = await fetchFile(manager, exchangeId, NOW);
    expect(name).toMatch(/^luxor-exchange_xb_xa_[0-9a-f]{8}\.json$/);
    const signerOf = () => ({ code: 'XB', publicPem: ownKey, isInForce: true });
    const read = readPackage(file, { ownCode: 'XA', signerOf, at: NOW });
    expect(read).toMatchObject({ isRight: true, content: { purpose: 'Unsafe toys', handling: 'green' } });
    expect((await auditAbout(exchangeId)).map(({ action }) => action).sort()).toEqual([
      'cooperation.approve',
      'cooperation.fetch',
      'cooperation.prepare',
    ]);
  });

  it('is decided by another person, on what was shown, once', async () => {
    const { exchangeId } = await prepare();
    const { contentSha256 } = (await getExchange(approver, exchangeId, NOW)).exchange;
    const decide = (actor = approver, sha = contentSha256) =>
      decidePackage(actor, { exchangeId, contentSha256: sha, verdict: 'approve', reason }, NOW);
    expect(await refusalOf(decide({ ...manager, role: 'supervisor' }))).toEqual(['cooperation.own']);
    expect(await refusalOf(decide(approver, 'f'.repeat(64)))).toEqual(['changed_meanwhile']);
    const tries = await Promise.allSettled([decide(), decide(someone('supervisor', 'BELGG'))]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(decide())).toEqual(['cooperation.state']);
  });

  it('is sent back with the reason, and its file is given out by nobody', async () => {
    const { exchangeId } = await prepare();
    const { contentSha256 } = (await getExchange(approver, exchangeId, NOW)).exchange;
    await decidePackage(approver, { exchangeId, contentSha256, verdict: 'refuse', reason }, NOW);
    expect(await refusalOf(fetchFile(approver, exchangeId, NOW))).toEqual(['cooperation.state']);
  });

  it('is given out no more once it was withdrawn or has expired', async () => {
    const { exchangeId } = await prepare();
    await approved(exchangeId);
    expect(await refusalOf(fetchFile(manager, exchangeId, new Date('2027-01-01T10:00:00Z')))).toEqual([
      'cooperation.state',
    ]);
    const act = { exchangeId, rowVersion: 2, reason: 'It was wrong' };
    const tries = await Promise.allSettled([
      withdrawPackage(manager, act, NOW),
      withdrawPackage(someone('risk_manager', 'BELGG'), act, NOW),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(fetchFile(manager, exchangeId, NOW))).toEqual(['cooperation.state']);
    expect((await auditAbout(exchangeId)).map(({ action }) => action)).toContain('cooperation.withdraw');
  });

  it('is given out no more once the exchange with the other side has ended, or our key is another', async () => {
    const pair = newKeyPair();
    const ended = await agreedWith('XK', pair.publicPem);
    const { exchangeId } = await prepare({ counterpartId: ended });
    await approved(exchangeId);
    expect((await getExchange(manager, exchangeId, NOW)).isFetchable).toBe(true);
    await endCounterpart(approver, { counterpartId: ended, rowVersion: 2, reason }, NOW);
    expect(await refusalOf(fetchFile(manager, exchangeId, NOW))).toEqual(['cooperation.not_in_force']);
    expect((await getExchange(manager, exchangeId, NOW)).isFetchable).toBe(false);
    const signed = await prepare();
    await approved(signed.exchangeId);
    ownKey = await identified('XB', 'Customs of the South');
    expect(await refusalOf(fetchFile(manager, signed.exchangeId, NOW))).toEqual(['cooperation.key_retired']);
    expect((await getExchange(manager, signed.exchangeId, NOW)).isFetchable).toBe(false);
  });

  it('holds nothing the other side has no use for, and nothing at all is no package', async () => {
    expect(await refusalOf(prepare({ alertTitle: '', alertText: '' }))).toEqual(['cooperation.nothing']);
    await expect(prepare({ alertText: '' })).rejects.toThrow(InvalidInputError);
    await expect(prepare({ typologyMonth: '2025-13' })).rejects.toThrow(InvalidInputError);
    await expect(prepare({ profiles: [`${'-'.repeat(36)} 1`] })).rejects.toThrow(InvalidInputError);
    expect(await refusalOf(prepare({ profiles: [`${randomUUID()} 1`] }))).toEqual(['cooperation.gone']);
    const { key } = await createList(
      manager,
      { title: 'Our sellers', kind: 'text', entries: 'One Ltd', reason: 'Seen' },
      NOW,
    );
    expect(await refusalOf(prepare({ lists: [`${key} 1`] }))).toEqual(['cooperation.gone']);
    await decideList(approver, { key, edition: 1, verdict: 'approve', reason }, NOW);
    const tree = { combinator: 'and', rules: [{ field: 'sellerName', operator: 'inList', value: key }] };
    const naming = await proposed({ ...draft, tree });
    await approveProfile(approver, { ...seen(naming), shadowDays: 30 }, NOW);
    expect(await refusalOf(prepare({ profiles: [`${naming.profileId} 1`] }))).toEqual(['cooperation.names_lists']);
    const { lists, profiles } = await listShareable(manager, NOW);
    expect(lists).toEqual([{ value: `${key} 1`, title: 'Our sellers', detail: '1', isBound: false }]);
    expect(profiles.map(({ value }) => value)).toEqual([`${naming.profileId} 1`]);
  });

  it('holds no profile whose last day is over, neither when it is prepared nor when it is signed', async () => {
    const ending = await proposed();
    await approveProfile(approver, { ...seen(ending), shadowDays: 30 }, NOW);
    const profiles = [`${ending.profileId} 1`];
    const { exchangeId } = await prepare({ profiles });
    const ofIt = eq(profileStandings.profileId, ending.profileId);
    await db().update(profileStandings).set({ shadowUntil: '2026-11-01' }).where(ofIt);
    expect(await refusalOf(prepare({ profiles }))).toEqual(['cooperation.gone']);
    expect(await refusalOf(approved(exchangeId))).toEqual(['cooperation.gone']);
    expect((await listShareable(manager, NOW)).profiles.map(({ value }) => value)).not.toContain(profiles[0]);
  });

  it('goes to nobody who is not in force, and expires within a year', async () => {
    expect(await refusalOf(prepare({ expiresOn: '2026-11-01' }))).toEqual(['cooperation.expiry']);
    expect(await refusalOf(prepare({ expiresOn: '2027-12-01' }))).toEqual(['cooperation.expiry']);
    await expect(prepare({ counterpartId: randomUUID() })).rejects.toThrow(NotFoundError);
    const late = preparePackage(manager, wish({ expiresOn: '2027-11-01' }), new Date('2027-10-01T10:00:00Z'));
    expect(await refusalOf(late)).toEqual(['cooperation.not_in_force']);
  });

  it('is prepared by risk managers, approved by supervisors, and fetched by both', async () => {
    const { exchangeId } = await prepare();
    const { contentSha256 } = (await getExchange(approver, exchangeId, NOW)).exchange;
    for (const role of ROLES) {
      const actor = someone(role, 'NLRTM');
      const question = { fromOn: '2026-10-01', toOn: '2026-10-31', identifierKind: 'phone' as const, identifiers: '1' };
      if (role !== 'risk_manager') {
        await expect(prepare({}, actor)).rejects.toThrow(ForbiddenError);
        await expect(withdrawPackage(actor, { exchangeId, rowVersion: 1, reason }, NOW)).rejects.toThrow(
          ForbiddenError,
        );
        await expect(askForMatch(actor, { ...wish(), ...question } as never, NOW)).rejects.toThrow(ForbiddenError);
      }
      if (role !== 'supervisor') {
        const decision = { exchangeId, contentSha256, verdict: 'approve' as const, reason };
        await expect(decidePackage(actor, decision, NOW)).rejects.toThrow(ForbiddenError);
      }
      if (role !== 'supervisor' && role !== 'risk_manager')
        await expect(fetchFile(actor, exchangeId, NOW)).rejects.toThrow(ForbiddenError);
    }
  });
});

describe('A question about parties', () => {
  const { alertTitle: _title, alertText: _text, ...head } = wish();
  const ask = (identifiers: string, changes: object = {}) =>
    askForMatch(
      manager,
      {
        ...head,
        counterpartId,
        fromOn: '2026-10-01',
        toOn: '2026-10-31',
        identifierKind: 'phone',
        identifiers,
        ...changes,
      },
      NOW,
    );
  it('is refused without a secret, with a line that is no identifier, and over a time that runs backwards', async () => {
    expect(await refusalOf(ask('+31 20 123 45 67'))).toEqual(['cooperation.no_secret']);
    await expect(ask('+31 20 123 45 67\n12')).rejects.toMatchObject({ problems: [{ params: { line: 2 } }] });
    expect(await refusalOf(ask('+31 20 123 45 67', { toOn: '2026-09-01' }))).toEqual(['cooperation.match_period']);
    // Today is not over.
    expect(await refusalOf(ask('+31 20 123 45 67', { toOn: '2026-11-02' }))).toEqual(['cooperation.match_open']);
  });
});

describe('A typology', () => {
  it('tells findings of a closed month where enough are behind them, rounded, and of nobody’s else', async () => {
    const operators = [desk.partnerId, randomUUID(), randomUUID()];
    for (const id of operators.slice(1))
      await db()
        .insert(partners)
        .values({ id, key: id, name: `Carrier ${id}`, kind: 'carrier', createdAt: NOW });
    const october = receivedAt(new Date('2026-10-10T10:00:00Z'));
    for (let number = 0; number < 12; number += 1) {
      await aConsignment(
        { ...desk, partnerId: operators[number % 3] ?? desk.partnerId },
        october,
        withSender({ name: `Sender ${number}`, address: `Quay ${number}` }),
        withRecipient({ name: `Recipient ${number}`, address: `Lane ${number}` }),
      );
    }
    expect(await typologyOf(db(), '2026-10')).toEqual([]);
    await db().update(clearances).set({ examinationOutcome: 'finding' });
    expect((await typologyOf(db(), '2026-10')).map(({ findings }) => findings)).toEqual([10]);
    expect(await typologyOf(db(), '2026-09')).toEqual([]);
    const { exchangeId } = await prepare({ typologyMonth: '2026-10' });
    const { items } = await getExchange(manager, exchangeId, NOW);
    expect(items.at(-1)?.item).toMatchObject({ kind: 'typology', month: '2026-10', rule: { contributorsMin: 3 } });
    // Told once, to anybody: two could be subtracted.
    expect(await refusalOf(prepare({ typologyMonth: '2026-10' }))).toEqual(['cooperation.typology_told']);
    await withdrawPackage(manager, { exchangeId, rowVersion: 1, reason: 'Never left' }, NOW);
    const again = await prepare({ typologyMonth: '2026-10' });
    await approved(again.exchangeId);
    await fetchFile(manager, again.exchangeId, NOW);
    await withdrawPackage(manager, { exchangeId: again.exchangeId, rowVersion: 3, reason: 'It has left' }, NOW);
    expect(await refusalOf(prepare({ typologyMonth: '2026-10' }))).toEqual(['cooperation.typology_told']);
    expect(await refusalOf(prepare({ typologyMonth: '2026-09' }))).toEqual(['cooperation.typology_few']);
    expect(await refusalOf(prepare({ typologyMonth: '2026-11' }))).toEqual(['cooperation.month_open']);
  });

  it('tells nothing of a chapter where one sender is behind nearly all', async () => {
    const october = receivedAt(new Date('2026-10-11T10:00:00Z'));
    for (let number = 0; number < 50; number += 1) await aConsignment(desk, october);
    await db().update(clearances).set({ examinationOutcome: 'finding' });
    expect(await typologyOf(db(), '2026-10')).toEqual([]);
  });
});
