import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { answerMatch } from '@/db/commands/cooperation/answer-match';
import { askForMatch } from '@/db/commands/cooperation/ask-for-match';
import { fetchFile } from '@/db/commands/cooperation/fetch-file';
import { preparePackage } from '@/db/commands/cooperation/prepare-package';
import { receivePackage } from '@/db/commands/cooperation/receive-package';
import { setSecret } from '@/db/commands/cooperation/set-secret';
import { startMatch } from '@/db/commands/cooperation/start-match';
import { takeOver } from '@/db/commands/cooperation/take-over';
import { createList } from '@/db/commands/profile/keep-list';
import { decideList } from '@/db/commands/profile/decide-list';
import { activateProfile, approveProfile } from '@/db/commands/profile/move-profile';
import { db } from '@/db/connection';
import { matchExchanges } from '@/db/jobs/match-exchanges';
import { getExchange } from '@/db/queries/cooperation/get-exchange';
import { namedLists } from '@/db/queries/profile/named-lists';
import { profilesInForce } from '@/db/queries/profile/profiles-in-force';
import { exchangePackages, profileListEditions, profileStandings } from '@/db/schema';
import { aDesk, type Desk, NOW } from '../../support/a-desk';
import { proposed, seen } from '../../support/a-profile';
import { agreedWith, approved, approver, identified, manager, standAt } from '../../support/an-exchange';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aConsignment, receivedAt, withRecipient } from '../../support/a-consignment';
import { auditAbout } from '../../support/people';

const database = useDatabase();
let [north, south] = ['', ''];
let desk: Desk;
let [southHere, northHere] = ['', ''];

// Two administrations, each with its own database, people, key and lists; nothing passes between them but files.
beforeAll(async () => {
  desk = await aDesk();
  south = await database.copy();
  north = database.url();
  const northKey = await identified('XA', 'Customs of the North');
  await standAt(south);
  const southKey = await identified('XB', 'Customs of the South');
  northHere = await agreedWith('XA', northKey);
  await standAt(north);
  southHere = await agreedWith('XB', southKey);
});

const head = (counterpartId: string) => ({
  counterpartId,
  purpose: 'Unsafe toys on both sides of the border',
  handling: 'amber' as const,
  caveats: ['customs_only' as const],
  expiresOn: '2026-12-31',
});

it('Two instances exchange a profile and a list: signed by one, taken over into shadow by the other, and ended by its last day', async () => {
  await standAt(north);
  const profile = await proposed();
  await approveProfile(approver, { ...seen(profile), shadowDays: 30 }, NOW);
  const { key } = await createList(
    manager,
    { title: 'Toy sellers', kind: 'text', entries: 'Bad Bears Ltd\nSmall Parts Inc', reason: 'Seen in October' },
    NOW,
  );
  await decideList(approver, { key, edition: 1, verdict: 'approve', reason: 'Agreed' }, NOW);
  const { exchangeId } = await preparePackage(
    manager,
    {
      ...head(southHere),
      profiles: [`${profile.profileId} 1`],
      lists: [`${key} 1`],
      alertTitle: 'Button cells',
      alertText: 'Found in plush toys.',
    },
    NOW,
  );
  expect(await refusalOf(fetchFile(manager, exchangeId, NOW))).toEqual(['cooperation.state']);
  await approved(exchangeId);
  const { file } = await fetchFile(manager, exchangeId, NOW);
  expect((await fetchFile(approver, exchangeId, NOW)).file.equals(file)).toBe(true);
  const told = await auditAbout(exchangeId);
  expect(told.map(({ action }) => action).sort()).toEqual([
    'cooperation.approve',
    'cooperation.fetch',
    'cooperation.fetch',
    'cooperation.prepare',
  ]);
  expect(told.find(({ action }) => action === 'cooperation.prepare')?.details).toMatchObject({
    administration: 'XB',
    profiles: [`${profile.profileId} 1`],
    handling: 'amber',
  });

  await standAt(south);
  const received = await receivePackage(manager, file, NOW);
  expect(received.isKnown).toBe(false);
  expect(await receivePackage(manager, file, NOW)).toEqual({ ...received, isKnown: true });
  const view = await getExchange(manager, received.exchangeId, NOW);
  expect(view.items.map(({ as, state }) => [as, state])).toEqual([
    ['profile', 'open'],
    ['list', 'open'],
    ['read', 'open'],
  ]);
  // What is only looked at acts on nobody.
  expect((await profilesInForce(db(), '2026-11-02')).all).toEqual([]);
  await takeOver(manager, { exchangeId: received.exchangeId, rowVersion: 1, items: [1, 2, 3], reason: 'Useful' }, NOW);
  expect((await profilesInForce(db(), '2026-11-02')).all).toEqual([]);
  const [own, list] = (await getExchange(manager, received.exchangeId, NOW)).items.map(({ subjectId }) => subjectId);
  const taken = { profileId: own ?? '', version: 1 };
  // Who took it over is its author here: another decides.
  expect(await refusalOf(approveProfile({ ...manager }, { ...seen(taken), shadowDays: 60 }, NOW))).toEqual([
    'profile.own',
  ]);
  await approveProfile(approver, { ...seen(taken), shadowDays: 60 }, NOW);
  expect((await profilesInForce(db(), '2026-11-02')).all.map(({ mode, title }) => [mode, title])).toEqual([
    ['shadow', 'Toys of new senders'],
  ]);
  await activateProfile(approver, { ...seen(taken, 2), days: 183 }, NOW);
  const [standing] = await db().select().from(profileStandings).where(eq(profileStandings.profileId, taken.profileId));
  expect(standing?.expiresOn).toBe('2026-12-31');
  expect((await profilesInForce(db(), '2026-12-31')).all).toHaveLength(1);
  expect((await profilesInForce(db(), '2027-01-01')).all).toEqual([]);

  const [edition] = await db()
    .select()
    .from(profileListEditions)
    .where(eq(profileListEditions.listKey, list ?? ''));
  expect([edition?.state, edition?.entries]).toEqual(['proposed', ['bad bears ltd', 'small parts inc']]);
  await decideList(approver, { key: list ?? '', edition: 1, verdict: 'approve', reason: 'Agreed' }, NOW);
  expect((await namedLists(db(), new Date('2026-12-31T12:00:00Z'))).has(list ?? '')).toBe(true);
  expect((await namedLists(db(), new Date('2027-01-01T12:00:00Z'))).has(list ?? '')).toBe(false);

  // Amber stays here.
  const onward = preparePackage(manager, { ...head(northHere), profiles: [`${taken.profileId} 1`] }, NOW);
  expect(await refusalOf(onward)).toEqual(['cooperation.bound']);
});

it('Two instances find out which parties they share, and neither tells the other a name or a number', async () => {
  await standAt(south);
  const october = receivedAt(new Date('2026-10-10T10:00:00Z'));
  const { consignmentId } = await aConsignment(desk, withRecipient({ phone: '+31 20 123 45 67' }), october);
  const shared = { counterpartId: northHere, rowVersion: 2, secret: '' };
  const { secret } = await setSecret(manager, shared, NOW);

  await standAt(north);
  await setSecret(manager, { counterpartId: southHere, rowVersion: 2, secret: secret ?? '' }, NOW);
  const question = {
    ...head(southHere),
    ...{ fromOn: '2026-10-01', toOn: '2026-11-01', identifierKind: 'phone' as const },
    identifiers: '0031 (0)20 123 45 67\n+49 30 999 88 77',
  };
  const asked = await askForMatch(manager, question, NOW);
  await approved(asked.exchangeId);
  const { file } = await fetchFile(manager, asked.exchangeId, NOW);
  expect(file.toString()).not.toMatch(/1234567|9998877/);
  const [stored] = await db().select().from(exchangePackages).where(eq(exchangePackages.exchangeId, asked.exchangeId));
  expect(JSON.stringify(stored)).not.toMatch(/123 45 67|1234567/);
  const ours = stored?.asked?.find(({ masked }) => masked.endsWith('67'))?.number;

  await standAt(south);
  const { exchangeId } = await receivePackage(manager, file, NOW);
  expect(
    await refusalOf(answerMatch(manager, { exchangeId, rowVersion: 1, references: true, reason: 'Asked' }, NOW)),
  ).toEqual(['cooperation.match_waits']);
  await startMatch(manager, { exchangeId, rowVersion: 1, reason: 'Within the agreement' }, NOW);
  await matchExchanges(new AbortController().signal);
  const found = await getExchange(manager, exchangeId, NOW);
  expect(found.match?.state).toBe('done');
  expect(
    found.match?.hits.map(({ number, consignments, own }) => [number, consignments, own[0]?.consignmentId]),
  ).toEqual([[ours, 1, consignmentId]]);
  // Who works at another office learns the count, and no reference.
  const elsewhere = { ...manager, officeId: 'BELGG', officeIds: ['BELGG'] };
  expect((await getExchange(elsewhere, exchangeId, NOW)).match?.hits[0]?.own).toEqual([]);
  const answer = await answerMatch(
    manager,
    { exchangeId, rowVersion: 2, references: false, reason: 'Counts only' },
    NOW,
  );
  const again = answerMatch(manager, { exchangeId, rowVersion: 2, references: true, reason: 'Twice' }, NOW);
  expect(await refusalOf(again)).toEqual(['cooperation.answered']);
  await approved(answer.exchangeId);
  const back = await fetchFile(manager, answer.exchangeId, NOW);
  expect((await auditAbout(exchangeId)).map(({ action }) => action)).toContain('cooperation.end_match');

  await standAt(north);
  const got = await receivePackage(manager, back.file, NOW);
  const { exchange } = await getExchange(manager, got.exchangeId, NOW);
  expect(exchange.answersTo).toBe(asked.exchangeId);
  expect(exchange.content).toMatchObject({ looked: 1, matches: [{ number: ours, consignments: 1, references: [] }] });
});
