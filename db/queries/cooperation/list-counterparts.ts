import 'server-only';
import { asc, eq, getTableColumns, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { exchangeCounterparts } from '@/db/schema';
import { isInForce } from '@/lib/cooperation/states';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';

/** An administration with everything but the secret shared with it: whether there is one is told, it is not. */
export type CounterpartRow = Omit<typeof exchangeCounterparts.$inferSelect, 'sealedMatchSecret'> & {
  readonly hasSecret: boolean;
  /** Whether packages go to and fro today. */
  readonly isInForce: boolean;
};

const { sealedMatchSecret, ...told } = getTableColumns(exchangeCounterparts);
const columns = { ...told, hasSecret: sql<boolean>`${sealedMatchSecret} is not null` };

/** Administrations that packages are exchanged with, by code; tens of them. */
export async function listCounterparts(actor: Actor, at = new Date()): Promise<CounterpartRow[]> {
  authorise(actor, 'cooperation.read');
  const rows = await db()
    .select(columns)
    .from(exchangeCounterparts)
    .orderBy(asc(exchangeCounterparts.code), asc(exchangeCounterparts.proposedAt));
  return rows.map((row) => ({ ...row, isInForce: isInForce(row, dayOf(at)) }));
}

/** One of them. @throws NotFoundError */
export async function getCounterpart(actor: Actor, counterpartId: string, at = new Date()): Promise<CounterpartRow> {
  authorise(actor, 'cooperation.read');
  if (!isUuid(counterpartId)) throw new NotFoundError('counterpart');
  const [row] = await db()
    .select(columns)
    .from(exchangeCounterparts)
    .where(eq(exchangeCounterparts.counterpartId, counterpartId));
  if (!row) throw new NotFoundError('counterpart');
  return { ...row, isInForce: isInForce(row, dayOf(at)) };
}
