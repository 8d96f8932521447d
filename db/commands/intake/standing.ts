import 'server-only';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { insertSet } from '@/db/insert-set';
import { WAS_DECIDED } from '@/db/queries/clearance/was-decided';
import { assessments, clearances, consignments, identities, partners } from '@/db/schema';
import type { Problem } from '@/lib/kernel/problem';
import type { Scored } from '@/lib/quality/tally';
import { marketplaceKey, schemeUserOf } from '@/lib/risk/party-keys';
import { type Activity, countedUnder } from './activity';
import { lockClearances } from './lock-clearances';
import type { GoodRecord } from './read-batch';

/** A consignment that is already here: its current version, and where its clearance stands. */
export type Standing = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly receivedOn: string;
  readonly version: number;
  readonly contentHash: string;
  /** When the submission that brought the current version was received. */
  readonly updatedAt: Date;
  readonly activity: Activity;
  /** Score and warnings of the version in force; null where it came before scores were given. */
  readonly quality: Scored | null;
  readonly clearance: Pick<
    typeof clearances.$inferSelect,
    | 'officeId'
    | 'transfer'
    | 'rowVersion'
    | 'status'
    | 'laneEffective'
    | 'selectionReason'
    | 'decidedBy'
    | 'claimedBy'
    | 'leaseUntil'
    | 'openHolds'
    | 'openReferrals'
    | 'examinationOutcome'
    | 'actByAt'
    | 'isUpdated'
  > & {
    /** An officer decided once, whether that is still in force or not. */
    readonly wasDecided: boolean;
  };
};

export type Place = Pick<Standing['clearance'], 'officeId' | 'transfer'>;

/**
 * The office that handles what a record brings: the one it names, or the one an officer sent the consignment to, as long as its data go
 * on naming the office they named then. A withdrawal ends that.
 */
export function placeOf({ office }: { readonly office: string }, standing: Standing | undefined): Place {
  if (!standing || standing.clearance.status === 'withdrawn') return { officeId: office, transfer: null };
  const { officeId, transfer } = standing.clearance;
  return transfer?.declared === office ? { officeId, transfer } : { officeId: office, transfer: null };
}

type Row = {
  consignment_id: string;
  reference: string;
  received_on: string;
  version: number;
  content_hash: string;
  updated_at: string;
  sender_key: string;
  recipient_key: string;
  address_key: string;
  scheme_id: string | null;
  marketplace: string | null;
  platform: string | null;
  transaction_type: string;
  value_minor: string;
  customs_minor: string;
  office_id: string;
  transfer: Standing['clearance']['transfer'];
  row_version: number;
  status: Standing['clearance']['status'];
  lane_effective: Standing['clearance']['laneEffective'];
  selection_reason: Standing['clearance']['selectionReason'];
  decided_by: string | null;
  was_decided: boolean;
  claimed_by: string | null;
  lease_until: string | null;
  open_holds: number;
  open_referrals: number;
  examination_outcome: Standing['clearance']['examinationOutcome'];
  act_by_at: string;
  is_updated: boolean;
  quality_score: number | null;
  warnings: Problem[];
};

export type Met = {
  /** Records that are new, say something else than the version in force, or lodge again what was withdrawn. */
  readonly changed: readonly GoodRecord[];
  /** Where those of them stand that are already here. */
  readonly standings: ReadonlyMap<string, Standing>;
};

/**
 * Enters the identities of a batch and locks, in id order, what is already here and is to change. Two submissions that bring the
 * same consignment at once wait for each other here, and the second sees the first. A record that says what is in force already
 * is not locked: whatever changes it in this moment comes after.
 */
export async function lockStandings(
  tx: Tx,
  records: readonly GoodRecord[],
  partnerId: string,
  receivedOn: string,
): Promise<Met> {
  const entered = [...records].sort((a, b) => (a.consignmentId < b.consignmentId ? -1 : 1));
  const added = await insertSet(
    tx,
    identities,
    entered.map(({ consignmentId, record }) => ({ consignmentId, receivedOn, partnerId, reference: record.reference })),
    sql`on conflict (consignment_id) do nothing`,
  );
  if (added === entered.length) return { changed: records, standings: new Map() };
  const hashes = await hashesInForce(tx, entered);
  const isSame = ({ consignmentId, contentHash }: GoodRecord) => hashes.get(consignmentId) === contentHash;
  const differing = entered.flatMap((good) =>
    hashes.has(good.consignmentId) && !isSame(good) ? [good.consignmentId] : [],
  );
  await lockClearances(tx, differing);
  const standings = await readStandings(tx, differing);
  // The hash is looked at again: what we waited for may have brought the same.
  const changed = records.filter((good) => {
    const standing = standings.get(good.consignmentId);
    return !isSame(good) && (standing?.contentHash !== good.contentHash || standing.clearance.status === 'withdrawn');
  });
  return { changed, standings };
}

/** Hash of the version in force of each that is here; of a withdrawn one none is, so whatever comes is something new. */
async function hashesInForce(tx: Tx, records: readonly GoodRecord[]): Promise<Map<string, string>> {
  const ids = sql.param(records.map((good) => good.consignmentId));
  const { rows } = await tx.execute<{ id: string; hash: string }>(sql`
    select c.consignment_id as id, case when s.status = 'withdrawn' then '' else c.content_hash end as hash from ${identities} i
    join ${consignments} c on c.consignment_id = i.consignment_id and c.received_on = i.received_on
    join ${clearances} s on s.consignment_id = i.consignment_id and s.received_on = i.received_on
    where i.consignment_id = any(${ids}::uuid[])`);
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

/** What the ledger says of consignments that are locked. */
export async function readStandings(tx: Tx, consignmentIds: readonly string[]): Promise<Map<string, Standing>> {
  if (consignmentIds.length === 0) return new Map();
  const ids = sql.param([...consignmentIds]);
  const found = await tx.execute<Row>(sql`
    select c.consignment_id, c.reference, c.received_on::text, c.version, c.content_hash, c.updated_at::text, c.sender_key, c.recipient_key, c.address_key,
      c.scheme_id, c.marketplace, p.id as platform, c.transaction_type, a.intrinsic_value_minor as value_minor,
      a.customs_value_minor as customs_minor,
      s.office_id, s.transfer, s.row_version, s.status, s.lane_effective, s.selection_reason, s.decided_by, ${WAS_DECIDED} as was_decided, s.claimed_by,
      s.lease_until::text, s.open_holds, s.open_referrals, s.examination_outcome, s.act_by_at::text, s.is_updated, c.quality_score, c.warnings
    from ${identities} i
    join ${consignments} c on c.consignment_id = i.consignment_id and c.received_on = i.received_on
    join ${assessments} a on a.consignment_id = c.consignment_id and a.received_on = c.received_on and a.version = c.version
    join ${clearances} s on s.consignment_id = c.consignment_id and s.received_on = c.received_on
    left join ${partners} p on p.id = i.partner_id and p.kind = 'platform'
    where i.consignment_id = any(${ids}::uuid[])`);
  return new Map(found.rows.map((row) => [row.consignment_id, toStanding(row)]));
}

function toStanding(row: Row): Standing {
  return {
    consignmentId: row.consignment_id,
    reference: row.reference,
    receivedOn: row.received_on,
    version: row.version,
    contentHash: row.content_hash,
    updatedAt: new Date(row.updated_at),
    activity: activityOf(row),
    quality: row.quality_score === null ? null : { score: row.quality_score, problems: row.warnings },
    clearance: {
      officeId: row.office_id,
      transfer: row.transfer,
      rowVersion: row.row_version,
      status: row.status,
      laneEffective: row.lane_effective,
      selectionReason: row.selection_reason,
      decidedBy: row.decided_by,
      wasDecided: row.was_decided,
      claimedBy: row.claimed_by,
      leaseUntil: row.lease_until === null ? null : new Date(row.lease_until),
      openHolds: row.open_holds,
      openReferrals: row.open_referrals,
      examinationOutcome: row.examination_outcome,
      actByAt: new Date(row.act_by_at),
      isUpdated: row.is_updated,
    },
  };
}

function activityOf(row: Row): Activity {
  const { marketplace, platform, sender_key: senderKey } = row;
  const keys = {
    schemeId: row.scheme_id,
    marketplaceKey: marketplaceKey(marketplace),
    schemeUser: schemeUserOf({ marketplace, platform, senderKey }),
  };
  return {
    day: row.received_on,
    ...keys,
    counted: countedUnder({ ...keys, senderKey, recipientKey: row.recipient_key, addressKey: row.address_key }),
    valueMinor: BigInt(row.value_minor),
    customsMinor: BigInt(row.customs_minor),
    isGift: row.transaction_type === 'gift',
  };
}
