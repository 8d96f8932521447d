import 'server-only';
import { randomUUID } from 'node:crypto';
import { inArray, type SQL, sql } from 'drizzle-orm';
import { tellPartner } from '@/db/commands/webhook/tell-partner';
import type { Tx } from '@/db/connection';
import { copySet } from '@/db/copy-set';
import { insertSet, setExcluded } from '@/db/insert-set';
import {
  assessments,
  clearances,
  consignments,
  events,
  items,
  modelScores,
  parties,
  profileFacts,
  profileHits,
  quarantinedRecords,
  versions,
} from '@/db/schema';
import { admit, onNewVersion } from '@/lib/clearance/admit';
import type { EventKind } from '@/lib/clearance/events';
import type { Actor } from '@/lib/identity/actor';
import type { Assessed } from './assess-batch';
import { officeOfPartner } from './assign-offices';
import type { BadRecord } from './read-batch';
import {
  assessmentRow,
  clearanceRow,
  consignmentRow,
  itemRows,
  modelScoreRows,
  partyRows,
  profileFactsRow,
  profileHitRows,
  type RowContext,
  versionRow,
} from './rows-of-consignment';
import type { Standing } from './standing';

type Effect = 'new' | ReturnType<typeof onNewVersion>;
type Placed = { readonly good: Assessed; readonly effect: Effect };

/** Writes an assessed batch set-wise: consignments, versions, items, parties, assessments, clearances and the timeline. */
export async function writeBatch(
  tx: Tx,
  actor: Actor,
  assessed: readonly Assessed[],
  standings: ReadonlyMap<string, Standing>,
  context: RowContext,
): Promise<void> {
  const placed = assessed.map((good) => place(good, standings.get(good.consignmentId), context.receivedAt));
  const inContext = (good: Assessed): RowContext => ({
    ...context,
    receivedOn: standings.get(good.consignmentId)?.receivedOn ?? context.receivedOn,
  });
  const rowsOf = <Row>(rows: (good: Assessed, of: RowContext) => Row[]) =>
    assessed.flatMap((good) => rows(good, inContext(good)));
  const isNew = (good: Assessed) => !standings.has(good.consignmentId);
  await copySet(
    tx,
    consignments,
    assessed.filter(isNew).map((good) => consignmentRow(good, context)),
  );
  await insertSet(
    tx,
    consignments,
    assessed.filter((good) => !isNew(good)).map((good) => consignmentRow(good, inContext(good))),
    sql`on conflict (consignment_id, received_on) do update set ${setExcluded(consignments, AMENDED)}`,
  );
  await copySet(
    tx,
    versions,
    assessed.map((good) => versionRow(good, inContext(good))),
  );
  const again = assessed.filter((good) => good.version > 1).map((good) => good.consignmentId);
  if (again.length > 0) await tx.delete(items).where(inArray(items.consignmentId, again));
  await copySet(tx, items, rowsOf(itemRows));
  await copySet(tx, parties, rowsOf(partyRows));
  await copySet(
    tx,
    assessments,
    assessed.map((good) => assessmentRow(good, inContext(good))),
  );
  await copySet(
    tx,
    profileFacts,
    assessed.map((good) => profileFactsRow(good, inContext(good))),
  );
  await copySet(tx, profileHits, rowsOf(profileHitRows));
  await copySet(tx, modelScores, rowsOf(modelScoreRows));
  await writeClearances(tx, placed, inContext);
  await copySet(
    tx,
    events,
    placed.map(({ good, effect }) => ({
      consignmentId: good.consignmentId,
      receivedOn: inContext(good).receivedOn,
      eventId: randomUUID(),
      at: context.receivedAt,
      kind: eventOf({ good, effect }),
      actorId: actor.id,
      actorName: actor.name,
      values: { version: good.version, score: good.assessment.score, lane: good.assessment.lane },
    })),
  );
  await tellPartner(
    tx,
    context.partnerId,
    placed.map(({ good, effect }) => ({
      consignmentId: good.consignmentId,
      reference: good.record.reference,
      event: eventOf({ good, effect }),
      values: { version: good.version },
      at: context.receivedAt,
      place: good.recordNumber,
    })),
  );
}

/** Columns a new version replaces; identity and first receipt stay. */
const AMENDED = [
  'version',
  'contentHash',
  'submissionId',
  'updatedAt',
  'regime',
  'channel',
  'transportMode',
  's10Id',
  'houseRef',
  'masterRef',
  'lrn',
  'mrn',
  'officeId',
  'expectedArrivalAt',
  'dispatchCountry',
  'transactionType',
  'marketplace',
  'sellerName',
  'schemeId',
  'collectionModel',
  'grossMassKg',
  'grossMassG',
  'transportCost',
  'transportCurrency',
  'senderCountry',
  'recipientCountry',
  'senderKey',
  'recipientKey',
  'addressKey',
  'phoneKey',
  'qualityScore',
  'warnings',
] as const;

function place(good: Assessed, standing: Standing | undefined, at: Date): Placed {
  if (!standing) return { good, effect: 'new' };
  const { clearance } = standing;
  const facts = {
    ...clearance,
    lane: clearance.laneEffective,
    isDecidedByOfficer: clearance.decidedBy !== null,
    isClaimed: clearance.claimedBy !== null,
  };
  return { good, effect: onNewVersion(facts, good.assessment, at) };
}

/** What the timeline tells of it. */
function eventOf({ good, effect }: Placed): EventKind {
  if (effect === 'new') return admit(good.assessment.lane) === 'released' ? 'released_by_lane' : 'selected';
  if (effect === 'lodge') return admit(good.assessment.lane) === 'released' ? 'released_by_lane' : 'reselected';
  if (effect === 'return') return 'reselected';
  return ({ reselect: 'reselected', release: 'released_by_lane', raise: 'updated', keep: 'updated' } as const)[effect];
}

async function writeClearances(
  tx: Tx,
  placed: readonly Placed[],
  inContext: (good: Assessed) => RowContext,
): Promise<void> {
  const rowsWith = (...effects: Effect[]) =>
    placed.filter(({ effect }) => effects.includes(effect)).map(({ good }) => clearanceRow(good, inContext(good)));
  await copySet(tx, clearances, rowsWith('new'));
  const upsert = (set: SQL) =>
    sql`on conflict (consignment_id, received_on) do update set ${set}, row_version = clearances.row_version + 1, is_updated = true`;
  const described = setExcluded(clearances, [
    'officeId',
    'channel',
    'releaseCategory',
    'score',
    'topIndicators',
    'actByAt',
    'headline',
    'itemCount',
    'valueMinor',
    'chargesMinor',
    'dispatchCountry',
  ]);
  const relaned = setExcluded(clearances, ['laneAssigned', 'laneEffective', 'selectionReason']);
  const settled = setExcluded(clearances, ['status', 'releasedAt', 'transmittedAt']);
  await insertSet(tx, clearances, rowsWith('keep'), upsert(described));
  await insertSet(tx, clearances, rowsWith('raise'), upsert(sql`${described}, ${relaned}`));
  const moved = sql`${described}, ${relaned}, ${settled}`;
  await insertSet(tx, clearances, rowsWith('reselect', 'release'), upsert(moved));
  // Lodged again after a withdrawal: the time to release counts from now. The day of first receipt stays.
  const anew = setExcluded(clearances, ['receivedAt']);
  await insertSet(tx, clearances, rowsWith('lodge'), upsert(sql`${moved}, ${anew}`));
  const back = sql`${described}, ${anew}, status = 'selected', transmitted_at = null`;
  await insertSet(tx, clearances, rowsWith('return'), upsert(back));
}

/** Keeps refused records raw, with every problem. */
export async function writeQuarantine(
  tx: Tx,
  bad: readonly BadRecord[],
  submission: { id: string; partnerId: string },
  { at, isOfActs }: { at: Date; isOfActs: boolean },
): Promise<void> {
  if (bad.length === 0) return;
  const ofPartner = await officeOfPartner(tx, submission.partnerId);
  await insertSet(
    tx,
    quarantinedRecords,
    bad.map((record) => ({
      submissionId: submission.id,
      recordNumber: record.recordNumber,
      partnerId: submission.partnerId,
      officeId: record.officeId ?? ofPartner,
      line: record.rows[0]?.line ?? 0,
      reference: record.reference,
      rows: [...record.rows],
      problems: [...record.problems],
      qualityScore: record.qualityScore,
      isAct: isOfActs,
      quarantinedAt: at,
    })),
  );
}
