import 'server-only';
import { and, between, count, eq, lt, min, sql } from 'drizzle-orm';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { cellsOfVintage, lastVintage } from '@/db/queries/publication/last-vintage';
import { clearances, looks, quarantinedRecords, vintageCells, vintageFacts, vintages } from '@/db/schema';
import type { Coverage, KeptFigures } from '@/db/schema/publication';
import { isOvertaken } from '@/db/sql-state';
import { inTransaction } from '@/db/transaction';
import { DISCLOSURE_RULE } from '@/lib/disclosure/rule';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { daysOfMonth, monthAfter, REVISED_MONTHS } from '@/lib/publication/calendar';
import {
  DATASET_IDS,
  type Dataset,
  DEFINITIONS_VERSION,
  type PublishedMeasure,
  SUM,
  shapeOf,
} from '@/lib/publication/datasets';
import { NOT_DECLARED } from '@/lib/statistics/contributions';
import type { Period } from '@/lib/statistics/period';
import { type MadeTable, makeTable, type NotMade } from './make-table';
import { cellKey } from './behind-cells';
import { keepFacts } from './table-contributors';

const TIMEOUT_MS = 10 * 60_000;

/** What became of a month: a vintage of this number, or why there is none. */
export type Frozen =
  | { readonly kind: 'frozen'; readonly number: number }
  | { readonly kind: NotMade | 'unchanged' | 'too_little' | 'not_over' | 'not_whole' | 'overtaken' };

/**
 * Freezes a month that is over as its next vintage: what the ledger says now, under the definitions and the disclosure rule in force, all
 * tables protected together with the vintages before. Everything is read at one moment, with what each consignment holds then, and written
 * once: nothing is ever altered in a vintage.
 * @param clock the hour it is taken for, where that is not the present one: that of a demo or a test
 * @throws Error where the cubes differ from the ledger
 */
export async function freezeMonth(actor: Actor, month: string, clock?: Date): Promise<Frozen> {
  authorise(actor, 'publication.freeze');
  if (dayOf(clock ?? new Date()) < `${monthAfter(month)}-01`) return { kind: 'not_over' };
  try {
    const options = { seesOneMoment: true, statementTimeoutMs: TIMEOUT_MS };
    return await inTransaction((tx) => freezeWithin(tx, actor, month, clock), options);
  } catch (error) {
    // Another worker wrote this vintage after the moment that is read here.
    if (isOvertaken(error)) return { kind: 'overtaken' };
    throw error;
  }
}

async function freezeWithin(tx: Tx, actor: Actor, month: string, clock: Date | undefined): Promise<Frozen> {
  const at = clock ?? (await nowOf(tx));
  const frozen = await writeVintage(tx, actor, month, at);
  await tx
    .insert(looks)
    .values({ month, lookedAt: at })
    .onConflictDoUpdate({ target: looks.month, set: { lookedAt: at } });
  return frozen;
}

async function writeVintage(tx: Tx, actor: Actor, month: string, at: Date): Promise<Frozen> {
  const made = await makeVintage(tx, month, at);
  if (typeof made === 'string') return { kind: made };
  const { vintage, tables } = made;
  const [written] = await tx.insert(vintages).values(vintage).onConflictDoNothing().returning();
  if (!written) return { kind: 'overtaken' };
  const { number } = vintage;
  const period = daysOfMonth(month);
  // What may be revised no more is compared with nothing.
  await tx.delete(vintageFacts).where(lt(vintageFacts.month, monthAfter(month, -REVISED_MONTHS)));
  for (const [dataset, { since }] of tables) if (since !== 'too_little') await keepFacts(tx, dataset, month, period);
  for (const [dataset, table] of tables)
    await insertSet(
      tx,
      vintageCells,
      table.cells.map((cell) => ({ month, number, dataset, ...cell })),
    );
  await writeAudit(
    tx,
    actor,
    {
      action: 'publication.freeze',
      subjectType: 'publication',
      subjectId: `${month}/${number}`,
      officeId: null,
      details: { month, vintage: number, ruleVersion: DISCLOSURE_RULE.version, definitions: DEFINITIONS_VERSION },
    },
    at,
  );
  return { kind: 'frozen', number };
}

async function nowOf(tx: Tx): Promise<Date> {
  const { rows } = await tx.execute<{ now: string }>(sql`select now()::text as now`);
  return new Date(rows[0]?.now ?? Number.NaN);
}

type Tables = ReadonlyMap<Dataset, MadeTable>;

async function makeVintage(tx: Tx, month: string, at: Date) {
  const period = daysOfMonth(month);
  // Of a month in which the first data came there is a part only, which would pass for the whole.
  const [first] = await tx.select({ day: min(clearances.receivedOn) }).from(clearances);
  if (first?.day && first.day > period.from) return 'not_whole';
  const vintage = await lastVintage(tx, month);
  const before = vintage ? { vintage, cells: await cellsOfVintage(tx, vintage) } : null;
  const tables = new Map<Dataset, MadeTable>();
  for (const dataset of DATASET_IDS) {
    const table = await makeTable(tx, dataset, { month, period }, before, at);
    if (typeof table === 'string') return table;
    tables.set(dataset, table);
  }
  const since = [...tables.values()].map((table) => table.since);
  if (!since.includes('changed')) return since.includes('too_little') ? 'too_little' : 'unchanged';
  const { administration, currency, minorDigits } = await policyInForce(tx, dayOf(at));
  return {
    tables,
    vintage: {
      ...{ month, number: (vintage?.number ?? 0) + 1, frozenAt: at, definitionsVersion: DEFINITIONS_VERSION },
      ...{ rule: DISCLOSURE_RULE, administration, currency, minorDigits },
      officeIds: await officesWith(tx, period),
      coverage: await coverageOf(tx, tables, period),
      kept: Object.fromEntries([...tables].map(([dataset, table]) => [dataset, keptText(table)])) as Record<
        Dataset,
        KeptFigures
      >,
    },
  };
}

const keptText = ({ kept: { cells: all, cellsShown, size, sizeShown }, takenAt }: MadeTable): KeptFigures => ({
  ...{ cells: all, cellsShown, size: String(size), sizeShown: String(sizeShown), takenAt: takenAt.toISOString() },
});

async function officesWith(tx: Tx, { from, to }: Period): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ officeId: clearances.officeId })
    .from(clearances)
    .where(between(clearances.receivedOn, from, to))
    .orderBy(clearances.officeId);
  return rows.map(({ officeId }) => officeId);
}

async function coverageOf(tx: Tx, tables: Tables, { from, to }: Period): Promise<Coverage> {
  const [waiting] = await tx
    .select({ records: count() })
    .from(quarantinedRecords)
    .where(
      and(
        eq(quarantinedRecords.state, 'open'),
        sql`${quarantinedRecords.quarantinedAt} >= ${`${from}T00:00:00Z`}::timestamptz`,
        sql`${quarantinedRecords.quarantinedAt} < ${`${to}T00:00:00Z`}::timestamptz + interval '1 day'`,
      ),
    );
  const figure = (dataset: Dataset, measure: PublishedMeasure, row: string, column: string) => {
    const index = shapeOf(dataset).measures.indexOf(measure);
    return Number(tables.get(dataset)?.sums.get(cellKey(row, column))?.[index] ?? 0n);
  };
  return {
    consignments: figure('clearance', 'consignments', SUM, SUM),
    quarantined: waiting?.records ?? 0,
    items: figure('imports', 'items', SUM, SUM),
    withoutOrigin: figure('imports', 'items', NOT_DECLARED, SUM),
    withoutCode: figure('imports', 'items', SUM, NOT_DECLARED),
  };
}
