import 'server-only';
import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { simulations } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { parseInstant } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';

const PAGE = 50;

/** Those of a reader: made on no office that the reader does not see. */
export const ofReader = ({ officeIds }: Actor): SQL =>
  sql`${simulations.officeIds} <@ ${sql.param([...officeIds])}::text[]`;

export type SimulationHead = typeof simulations.$inferSelect & {
  /** Share of the work done, from 0 to 1. */
  readonly progress: number;
};

export type SimulationPage = { readonly rows: readonly SimulationHead[]; readonly next: string | null };

/** How far a simulation is. */
export function headOf(row: typeof simulations.$inferSelect): SimulationHead {
  const progress = row.state === 'done' ? 1 : row.toLook === 0 ? 0 : Math.min(1, row.looked / row.toLook);
  return { ...row, progress };
}

/** The simulations made on offices the reader sees, the latest first; `after` is the key of the page before. */
export async function listSimulations(actor: Actor, after: string | null = null): Promise<SimulationPage> {
  authorise(actor, 'simulation.read');
  const rows = await db()
    .select()
    .from(simulations)
    .where(and(ofReader(actor), afterKey(after)))
    .orderBy(desc(simulations.createdAt), desc(simulations.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE).map(headOf);
  const last = rows.length > PAGE ? shown.at(-1) : undefined;
  return { rows: shown, next: last ? `${last.createdAt.toISOString()} ${last.id}` : null };
}

function afterKey(after: string | null): SQL | undefined {
  const [instant = '', id = ''] = after?.split(' ') ?? [];
  const at = parseInstant(instant);
  if (!at || !isUuid(id)) return undefined;
  const { createdAt } = simulations;
  // Instants are kept to the microsecond and told to the millisecond.
  const millisecond = sql`date_trunc('milliseconds', ${createdAt})`;
  const same = sql`${millisecond} = ${at.toISOString()}::timestamptz`;
  return or(sql`${millisecond} < ${at.toISOString()}::timestamptz`, and(same, lt(simulations.id, id)));
}

/** Where one stands; null where there is none for the reader. */
export async function findSimulation(actor: Actor, id: string): Promise<SimulationHead | null> {
  authorise(actor, 'simulation.read');
  if (!isUuid(id)) return null;
  const [row] = await db()
    .select()
    .from(simulations)
    .where(and(eq(simulations.id, id), ofReader(actor)));
  return row ? headOf(row) : null;
}
