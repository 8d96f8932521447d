import 'server-only';
import { and, desc, eq, getTableColumns, lt, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { simulations } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise, can } from '@/lib/identity/permissions';
import { parseInstant } from '@/lib/kernel/dates';
import { isUuid } from '@/lib/kernel/ids';
import type { Changes } from '@/lib/simulation/changes';

const PAGE = 50;

/** Those of a reader: made on no office that the reader does not see. */
export const ofReader = ({ officeIds }: Actor): SQL =>
  sql`${simulations.officeIds} <@ ${sql.param([...officeIds])}::text[]`;

type Stored = typeof simulations.$inferSelect;

/** A simulation with its changes, as far as the reader sees them. */
export type SimulationHead = Stored & {
  /** Share of the work done, from 0 to 1. */
  readonly progress: number;
  /** Slots, or their share of the draw, are changed too, for a reader who does not see which. */
  readonly hasHidden: boolean;
};

/** A line of the list: how many changes of each sort, none of them read. */
export type SimulationRow = Pick<
  Stored,
  'id' | 'title' | 'state' | 'fromOn' | 'toOn' | 'createdByName' | 'createdAt'
> & {
  readonly progress: number;
  readonly parameters: number;
  readonly indicators: number;
  readonly slots: number;
  readonly profiles: number;
};

export type SimulationPage = { readonly rows: readonly SimulationRow[]; readonly next: string | null };

type Looked = Pick<Stored, 'state' | 'looked' | 'toLook'>;
const progressOf = ({ state, looked, toLook }: Looked): number =>
  state === 'done' ? 1 : toLook === 0 ? 0 : Math.min(1, looked / toLook);

/** Changes of parameters without those of capacity. */
const PARAMETERS_SEEN = sql`(select coalesce(jsonb_agg(one order by at), '[]'::jsonb)
  from jsonb_array_elements(${simulations.changes}->'parameters') with ordinality as each(one, at) where one->>'kind' <> 'capacity')`;
const HAS_CAPACITY = sql<boolean>`(jsonb_array_length(${simulations.changes}->'slots') > 0
  or jsonb_path_exists(${simulations.changes}, '$.parameters[*] ? (@.kind == "capacity")'))`;

/** The changes, without those of slots for who does not see slots: they do not leave the database. */
function changesSeen(actor: Actor): { readonly changes: SQL<Changes>; readonly hasHidden: SQL<boolean> } {
  if (can(actor, 'capacity.read'))
    return { changes: sql<Changes>`${simulations.changes}`, hasHidden: sql<boolean>`false` };
  const parts = sql`jsonb_build_object('slots', '[]'::jsonb, 'parameters', ${PARAMETERS_SEEN})`;
  return { changes: sql<Changes>`${simulations.changes} || ${parts}`, hasHidden: HAS_CAPACITY };
}

/** The simulations made on offices the reader sees, the latest first; `after` is the key of the page before. */
export async function listSimulations(actor: Actor, after: string | null = null): Promise<SimulationPage> {
  authorise(actor, 'simulation.read');
  const { id, title, state, fromOn, toOn, createdByName, createdAt, looked, toLook } = simulations;
  const seen = can(actor, 'capacity.read');
  const count = (list: SQL) => sql<number>`coalesce(jsonb_array_length(${list}), 0)::int`;
  const rows = await db()
    .select({
      ...{ id, title, state, fromOn, toOn, createdByName, createdAt, looked, toLook },
      parameters: count(seen ? sql`${simulations.changes}->'parameters'` : PARAMETERS_SEEN),
      indicators: count(sql`${simulations.changes}->'indicators'`),
      slots: seen ? count(sql`${simulations.changes}->'slots'`) : sql<number>`0`,
      profiles: count(sql`${simulations.changes}->'profiles'`),
    })
    .from(simulations)
    .where(and(ofReader(actor), afterKey(after)))
    .orderBy(desc(simulations.createdAt), desc(simulations.id))
    .limit(PAGE + 1);
  const shown = rows.slice(0, PAGE).map((row) => ({ ...row, progress: progressOf(row) }));
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
    .select({ ...getTableColumns(simulations), ...changesSeen(actor) })
    .from(simulations)
    .where(and(eq(simulations.id, id), ofReader(actor)));
  return row ? { ...row, progress: progressOf(row) } : null;
}
