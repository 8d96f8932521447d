import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { WAS_DECIDED } from '@/db/queries/clearance/was-decided';
import { clearances, consignments, versions } from '@/db/schema';
import type { Status } from '@/lib/clearance/transitions';
import { type WithdrawRefusal, withdrawRefusal } from '@/lib/clearance/withdraw-refusal';

/** A consignment whose data in force came with a submission. */
export type Brought = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly officeId: string;
  /** No other submission brought anything to it, or none since it was last withdrawn; else this one amended it. */
  readonly isLodged: boolean;
  /** What stands against withdrawing it; null where nothing does. */
  readonly refusal: WithdrawRefusal | null;
};

type Row = {
  consignment_id: string;
  reference: string;
  office_id: string;
  is_lodged: boolean;
  status: Status;
  decided_by: string | null;
  was_decided: boolean;
  claimed_by: string | null;
  lease_until: string | null;
  open_holds: number;
  open_referrals: number;
  examination_outcome: string;
  act_by_at: string;
};

/** What a submission brought that is still in force, by reference: at most so many. */
export async function broughtBy(from: Executor, submissionId: string, at: Date, limit: number): Promise<Brought[]> {
  const { rows } = await from.execute<Row>(sql`
    select c.consignment_id, c.reference, s.office_id, s.status, s.decided_by, ${WAS_DECIDED} as was_decided, s.claimed_by, s.lease_until::text,
      s.open_holds, s.open_referrals, s.examination_outcome, s.act_by_at::text,
      c.version = 1 or not exists (
        select 1 from ${versions} v
        where v.consignment_id = c.consignment_id and v.received_on = c.received_on and v.submission_id <> ${submissionId}
          and v.version > coalesce((
            select max((e.values->>'version')::int) from clearance.events e
            where e.consignment_id = c.consignment_id and e.received_on = c.received_on and e.kind = 'withdrawn'
          ), 0)) as is_lodged
    from ${consignments} c
    join ${clearances} s on s.consignment_id = c.consignment_id and s.received_on = c.received_on
    where c.submission_id = ${submissionId}
    order by c.reference limit ${limit}`);
  return rows.map((row) => ({
    consignmentId: row.consignment_id,
    reference: row.reference,
    officeId: row.office_id,
    isLodged: row.is_lodged,
    refusal: withdrawRefusal(
      {
        status: row.status,
        decidedBy: row.decided_by,
        wasDecided: row.was_decided,
        claimedBy: row.claimed_by,
        leaseUntil: row.lease_until === null ? null : new Date(row.lease_until),
        openHolds: row.open_holds,
        openReferrals: row.open_referrals,
        examinationOutcome: row.examination_outcome,
        actByAt: new Date(row.act_by_at),
      },
      at,
    ),
  }));
}

/** References of consignments it brought data for that a later submission replaced; of some offices only, where they are given. */
export async function replacedSince(
  from: Executor,
  submissionId: string,
  limit: number,
  offices: readonly string[] | null,
): Promise<string[]> {
  const { rows } = await from.execute<{ reference: string }>(sql`
    select distinct c.reference from ${versions} v
    join ${consignments} c on c.consignment_id = v.consignment_id and c.received_on = v.received_on
    where v.submission_id = ${submissionId} and c.submission_id <> ${submissionId}
      and ${offices === null ? sql`true` : sql`c.office_id = any(${sql.param([...offices])}::text[])`}
    order by c.reference limit ${limit}`);
  return rows.map((row) => row.reference);
}
