import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor, Tx } from '@/db/connection';
import { clearances, consignments, identities, parties, versions } from '@/db/schema';
import { isOpen, type Status } from '@/lib/clearance/transitions';
import { withdrawRefusal } from '@/lib/clearance/withdraw-refusal';
import type { SentRecord } from '@/lib/consignment/columns';
import { actState, amendRecord, judgeAct } from '@/lib/intake/amend-record';
import { fault } from '@/lib/intake/problem-codes';
import type { SentAct } from '@/lib/intake/staged-row';
import { consignmentIdOf } from '@/lib/kernel/ids';
import type { Problem } from '@/lib/kernel/problem';
import { lockClearances } from './lock-clearances';
import { readStandings, type Standing } from './standing';

/** An act to resolve: what it does, what it names, what it changes. */
export type NamedAct = { readonly act: SentAct; readonly sent: SentRecord };
/** How a message names a consignment. */
export type Name = { readonly mrn?: string | undefined; readonly reference?: string | undefined };

type Row = {
  consignment_id: string;
  reference: string;
  mrn: string | null;
  status: Status;
  office_id: string;
  sent: SentRecord;
  parties: readonly PartyRow[];
};
export type PartyRow = Record<
  'name' | 'address' | 'city' | 'postcode' | 'country' | 'phone' | 'email',
  string | null
> & {
  readonly kind: 'sender' | 'recipient';
  readonly identifier: string | null;
};

export type ResolvedAct =
  | {
      readonly ok: true;
      readonly act: 'amend';
      readonly consignmentId: string;
      readonly officeId: string;
      readonly sent: SentRecord;
    }
  | {
      readonly ok: true;
      readonly act: 'cancel';
      readonly consignmentId: string;
      readonly standing: Standing;
      /** It was withdrawn before: nothing changes. */
      readonly isDone: boolean;
    }
  | {
      readonly ok: false;
      readonly consignmentId: string | null;
      /** The office of what it names; null where nothing is found. */
      readonly officeId: string | null;
      readonly problem: Problem;
    };

/**
 * Finds what acts name, all of a batch at once, locks it in id order, and gives for each the record it leads to, what it withdraws,
 * or the reason why not. An MRN counts before a reference; only consignments of the partner are found.
 */
export async function resolveActs(
  tx: Tx,
  acts: readonly NamedAct[],
  partnerId: string,
  at: Date,
): Promise<ResolvedAct[]> {
  if (acts.length === 0) return [];
  const named = await consignmentsNamed(
    tx,
    acts.map(({ act }) => act),
    partnerId,
  );
  const idOf = ({ act }: NamedAct) => named(act);
  const targets = await lockTargets(
    tx,
    acts.flatMap((act) => idOf(act) ?? []),
  );
  const standings = await readStandings(
    tx,
    acts.flatMap((one) => (one.act.act === 'cancel' ? (idOf(one) ?? []) : [])),
  );
  return acts.map((one) => {
    const consignmentId = idOf(one);
    const row = consignmentId === null ? undefined : targets.get(consignmentId);
    const standing = row && one.act.act === 'cancel' ? standings.get(row.consignment_id) : undefined;
    const refusal = standing ? withdrawRefusal(standing.clearance, at) : null;
    const target = row && {
      reference: row.reference,
      mrn: row.mrn,
      state: actState(row.status, isOpen(row.status)),
      withdrawRefusal: refusal,
    };
    const problem = (row && standing && overtaken(row.reference, standing, at)) ?? judgeAct(one.act, one.sent, target);
    if (problem || !row)
      return { ok: false, consignmentId, officeId: row?.office_id ?? null, problem: problem ?? unresolved() };
    const found = { ok: true, consignmentId: row.consignment_id } as const;
    if (standing) return { ...found, act: 'cancel', standing, isDone: refusal !== null };
    return { ...found, act: 'amend', officeId: row.office_id, sent: amendRecord(currentOf(row), one.sent) };
  });
}

/** A cancellation that is older than the data in force does not undo them. */
function overtaken(reference: string, { updatedAt, clearance }: Standing, at: Date): Problem | null {
  if (updatedAt <= at || clearance.status === 'withdrawn') return null;
  return fault('overtaken', '', { value: reference, params: { newer: updatedAt.toISOString() } });
}

function unresolved(): never {
  throw new Error('an act was allowed on nothing');
}

/** Which consignment of a partner a name stands for, whether it is here or not; an MRN counts before a reference. */
export async function consignmentsNamed(
  from: Executor,
  names: readonly Name[],
  partnerId: string,
): Promise<(name: Name) => string | null> {
  const byMrn = await idsByMrn(from, names, partnerId);
  return ({ mrn, reference }) =>
    (mrn === undefined ? undefined : byMrn.get(mrn)) ??
    (reference === undefined ? null : consignmentIdOf(partnerId, reference));
}

async function idsByMrn(from: Executor, names: readonly Name[], partnerId: string): Promise<Map<string, string>> {
  const mrns = [...new Set(names.flatMap(({ mrn }) => mrn ?? []))];
  if (mrns.length === 0) return new Map();
  const found = await from.execute<{ mrn: string; consignment_id: string }>(sql`
    select mrn, min(consignment_id::text) as consignment_id from ${consignments}
    where mrn = any(${sql.param(mrns)}::text[]) and partner_id = ${partnerId}
    group by mrn having count(distinct consignment_id) = 1`);
  return new Map(found.rows.map((row) => [row.mrn, row.consignment_id]));
}

async function lockTargets(tx: Tx, wanted: readonly string[]): Promise<Map<string, Row>> {
  const ids = sql.param([...new Set(wanted)].sort());
  await lockClearances(tx, wanted);
  const found = await tx.execute<Row>(sql`
    select c.consignment_id, c.reference, c.mrn, s.status, s.office_id, v.sent,
      (select json_agg(p) from ${parties} p
        where p.consignment_id = c.consignment_id and p.received_on = c.received_on and p.version = c.version
        group by p.consignment_id) as parties
    from ${identities} i
    join ${consignments} c on c.consignment_id = i.consignment_id and c.received_on = i.received_on
    join ${versions} v on v.consignment_id = c.consignment_id and v.received_on = c.received_on and v.version = c.version
    join ${clearances} s on s.consignment_id = c.consignment_id and s.received_on = c.received_on
    where i.consignment_id = any(${ids}::uuid[])`);
  return new Map(found.rows.map((row) => [row.consignment_id, row]));
}

/** The current version as it was sent: goods and transport data of the version, persons from where they are kept apart. */
export function currentOf({ sent, parties: rows }: Pick<Row, 'sent' | 'parties'>): SentRecord {
  const columns = rows.flatMap(({ kind, identifier, name, address, city, postcode, country, phone, email }) => {
    const fields = { name, address, city, postcode, country, id: identifier, phone, email };
    return Object.entries(fields).flatMap(([field, value]) => (value === null ? [] : [[`${kind}_${field}`, value]]));
  });
  return { ...sent, ...Object.fromEntries(columns) };
}
