import 'server-only';
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { parameters, profiles, simulationCharges, simulationControls } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import type { ParameterChange } from '@/lib/simulation/changes';
import { addCharges, CHARGE_MEASURES, type ChargeSums, noCharges } from '@/lib/simulation/charge-tally';
import type { ControlCell, SimulatedControl } from '@/lib/simulation/control-tally';
import type { Member } from '@/lib/simulation/figures';
import type { CutBy } from '@/lib/simulation/states';
import { findSimulation, type SimulationHead } from './list-simulations';

/** A changed parameter beside the rows it takes the place of. */
export type ParameterTold = ParameterChange & {
  /** What stood on the last day of the period that has a row; null where none stood. */
  readonly before: unknown;
  /** Rows that stood one after the other in the period. */
  readonly replaces: number;
};

export type SimulationResult = {
  readonly total: ChargeSums;
  /** In their order. */
  readonly months: readonly Member[];
  readonly members: Readonly<Record<Exclude<CutBy, 'total'>, readonly Member[]>>;
  readonly controls: readonly ControlCell[];
};

export type SimulationView = SimulationHead & {
  readonly told: readonly ParameterTold[];
  /** Numbers of the profiles it switches, by id. */
  readonly profileNumbers: ReadonlyMap<string, number>;
  readonly result: SimulationResult;
};

/** One simulation with its assumptions, and what it found so far; slots, and the share that is drawn, only for who sees them. @throws NotFoundError */
export async function getSimulation(actor: Actor, id: string): Promise<SimulationView> {
  authorise(actor, 'simulation.read');
  const head = await findSimulation(actor, id);
  if (!head) throw new NotFoundError('simulation');
  const [told, profileNumbers, result] = await Promise.all([toldOf(head), numbersOf(head), resultOf(id)]);
  return { ...head, told, profileNumbers, result };
}

async function toldOf({ changes, fromOn, toOn }: SimulationHead): Promise<ParameterTold[]> {
  if (changes.parameters.length === 0) return [];
  const rows = await db()
    .select({ kind: parameters.kind, key: parameters.key, value: parameters.value, validTo: parameters.validTo })
    .from(parameters)
    .where(
      and(
        or(...changes.parameters.map(({ kind, key }) => and(eq(parameters.kind, kind), eq(parameters.key, key)))),
        sql`${parameters.validFrom} <= ${toOn} and coalesce(${parameters.validTo}, 'infinity') >= ${fromOn}
          and coalesce(${parameters.validTo}, 'infinity') >= ${parameters.validFrom}`,
      ),
    )
    .orderBy(asc(parameters.validFrom));
  return changes.parameters.map((change) => {
    const own = rows.filter(({ kind, key }) => kind === change.kind && key === change.key);
    return { ...change, before: own.at(-1)?.value ?? null, replaces: own.length };
  });
}

async function numbersOf({ changes }: SimulationHead): Promise<ReadonlyMap<string, number>> {
  const ids = changes.profiles.map(({ profileId }) => profileId);
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: profiles.id, number: profiles.number })
    .from(profiles)
    .where(inArray(profiles.id, ids));
  return new Map(rows.map(({ id, number }) => [id, number]));
}

async function resultOf(id: string): Promise<SimulationResult> {
  const sums = CHARGE_MEASURES.map((key) => {
    const { name } = simulationCharges[key];
    const column = sql.identifier(name);
    // What was not counted somewhere has no sum.
    return sql`case when count(*) = count(${column}) then sum(${column})::text end as ${sql.identifier(key)}`;
  });
  const { rows } = await db().execute<Record<string, string | null>>(sql`
    select cut_by, case when cut_by = 'total' then month else member end as member, ${sql.join(sums, sql`, `)}
    from ${simulationCharges} where simulation_id = ${id}
    group by 1, 2 order by 1, 2`);
  const of = (cutBy: CutBy): Member[] =>
    rows.filter((row) => row.cut_by === cutBy).map((row) => ({ member: row.member ?? '', sums: sumsOf(row) }));
  const months = of('total');
  const total = months.reduce((all, month) => addCharges(all, month.sums), noCharges());
  const cells = await db().select().from(simulationControls).where(eq(simulationControls.simulationId, id));
  return {
    total,
    months,
    members: {
      origin: of('origin'),
      chapter: of('chapter'),
      marketplace: of('marketplace'),
    },
    controls: cells.map((cell) => ({ ...cell, control: cell.control as SimulatedControl })),
  };
}

function sumsOf(row: Readonly<Record<string, string | null>>): ChargeSums {
  const sums: Record<string, number | bigint | null> = { ...noCharges() };
  for (const key of CHARGE_MEASURES) {
    const text = row[key] ?? null;
    sums[key] = text === null ? null : typeof sums[key] === 'bigint' ? BigInt(text) : Number(text);
  }
  return sums as ChargeSums;
}
