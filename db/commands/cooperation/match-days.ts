import 'server-only';
import { and, asc, eq, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { logLine, messageOf } from '@/db/log';
import { partyIdentifiers } from '@/db/queries/cooperation/party-identifiers';
import { consignments, exchangeCounterparts, exchangeMatches, exchangePackages } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { exchangeKeyOf, keyCheck, keyedHash } from '@/lib/cooperation/identifiers';
import type { MatchState } from '@/lib/cooperation/states';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays } from '@/lib/kernel/dates';
import { openExchangeSecret } from './exchange-secrets';
import { keepHits } from './keep-hits';

/** Consignments that are hashed and written together: about fifty thousand hashes. */
const PORTION = 5_000;
/** A day that failed as often in a row ends its matching. */
const ATTEMPTS_MAX = 3;
const TIMEOUT_MS = 60_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

type Match = typeof exchangeMatches.$inferSelect;

/**
 * Looks at the next day of the matching that waits longest: hashes what identifies the parties of that day under the key of the exchange,
 * and keeps which consignments meet. A day and the place to go on from are one transaction. Gives whether there was anything to do: a
 * matching whose secret no key of this process opens is left to one that has the key, and counts for nothing.
 */
export async function matchDay(actor: Actor, at = new Date()): Promise<boolean> {
  authorise(actor, 'cooperation.match');
  let tried: string | undefined;
  try {
    return await inTransaction(
      async (tx) => {
        const next = await takeNext(tx, (exchangeId) => {
          tried = exchangeId;
        });
        if (!next) return false;
        await goOn(tx, actor, next, at);
        return true;
      },
      { statementTimeoutMs: TIMEOUT_MS },
    );
  } catch (error) {
    if (!tried) throw error;
    await noteFailure(actor, tried, error, at);
    return true;
  }
}

type Taken = { readonly match: Match; readonly asked: Asked | 'gone' };

/** The matching that waits longest among those this process can go on with, locked; undefined where there is none. Tells which one it looks at. */
async function takeNext(tx: Tx, looksAt: (exchangeId?: string) => void): Promise<Taken | undefined> {
  const isWaiting = eq(exchangeMatches.state, 'waiting');
  const waiting = await tx
    .select({ exchangeId: exchangeMatches.exchangeId })
    .from(exchangeMatches)
    .where(isWaiting)
    .orderBy(asc(exchangeMatches.attempts), asc(exchangeMatches.startedAt), asc(exchangeMatches.exchangeId));
  for (const { exchangeId } of waiting) {
    looksAt(exchangeId);
    const asked = await askedIn(tx, exchangeId);
    if (asked === 'shut') {
      tellShut(exchangeId);
      looksAt();
      continue;
    }
    const isOne = and(eq(exchangeMatches.exchangeId, exchangeId), isWaiting);
    const [match] = await tx.select().from(exchangeMatches).where(isOne).for('update');
    // Meanwhile another process may have ended it.
    if (match) return { match, asked };
  }
  return undefined;
}

/** Matchings this process has told that it cannot open: it looks every few seconds, and one line of each is enough. */
const toldShut = new Set<string>();

function tellShut(exchangeId: string): void {
  if (toldShut.has(exchangeId)) return;
  toldShut.add(exchangeId);
  logLine('warn', 'cooperation.match_shut', { exchangeId });
}

async function goOn(tx: Tx, actor: Actor, { match, asked }: Taken, at: Date): Promise<void> {
  if (asked === 'gone') return end(tx, actor, match, 'failed', at);
  const day = await nextDay(tx, match);
  if (day === null) return end(tx, actor, match, 'done', at);
  const met = new Map(Object.entries(match.met));
  let [after, looked] = [NOBODY, 0];
  for (;;) {
    const portion = await partyIdentifiers(tx, { day, officeIds: match.officeIds, after, most: PORTION });
    const last = portion.at(-1);
    if (!last) break;
    const found = portion.flatMap(({ consignmentId, reference, officeId, identifiers }) => {
      const numbers = identifiers.map(({ kind, normalised }) =>
        asked.numberOf.get(keyedHash(asked.key, kind, normalised)),
      );
      return [...new Set(numbers)].flatMap((number) =>
        number === undefined
          ? []
          : [{ exchangeId: match.exchangeId, number, consignmentId, receivedOn: day, officeId, reference }],
      );
    });
    await keepHits(tx, found, met);
    looked += portion.length;
    after = last.consignmentId;
  }
  await tx
    .update(exchangeMatches)
    .set({
      ...{ nextOn: addDays(day, 1), looked: sql`${exchangeMatches.looked} + ${looked}`, attempts: 0 },
      met: Object.fromEntries(met),
    })
    .where(eq(exchangeMatches.exchangeId, match.exchangeId));
}

/** The hashes of a request by their number, and the key they were made with. */
type Asked = { readonly key: Buffer; readonly numberOf: ReadonlyMap<string, number> };

/**
 * What a request asks. Gone where its secret was taken away or became another, which ends the matching; shut where no key of this process
 * opens it: it was sealed with another NEXTAUTH_SECRET, or is not sealed yet, and the next start that has the right one sees to it.
 */
async function askedIn(tx: Tx, exchangeId: string): Promise<Asked | 'gone' | 'shut'> {
  const [found] = await tx
    .select({
      content: exchangePackages.content,
      counterpartId: exchangeCounterparts.counterpartId,
      sealed: exchangeCounterparts.sealedMatchSecret,
    })
    .from(exchangePackages)
    .innerJoin(exchangeCounterparts, eq(exchangeCounterparts.counterpartId, exchangePackages.counterpartId))
    .where(eq(exchangePackages.exchangeId, exchangeId));
  if (found?.content.kind !== 'match_request' || found.sealed === null) return 'gone';
  const opened = openExchangeSecret({ counterpartId: found.counterpartId }, found.sealed);
  if (!opened) return 'shut';
  const { identifiers, packageId, check } = found.content;
  const key = exchangeKeyOf(opened.secret, packageId);
  if (keyCheck(key) !== check) return 'gone';
  return {
    key,
    numberOf: new Map(identifiers.map(({ hash, number }) => [hash, number])),
  };
}

/** The next day of receipt that has consignments: the others cost nothing. */
async function nextDay(tx: Tx, { nextOn, toOn }: Match): Promise<string | null> {
  const { rows } = await tx.execute<{ day: string | null }>(
    sql`select min(${consignments.receivedOn})::text as day from ${consignments}
      where ${consignments.receivedOn} between ${nextOn} and ${toOn}`,
  );
  return rows[0]?.day ?? null;
}

async function end(tx: Tx, actor: Actor, match: Match, state: MatchState, at: Date): Promise<void> {
  const { exchangeId, toOn, looked, met } = match;
  await tx
    .update(exchangeMatches)
    .set({ state, nextOn: addDays(toOn, 1), endedAt: at })
    .where(eq(exchangeMatches.exchangeId, exchangeId));
  await writeAudit(
    tx,
    actor,
    {
      action: 'cooperation.end_match',
      subjectType: 'exchange',
      subjectId: exchangeId,
      officeId: null,
      details: { consignments: looked, hits: Object.values(met).reduce((sum, one) => sum + one, 0) },
    },
    at,
  );
}

/** Lets the others go first; ends the matching where its day failed again and again. */
async function noteFailure(actor: Actor, exchangeId: string, error: unknown, at: Date): Promise<void> {
  logLine('error', 'cooperation.match_failed', { exchangeId, message: messageOf(error) });
  await inTransaction(async (tx) => {
    const [match] = await tx
      .update(exchangeMatches)
      .set({ attempts: sql`${exchangeMatches.attempts} + 1` })
      .where(and(eq(exchangeMatches.exchangeId, exchangeId), eq(exchangeMatches.state, 'waiting')))
      .returning();
    if (match && match.attempts >= ATTEMPTS_MAX) await end(tx, actor, match, 'failed', at);
  });
}
