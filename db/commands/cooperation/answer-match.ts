import 'server-only';
import { and, eq, notInArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/connection';
import { firstHits } from '@/db/queries/cooperation/first-hits';
import { exchangeMatches, exchangePackages } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { ANSWER_MATCH_INPUT } from '@/lib/cooperation/inputs';
import { PACKAGE_LIMITS } from '@/lib/cooperation/package';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { lockExchange } from './exchange-of';
import { beginPackage, insertPrepared } from './insert-prepared';

/**
 * Prepares the answer to a request from what the matching found: how many consignments meet each number, and where it is wished the first
 * references of ours; nothing else. It goes under the terms of the request.
 * @throws NotFoundError; RefusedError `cooperation.match_waits`, `cooperation.state` where it was ended, `cooperation.answered`, `changed_meanwhile`, and as `preparePackage`
 */
export async function answerMatch(
  actor: Actor,
  input: z.input<typeof ANSWER_MATCH_INPUT>,
  at = new Date(),
): Promise<{ exchangeId: string }> {
  authorise(actor, 'cooperation.prepare');
  const { exchangeId, rowVersion, references: withReferences, reason } = parseInput(ANSWER_MATCH_INPUT, input);
  return inTransaction(async (tx) => {
    const request = await lockExchange(tx, exchangeId, 'received');
    const { content } = request;
    if (content.kind !== 'match_request') throw new NotFoundError('exchange');
    if (request.rowVersion !== rowVersion) throw refuse('changed_meanwhile');
    const [match] = await tx.select().from(exchangeMatches).where(eq(exchangeMatches.exchangeId, exchangeId));
    if (match?.state !== 'done') throw refuse('cooperation.match_waits');
    if (request.state !== 'taken_over') throw refuse('cooperation.state');
    const answers = await tx.$count(
      exchangePackages,
      and(eq(exchangePackages.answersTo, exchangeId), notInArray(exchangePackages.state, ['refused', 'withdrawn'])),
    );
    if (answers > 0) throw refuse('cooperation.answered');
    const matches = await matchesOf(tx, match, withReferences);
    const { counterpartId, handling, caveats, expiresOn } = request;
    const head = { counterpartId, handling, caveats, expiresOn, purpose: reason };
    const { packageId: answersTo } = content;
    // The days looked at, which are fewer than those asked for where these were not over.
    const { fromOn, toOn } = match;
    const body = { kind: 'match_answer' as const, answersTo, fromOn, toOn, looked: match.looked, matches };
    const begun = await beginPackage(tx, counterpartId, at);
    const told = { items: matches.length };
    return insertPrepared(tx, actor, begun, { head, body, more: { answersTo: exchangeId }, told }, at);
  });
}

async function matchesOf(
  tx: Tx,
  { exchangeId, met }: typeof exchangeMatches.$inferSelect,
  withReferences: boolean,
): Promise<{ number: number; consignments: number; references: string[] }[]> {
  const most = withReferences ? PACKAGE_LIMITS.references : 0;
  const first = await firstHits(tx, exchangeId, { most });
  return Object.entries(met)
    .map(([number, consignments]) => ({
      ...{ number: Number(number), consignments },
      references: (first.get(Number(number)) ?? []).map(({ reference }) => reference),
    }))
    .sort((one, other) => one.number - other.number);
}
