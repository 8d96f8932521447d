import 'server-only';
import { randomUUID } from 'node:crypto';
import { inArray, sql } from 'drizzle-orm';
import { endAudits, moveAudits } from '@/db/commands/post-audit/end-audits';
import { tellPartner } from '@/db/commands/webhook/tell-partner';
import type { Tx } from '@/db/connection';
import { copySets, rowsInto } from '@/db/copy-set';
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
  selections,
  versions,
} from '@/db/schema';
import { admit, onNewVersion } from '@/lib/clearance/admit';
import type { EventKind } from '@/lib/clearance/events';
import type { NewDemand } from '@/lib/collection/demands';
import type { Actor } from '@/lib/identity/actor';
import {
  assessmentRow,
  consignmentRow,
  itemRows,
  modelScoreRows,
  partyRows,
  profileFactsRow,
  profileHitRows,
  type RowContext,
  selectionRow,
  versionRow,
} from './rows-of-consignment';
import type { Selected } from './select-batch';
import { placeOf, type Standing } from './standing';
import { unpaidOf } from './unpaid-of';
import { moveClearances, newClearances, type Placed } from './write-clearances';

/** Writes a selected batch set-wise: consignments, versions, items, parties, assessments, selections, clearances and the timeline. */
export async function writeBatch(
  tx: Tx,
  actor: Actor,
  assessed: readonly Selected[],
  standings: ReadonlyMap<string, Standing>,
  context: Omit<RowContext, 'place'> & { readonly sentAgainBy: string | null },
): Promise<void> {
  const placed = assessed.map((good) => place(good, standings.get(good.consignmentId), context.receivedAt));
  const unpaid = await unpaidOf(tx, placed, standings, context);
  const inContext = (good: Selected): RowContext => ({
    ...context,
    receivedOn: standings.get(good.consignmentId)?.receivedOn ?? context.receivedOn,
    place: placeOf(good.record, standings.get(good.consignmentId)),
    isUnpaid: unpaid.has(good.consignmentId),
  });
  const rowsOf = <Row>(rows: (good: Selected, of: RowContext) => Row[]) =>
    assessed.flatMap((good) => rows(good, inContext(good)));
  const isNew = (good: Selected) => !standings.has(good.consignmentId);
  const isAgain = assessed.some((good) => !isNew(good));
  if (isAgain)
    await writeAgain(
      tx,
      assessed.filter((good) => !isNew(good)),
      inContext,
    );
  await copySets(tx, [
    rowsInto(consignments, () => assessed.filter(isNew).map((good) => consignmentRow(good, inContext(good)))),
    rowsInto(versions, () => assessed.map((good) => versionRow(good, inContext(good)))),
    rowsInto(items, () => rowsOf(itemRows)),
    rowsInto(parties, () => rowsOf(partyRows)),
    rowsInto(assessments, () => assessed.map((good) => assessmentRow(good, inContext(good)))),
    rowsInto(profileFacts, () => assessed.map((good) => profileFactsRow(good, inContext(good)))),
    rowsInto(profileHits, () => rowsOf(profileHitRows)),
    rowsInto(modelScores, () => rowsOf(modelScoreRows)),
    rowsInto(selections, () =>
      assessed.filter((good) => isNew(good) && good.isSelectedAnew).map((good) => selectionRow(good, inContext(good))),
    ),
    rowsInto(clearances, () => newClearances(placed, inContext)),
    rowsInto(events, () =>
      placed.map(({ good, effect }) => ({
        consignmentId: good.consignmentId,
        receivedOn: inContext(good).receivedOn,
        eventId: randomUUID(),
        at: context.receivedAt,
        kind: eventOf({ good, effect }, unpaid),
        actorId: actor.id,
        actorName: actor.name,
        values: {
          version: good.version,
          score: good.assessment.score,
          lane: good.lane,
          ...(context.sentAgainBy === null ? {} : { sentAgainBy: context.sentAgainBy }),
          ...(unpaid.has(good.consignmentId) ? { waitsFor: unpaid.get(good.consignmentId)?.waitsFor ?? null } : {}),
        },
      })),
    ),
  ]);
  await moveClearances(tx, placed, inContext);
  const idsOf = (rows: readonly Placed[]) => rows.map(({ good }) => good.consignmentId);
  const isBack = ({ effect }: Placed) => effect === 'reselect';
  await endAudits(tx, actor, idsOf(placed.filter(isBack)), 'new_data', context.receivedAt);
  await moveAudits(tx, idsOf(placed.filter((one) => !isBack(one) && isElsewhere(one, standings, inContext))));
  await tellPartner(
    tx,
    context.partnerId,
    placed.map(({ good, effect }) => ({
      consignmentId: good.consignmentId,
      reference: good.record.reference,
      event: eventOf({ good, effect }, unpaid),
      values: { version: good.version },
      at: context.receivedAt,
      place: good.recordNumber,
    })),
  );
}

/** What is here already takes the columns of its new version; its goods items are those of the new version alone. */
async function writeAgain(
  tx: Tx,
  again: readonly Selected[],
  inContext: (good: Selected) => RowContext,
): Promise<void> {
  await insertSet(
    tx,
    consignments,
    again.map((good) => consignmentRow(good, inContext(good))),
    sql`on conflict (consignment_id, received_on) do update set ${setExcluded(consignments, AMENDED)}`,
  );
  const ids = again.map((good) => good.consignmentId);
  await tx.delete(items).where(inArray(items.consignmentId, ids));
  await insertSet(
    tx,
    selections,
    again.filter(({ isSelectedAnew }) => isSelectedAnew).map((good) => selectionRow(good, inContext(good))),
    sql`on conflict (consignment_id, received_on) do update set ${setExcluded(selections, SELECTED_ANEW)}`,
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
  'chargeFacts',
] as const;

/** Columns a new selection replaces; the draw stays as it was made. */
const SELECTED_ANEW = [
  'version',
  'officeId',
  'controlOn',
  'outcome',
  'control',
  'laneAssigned',
  'floor',
  'worth',
  'worthBasis',
  'rank',
  'places',
  'inclusionProbability',
  'decidedAt',
] as const;

/** Whether its new version moves it to another office. */
function isElsewhere(
  { good }: Placed,
  standings: ReadonlyMap<string, Standing>,
  inContext: (good: Selected) => RowContext,
): boolean {
  const standing = standings.get(good.consignmentId);
  return standing !== undefined && standing.clearance.officeId !== inContext(good).place.officeId;
}

function place(good: Selected, standing: Standing | undefined, at: Date): Placed {
  if (!standing) return { good, effect: 'new' };
  const { clearance } = standing;
  const facts = {
    ...clearance,
    lane: clearance.laneEffective,
    isDecidedByOfficer: clearance.decidedBy !== null,
    isClaimed: clearance.claimedBy !== null,
  };
  return { good, effect: onNewVersion(facts, good, at) };
}

/** What the timeline tells of it. */
function eventOf({ good, effect }: Placed, unpaid: ReadonlyMap<string, NewDemand>): EventKind {
  const left = unpaid.has(good.consignmentId) ? 'payment_awaited' : 'released_by_lane';
  if (effect === 'new') return admit(good.lane) === 'released' ? left : 'selected';
  if (effect === 'lodge') return admit(good.lane) === 'released' ? left : 'reselected';
  if (effect === 'return') return 'reselected';
  return (
    {
      reselect: 'reselected',
      release: left,
      relane: 'updated',
      raise: 'updated',
      keep: 'updated',
    } as const
  )[effect];
}
