import 'server-only';
import { and, eq, notInArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { exchangeCounterparts, exchangeItems, exchangeMatches, exchangePackages } from '@/db/schema';
import type { ExchangeItem } from '@/lib/cooperation/package';
import { signingKeyOf } from '@/lib/cooperation/sign';
import { isInForce, shownState } from '@/lib/cooperation/states';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';
import type { Problem } from '@/lib/kernel/problem';
import { contentFor } from './answer-references';
import { firstHits, type Hit } from './first-hits';
import { fitItems } from './fit-items';
import { ownIdentity } from './own-identity';

export type ExchangeItemView = {
  readonly item: ExchangeItem;
  readonly state: (typeof exchangeItems.$inferSelect)['state'];
  readonly subjectId: string | null;
  /** What it would become here; of one of ours, what it was made of. */
  readonly as: 'profile' | 'list' | 'read' | 'nothing';
  readonly problems: readonly Problem[];
};
export type ExchangeMatchView = Pick<
  typeof exchangeMatches.$inferSelect,
  'state' | 'looked' | 'fromOn' | 'toOn' | 'nextOn' | 'startedByName' | 'startedAt'
> & {
  /** Of each number that was met: how many consignments, and those of the reader's own offices. */
  readonly hits: readonly {
    readonly number: number;
    readonly consignments: number;
    readonly own: readonly Hit[];
  }[];
};
export type ExchangeView = {
  readonly exchange: Omit<typeof exchangePackages.$inferSelect, 'file' | 'state'> & {
    readonly state: ReturnType<typeof shownState>;
  };
  readonly counterpart: Pick<typeof exchangeCounterparts.$inferSelect, 'counterpartId' | 'code' | 'name'>;
  readonly items: readonly ExchangeItemView[];
  readonly match: ExchangeMatchView | null;
  /** Of a request: the exchange of its answer. */
  readonly answerId: string | null;
  /** Whether its signed file is given out: the other side is in force, and the key it was signed with is ours today. */
  readonly isFetchable: boolean;
  /** Whether references of an answer are left out, being of other offices than the reader's. */
  readonly isWithheld: boolean;
};

/** References of one number that a page shows. */
const SHOWN_MOST = 50;

/** A package with all it holds, and for one that came what it would become here. @throws NotFoundError */
export async function getExchange(actor: Actor, exchangeId: string, at = new Date()): Promise<ExchangeView> {
  authorise(actor, 'cooperation.read');
  if (!isUuid(exchangeId)) throw new NotFoundError('exchange');
  const [found] = await db()
    .select({ exchange: exchangePackages, counterpart: exchangeCounterparts })
    .from(exchangePackages)
    .innerJoin(exchangeCounterparts, eq(exchangeCounterparts.counterpartId, exchangePackages.counterpartId))
    .where(eq(exchangePackages.exchangeId, exchangeId));
  if (!found) throw new NotFoundError('exchange');
  const { file, ...exchange } = found.exchange;
  const { counterpartId, code, name } = found.counterpart;
  const { content, isWithheld } = await contentFor(db(), actor, exchange);
  const [answer] = await db()
    .select({ exchangeId: exchangePackages.exchangeId })
    .from(exchangePackages)
    .where(
      and(eq(exchangePackages.answersTo, exchangeId), notInArray(exchangePackages.state, ['refused', 'withdrawn'])),
    )
    .limit(1);
  return {
    exchange: { ...exchange, content, state: shownState(exchange, dayOf(at)) },
    counterpart: { counterpartId, code, name },
    items: await itemsOf(exchange, at),
    match: await matchOf(actor, exchangeId),
    answerId: answer?.exchangeId ?? null,
    isWithheld,
    isFetchable: await isFetchable(found, file, dayOf(at)),
  };
}

async function isFetchable(
  {
    exchange,
    counterpart,
  }: { exchange: typeof exchangePackages.$inferSelect; counterpart: typeof exchangeCounterparts.$inferSelect },
  file: Buffer | null,
  today: string,
): Promise<boolean> {
  const isSigned = exchange.direction === 'sent' && ['approved', 'sent'].includes(shownState(exchange, today));
  if (!file || !isSigned || !isInForce(counterpart, today)) return false;
  return (await ownIdentity(db()))?.fingerprint === signingKeyOf(file);
}

async function itemsOf(
  {
    exchangeId,
    content,
    direction,
  }: Pick<typeof exchangePackages.$inferSelect, 'exchangeId' | 'content' | 'direction'>,
  at: Date,
): Promise<ExchangeItemView[]> {
  if (content.kind !== 'intelligence') return [];
  const stored = await db().select().from(exchangeItems).where(eq(exchangeItems.exchangeId, exchangeId));
  const standing = new Map(stored.map((one) => [one.number, one]));
  const fits = direction === 'received' ? await fitItems(db(), content.items, at) : [];
  return content.items.map((item, index) => {
    const fit = fits[index];
    const { state = 'open' as const, subjectId = null } = standing.get(item.number) ?? {};
    return {
      ...{ item, state, subjectId },
      as: fit?.as ?? (item.kind === 'profile' || item.kind === 'list' ? item.kind : 'read'),
      problems: fit?.as === 'nothing' ? fit.problems : [],
    };
  });
}

async function matchOf(actor: Actor, exchangeId: string): Promise<ExchangeMatchView | null> {
  const [match] = await db().select().from(exchangeMatches).where(eq(exchangeMatches.exchangeId, exchangeId));
  if (!match) return null;
  const own = await firstHits(db(), exchangeId, { most: SHOWN_MOST, officeIds: actor.officeIds });
  const { state, looked, fromOn, toOn, nextOn, startedByName, startedAt, met } = match;
  const hits = Object.entries(met)
    .map(([number, consignments]) => ({ number: Number(number), consignments, own: own.get(Number(number)) ?? [] }))
    .sort((one, other) => one.number - other.number);
  return { state, looked, fromOn, toOn, nextOn, startedByName, startedAt, hits };
}
