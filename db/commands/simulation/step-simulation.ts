import 'server-only';
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { writeAudit } from '@/db/audit';
import { db, type Tx } from '@/db/connection';
import { addExcluded, insertSet } from '@/db/insert-set';
import { logLine, messageOf } from '@/db/log';
import { firstDayAsked, parametersFrom } from '@/db/queries/simulation/parameters-of';
import { clearances, selections, simulationCharges, simulationControls, simulations } from '@/db/schema';
import { isTimedOut } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import { ENGINE_VERSION } from '@/lib/assessment/assess';
import { LAW } from '@/lib/charges/law';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { PolicyError } from '@/lib/policy/rows-in-force';
import { isChargeKind, type ParameterChange } from '@/lib/simulation/changes';
import { CHARGE_MEASURES } from '@/lib/simulation/charge-tally';
import { CONTROL_MEASURES } from '@/lib/simulation/control-tally';
import { movedScores } from '@/lib/simulation/lane-limits';
import { overlaid } from '@/lib/simulation/overlaid';
import { PolicyDays } from '@/lib/simulation/policy-days';
import { OPEN_STATES } from '@/lib/simulation/states';
import { type Policies, type Simulation, simulateCharges } from './simulate-charges';
import { simulateControls } from './simulate-controls';

/**
 * `ms`: about what a step takes, so that a kill loses no more, progress moves as often, and a cancellation is heard as soon. `page`:
 * consignments that are read at a time, some megabytes, whatever the period.
 */
export type StepSize = { readonly ms: number; readonly page: number };
const STEP: StepSize = { ms: 1_500, page: 2_000 };
const TIMEOUT_MS = 60_000;
/** Steps that failed as often as this in a row end their simulation. */
const ATTEMPTS_MAX = 3;

/** What a step came to: none waits, it went on, or it failed and is tried again. */
export type SimulationStep = 'none' | 'looked' | 'failed';

/** Compiled once for a simulation, as long as this process goes on with it. */
let compiled: { readonly of: string; readonly policies: Policies } | null = null;

/**
 * Goes on with the simulation that waits longest, those first that never failed. What it reads it reads in a transaction that may not
 * write; what it found and the place to go on from are another one, which does nothing where somebody cancelled it or went on with it
 * meanwhile. So a worker that is killed leaves a step whole or not at all.
 */
export async function stepSimulation(actor: Actor, at = new Date(), size = STEP): Promise<SimulationStep> {
  authorise(actor, 'simulation.work');
  const [found] = await db()
    .select()
    .from(simulations)
    .where(inArray(simulations.state, [...OPEN_STATES]))
    .orderBy(asc(simulations.attempts), asc(simulations.askedAt), asc(simulations.id))
    .limit(1);
  if (!found) return 'none';
  try {
    const began = performance.now();
    const step = await inTransaction((tx) => lookOn(tx, found, { until: began + size.ms, page: size.page, at }), {
      ...{ isReadOnly: true, statementTimeoutMs: TIMEOUT_MS },
    });
    await store(actor, found, step, Math.round(performance.now() - began), at);
    return 'looked';
  } catch (error) {
    compiled = null;
    await noteFailure(actor, found, error, at);
    return 'failed';
  }
}

type Step = {
  /** What is set in the row of the simulation. */
  readonly set: Partial<Simulation> & { readonly phase: Simulation['phase'] };
  readonly added: Partial<Record<'looked' | 'charged' | 'unrepeated' | 'reselected' | 'unrepeatedControls', number>>;
  readonly charges: readonly (typeof simulationCharges.$inferInsert)[];
  readonly controls: readonly (typeof simulationControls.$inferInsert)[];
  readonly isOver: boolean;
};

type StepTime = { readonly until: number; readonly page: number; readonly at: Date };

async function lookOn(tx: Tx, simulation: Simulation, time: StepTime): Promise<Step> {
  const { id: simulationId, phase, fromOn, state } = simulation;
  const policies = await policiesOf(tx, simulation);
  const begun = state === 'waiting' ? { toLook: await countToLook(tx, simulation), engineVersion: ENGINE_VERSION } : {};
  if (phase === 'charges') {
    const { tally, next } = await simulateCharges(tx, simulation, policies, time);
    const place = next
      ? { phase, nextOn: next.day, afterKey: next.afterKey }
      : { phase: 'controls' as const, nextOn: fromOn, afterKey: '' };
    return {
      set: { ...begun, ...place },
      added: { looked: tally.looked, charged: tally.looked, unrepeated: tally.unrepeated },
      charges: tally.cells().map((cell) => ({ simulationId, ...cell })),
      ...{ controls: [], isOver: false },
    };
  }
  const { tally, next, looked, reselected, unrepeated } = await simulateControls(tx, simulation, policies, time);
  return {
    set: { phase, ...(next ? { nextOn: next.day, afterKey: next.afterKey } : {}) },
    added: { looked, reselected, unrepeatedControls: unrepeated },
    controls: tally.cells().map((cell) => ({ simulationId, ...cell })),
    ...{ charges: [], isOver: next === null },
  };
}

async function policiesOf(tx: Tx, simulation: Simulation): Promise<Policies> {
  const { id, changes } = simulation;
  if (compiled?.of === id) return compiled.policies;
  const rows = await parametersFrom(tx, await firstDayAsked(tx, simulation));
  const asItWas = new PolicyDays(rows);
  // Two ways of seeing a day: a limit of a lane must not have every consignment charged twice.
  const daysWith = (isOfKind: (change: ParameterChange) => boolean) => {
    const own = changes.parameters.filter(isOfKind);
    return own.length === 0 ? asItWas : new PolicyDays(overlaid(rows, own));
  };
  const charging = daysWith(({ kind }) => isChargeKind(kind));
  const selecting = daysWith(({ kind }) => !isChargeKind(kind));
  const laws = rows.filter(({ kind }) => kind === 'charge_law').map(({ value }) => LAW.safeParse(value));
  const hasFees = laws.some(({ data }) => (data?.fees.length ?? 0) > 0);
  const policies = { asItWas, charging, selecting, movedScores: movedScores(rows, changes.parameters), hasFees };
  compiled = { of: id, policies };
  return compiled.policies;
}

/** Each consignment is looked at for its charges, and for its control on the day of it. */
async function countToLook(tx: Tx, { officeIds, fromOn, toOn }: Simulation): Promise<number> {
  const offices = sql.param([...officeIds]);
  const { rows } = await tx.execute<{ count: number }>(sql`
    select ((select count(*) from ${clearances} where received_on between ${fromOn} and ${toOn} and status <> 'withdrawn'
        and office_id = any(${offices}::text[]))
      + (select count(*) from ${selections} where control_on between ${fromOn} and ${toOn}
        and office_id = any(${offices}::text[])))::float8 as count`);
  return rows[0]?.count ?? 0;
}

const plus = (column: AnyPgColumn, by: number): SQL => sql`${column} + ${by}::bigint`;

async function store(actor: Actor, simulation: Simulation, step: Step, workMs: number, at: Date): Promise<void> {
  const { id, phase, nextOn, afterKey } = simulation;
  const { set, added, isOver } = step;
  await inTransaction(async (tx) => {
    const [ours] = await tx
      .update(simulations)
      .set({
        ...set,
        state: isOver ? 'done' : 'running',
        ...(isOver ? { endedAt: at, rowVersion: sql`${simulations.rowVersion} + 1` } : {}),
        attempts: 0,
        looked: plus(simulations.looked, added.looked ?? 0),
        charged: plus(simulations.charged, added.charged ?? 0),
        unrepeated: plus(simulations.unrepeated, added.unrepeated ?? 0),
        reselected: plus(simulations.reselected, added.reselected ?? 0),
        unrepeatedControls: plus(simulations.unrepeatedControls, added.unrepeatedControls ?? 0),
        workMs: plus(simulations.workMs, workMs),
      })
      .where(
        and(
          eq(simulations.id, id),
          inArray(simulations.state, [...OPEN_STATES]),
          and(eq(simulations.phase, phase), eq(simulations.nextOn, nextOn), eq(simulations.afterKey, afterKey)),
        ),
      )
      .returning({ id: simulations.id });
    if (!ours) return;
    const addCharges = sql`on conflict (simulation_id, cut_by, member, month) do update set
      ${addExcluded(simulationCharges, CHARGE_MEASURES)}`;
    await insertSet(tx, simulationCharges, step.charges, addCharges);
    const addControls = sql`on conflict (simulation_id, month, office_id, channel, control) do update set
      ${addExcluded(simulationControls, CONTROL_MEASURES)}`;
    await insertSet(tx, simulationControls, step.controls, addControls);
    if (isOver) await tell(tx, actor, id, 'done', at);
  });
}

/** Lets the others go first; ends the simulation where it failed again and again, or where the policy of a day cannot be used. */
async function noteFailure(actor: Actor, { id }: Simulation, error: unknown, at: Date): Promise<void> {
  const isSlow = isTimedOut(error);
  logLine('error', 'simulation.failed', { simulationId: id, isSlow, message: messageOf(error) });
  const isOfPolicy = error instanceof PolicyError;
  await inTransaction(async (tx) => {
    const [tried] = await tx
      .update(simulations)
      .set({ attempts: sql`${simulations.attempts} + 1` })
      .where(and(eq(simulations.id, id), inArray(simulations.state, [...OPEN_STATES])))
      .returning({ attempts: simulations.attempts });
    if (!tried || (tried.attempts < ATTEMPTS_MAX && !isOfPolicy)) return;
    const problem = isOfPolicy ? 'policy' : isSlow ? 'slow' : 'fault';
    await tx
      .update(simulations)
      .set({ state: 'failed', problem, endedAt: at, rowVersion: sql`${simulations.rowVersion} + 1` })
      .where(eq(simulations.id, id));
    await tell(tx, actor, id, 'failed', at);
  });
}

async function tell(tx: Tx, actor: Actor, id: string, state: 'done' | 'failed', at: Date): Promise<void> {
  const entry = { action: 'simulation.end', subjectType: 'simulation', subjectId: id, officeId: null } as const;
  await writeAudit(tx, actor, { ...entry, details: { after: { state } } }, at);
}
