import { randomUUID } from 'node:crypto';
import { eq, inArray } from 'drizzle-orm';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { answerMatch } from '@/db/commands/cooperation/answer-match';
import { endTaken } from '@/db/commands/cooperation/end-taken';
import { fetchFile } from '@/db/commands/cooperation/fetch-file';
import { HITS_KEPT, keepHits } from '@/db/commands/cooperation/keep-hits';
import { receivePackage } from '@/db/commands/cooperation/receive-package';
import { startMatch } from '@/db/commands/cooperation/start-match';
import { setSecret } from '@/db/commands/cooperation/set-secret';
import { withdrawPackage } from '@/db/commands/cooperation/withdraw-package';
import { eraseColumns } from '@/db/commands/privacy/erase-columns';
import { db } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { matchExchanges } from '@/db/jobs/match-exchanges';
import { getExchange } from '@/db/queries/cooperation/get-exchange';
import { exchangeCounterparts, exchangeMatches, exchangeMatchHits } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { exchangeKeyOf, keyCheck } from '@/lib/cooperation/identifiers';
import { newKeyPair } from '@/lib/cooperation/sign';
import type { Actor } from '@/lib/identity/actor';
import { aDesk, NOW } from '../../support/a-desk';
import { aQuestion, hit, matched } from '../../support/a-matching';
import {
  agreedWith,
  approved,
  approver,
  identified,
  manager,
  neighbour,
  neighbourPackage,
} from '../../support/an-exchange';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

const database = useDatabase();
const SECRET = 'a secret of both sides, told on the telephone'.replaceAll(' ', '-');
let counterpartId = '';
beforeAll(async () => {
  await aDesk();
  await identified('XB', 'Customs of the South');
  counterpartId = await agreedWith('XA', neighbour.publicPem);
  await setSecret(manager, { counterpartId, rowVersion: 2, secret: SECRET }, NOW);
});

const question = (changes?: object, packageId?: string) => aQuestion(SECRET, changes, packageId);
const receive = async (changes: object = {}) =>
  (await receivePackage(manager, neighbourPackage(question(changes)), NOW)).exchangeId;
const start = (exchangeId: string) => startMatch(manager, { exchangeId, rowVersion: 1, reason: 'Agreed' }, NOW);

describe('What a matching meets', () => {
  it('is kept however much it is, of one number only the first; all of it is counted', async () => {
    const exchangeId = randomUUID();
    const met = new Map<string, number>();
    // More values than one statement takes.
    const many = Array.from({ length: 12_000 }, (_, index) => hit(exchangeId, index + 1));
    await inTransaction((tx) => keepHits(tx, many, met));
    const everybody = Array.from({ length: HITS_KEPT + 50 }, (_, index) => hit(exchangeId, 1, index));
    await inTransaction((tx) => keepHits(tx, everybody, met));
    expect(met.get('1')).toBe(HITS_KEPT + 51);
    const kept = await db().$count(exchangeMatchHits, eq(exchangeMatchHits.exchangeId, exchangeId));
    expect(kept).toBe(12_000 - 1 + HITS_KEPT);
  });

  it('goes with the people of a consignment when they are erased', async () => {
    const exchangeId = randomUUID();
    const [gone, kept] = [hit(exchangeId, 1), hit(exchangeId, 1)];
    await inTransaction(async (tx) => {
      await keepHits(tx, [gone, kept], new Map());
      await eraseColumns(tx, [gone]);
    });
    const left = await db().select().from(exchangeMatchHits).where(eq(exchangeMatchHits.exchangeId, exchangeId));
    expect(left.map(({ consignmentId }) => consignmentId)).toEqual([kept.consignmentId]);
  });

  it('is shown and answered by its count and the first references of each number', async () => {
    const exchangeId = await receive();
    await start(exchangeId);
    await matched(exchangeId, [
      ...Array.from({ length: 300 }, (_, index) => hit(exchangeId, 2, index)),
      hit(exchangeId, 1, 7, 'BELGG'),
    ]);
    const { match } = await getExchange(manager, exchangeId, NOW);
    expect(match?.hits.map(({ number, consignments, own }) => [number, consignments, own.length])).toEqual([
      [1, 1, 0],
      [2, 300, 50],
    ]);
    expect(match?.hits[1]?.own[0]?.reference).toBe('REF-000000');
    const answer = await answerMatch(manager, { exchangeId, rowVersion: 2, references: true, reason: 'Asked' }, NOW);
    const { content } = (await getExchange(manager, answer.exchangeId, NOW)).exchange;
    expect(content).toMatchObject({ matches: [{ consignments: 1 }, { consignments: 300 }] });
    const told = content.kind === 'match_answer' ? content.matches[1]?.references : [];
    expect(told).toEqual(Array.from({ length: 20 }, (_, index) => `REF-${String(index).padStart(6, '0')}`));
  });
});

describe('The days of a question', () => {
  it('that are not over are left out, and the answer tells the days looked at', async () => {
    const exchangeId = await receive({ toOn: '2026-12-31' });
    await start(exchangeId);
    await matched(exchangeId, []);
    const answer = await answerMatch(manager, { exchangeId, rowVersion: 2, references: false, reason: 'Asked' }, NOW);
    const { content } = (await getExchange(manager, answer.exchangeId, NOW)).exchange;
    expect(content).toMatchObject({ fromOn: '2026-10-01', toOn: '2026-11-01' });
  });

  it('none of which is over are not looked at', async () => {
    const exchangeId = await receive({ fromOn: '2026-11-02', toOn: '2026-12-31' });
    expect(await refusalOf(start(exchangeId))).toEqual(['cooperation.match_open']);
  });
});

describe('The secret of a question', () => {
  it('is the one it was asked under, or nothing is looked for', async () => {
    const check = keyCheck(exchangeKeyOf(SECRET.toUpperCase(), randomUUID()));
    const exchangeId = await receive({ check });
    expect(await refusalOf(start(exchangeId))).toEqual(['cooperation.secret_differs']);
  });

  it('is not changed while a matching waits', async () => {
    const exchangeId = await receive();
    await start(exchangeId);
    const change = () => setSecret(manager, { counterpartId, rowVersion: 3, secret: SECRET }, NOW);
    expect(await refusalOf(change())).toEqual(['cooperation.match_running']);
    await matched(exchangeId, []);
    await change();
  });

  it('is needed by the worker that looks: one without the key it was sealed with leaves the matching to another', async () => {
    const exchangeId = await receive();
    await start(exchangeId);
    const stateNow = async () => (await getExchange(manager, exchangeId, NOW)).match?.state;
    const look = () => matchExchanges(new AbortController().signal);
    vi.stubEnv('NEXTAUTH_SECRET', '');
    setDatabaseUrl(database.url());
    await look();
    vi.unstubAllEnvs();
    setDatabaseUrl(database.url());
    expect(await stateNow()).toBe('waiting');
    await look();
    expect(await stateNow()).toBe('done');
  });

  it('opens for another worker alone: the matching waits for that one, and holds up no other', async () => {
    const other = newKeyPair();
    const otherId = await agreedWith('XC', other.publicPem);
    await setSecret(manager, { counterpartId: otherId, rowVersion: 2, secret: SECRET }, NOW);
    const from = { code: 'XC', name: 'Customs of the East' };
    const shut = await receive();
    const { exchangeId: open } = await receivePackage(manager, neighbourPackage({ ...question(), from }, other), NOW);
    await start(shut);
    const states = async () => {
      const rows = await db()
        .select()
        .from(exchangeMatches)
        .where(inArray(exchangeMatches.exchangeId, [shut, open]));
      return [shut, open].map((id) => rows.find(({ exchangeId }) => exchangeId === id)?.state);
    };
    const look = () => matchExchanges(new AbortController().signal);
    const of = eq(exchangeCounterparts.counterpartId, counterpartId);
    const [kept] = await db().select().from(exchangeCounterparts).where(of);
    const put = (sealedMatchSecret: string | null) =>
      db().update(exchangeCounterparts).set({ sealedMatchSecret }).where(of);
    vi.stubEnv('NEXTAUTH_SECRET', 'another secret of these tests, of thirty-two bytes');
    setDatabaseUrl(database.url());
    await look();
    expect(await states()).toEqual(['waiting', undefined]);
    vi.unstubAllEnvs();
    setDatabaseUrl(database.url());
    // Not sealed yet, as a version before left it.
    await put(SECRET);
    await start(open);
    await look();
    expect(await states()).toEqual(['waiting', 'done']);
    await put(kept?.sealedMatchSecret ?? null);
    await look();
    expect(await states()).toEqual(['done', 'done']);
  });

  it('ends a matching where it was taken away', async () => {
    const exchangeId = await receive();
    await start(exchangeId);
    const of = eq(exchangeCounterparts.counterpartId, counterpartId);
    const [kept] = await db().select().from(exchangeCounterparts).where(of);
    await db().update(exchangeCounterparts).set({ sealedMatchSecret: null }).where(of);
    await matchExchanges(new AbortController().signal);
    expect((await getExchange(manager, exchangeId, NOW)).match?.state).toBe('failed');
    await db()
      .update(exchangeCounterparts)
      .set({ sealedMatchSecret: kept?.sealedMatchSecret ?? null })
      .where(of);
  });
});

describe('References of an answer', () => {
  const wide = { ...manager, officeIds: ['NLRTM', 'BELGG'] };
  const referencesFor = async (actor: Actor, exchangeId: string) => {
    const { exchange, isWithheld } = await getExchange(actor, exchangeId, NOW);
    const told = exchange.content.kind === 'match_answer' ? exchange.content.matches : [];
    return [told.flatMap(({ references }) => references), isWithheld];
  };

  it('are shown to those of their offices, and signed and fetched by who has all of them', async () => {
    const exchangeId = await receive();
    await startMatch(wide, { exchangeId, rowVersion: 1, reason: 'Agreed' }, NOW);
    await matched(exchangeId, [hit(exchangeId, 1, 1), hit(exchangeId, 2, 2, 'BELGG')]);
    const answer = await answerMatch(wide, { exchangeId, rowVersion: 2, references: true, reason: 'Asked' }, NOW);
    expect(await referencesFor(manager, answer.exchangeId)).toEqual([['REF-000001'], true]);
    const both = { ...approver, officeIds: wide.officeIds };
    expect(await referencesFor(both, answer.exchangeId)).toEqual([['REF-000001', 'REF-000002'], false]);
    expect(await refusalOf(approved(answer.exchangeId))).toEqual(['cooperation.elsewhere']);
    await approved(answer.exchangeId, both);
    expect(await refusalOf(fetchFile(manager, answer.exchangeId, NOW))).toEqual(['cooperation.elsewhere']);
    await fetchFile(wide, answer.exchangeId, NOW);
  });
});

describe('A question under way', () => {
  const act = (exchangeId: string, rowVersion = 2) => ({ exchangeId, rowVersion, reason: 'It was wrong' });

  it('is stopped: the worker looks no further, and nobody answers it', async () => {
    const [waiting, done] = [await receive(), await receive()];
    for (const exchangeId of [waiting, done]) await start(exchangeId);
    await matched(done, []);
    for (const exchangeId of [waiting, done]) await endTaken(manager, act(exchangeId), NOW);
    const { match, exchange } = await getExchange(manager, waiting, NOW);
    expect([match?.state, exchange.state]).toEqual(['failed', 'withdrawn']);
    const answer = answerMatch(manager, { ...act(done, 3), references: false }, NOW);
    expect(await refusalOf(answer)).toEqual(['cooperation.state']);
  });

  it('is answered again where the answer was withdrawn', async () => {
    const exchangeId = await receive();
    await start(exchangeId);
    await matched(exchangeId, []);
    const answer = () => answerMatch(manager, { ...act(exchangeId), references: false }, NOW);
    const first = await answer();
    await withdrawPackage(manager, act(first.exchangeId, 1), NOW);
    expect((await getExchange(manager, exchangeId, NOW)).answerId).toBeNull();
    expect((await answer()).exchangeId).not.toBe(first.exchangeId);
  });
});
