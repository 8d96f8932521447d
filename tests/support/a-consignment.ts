import type { StoredSelection } from '@/db/commands/intake/compete';
import {
  assessmentRow,
  clearanceRow,
  consignmentRow,
  itemRows,
  partyRows,
  profileFactsRow,
  type RowContext,
  selectionRow,
  versionRow,
} from '@/db/commands/intake/rows-of-consignment';
import {
  assessments,
  clearances,
  consignments,
  identities,
  items,
  parties,
  profileFacts,
  selections,
  versions,
} from '@/db/schema';
import { ledgerEntries, recordChanges } from '@/db/statistics';
import { inTransaction } from '@/db/transaction';
import type { DeniedMatch } from '@/lib/assessment/facts';
import type { Assessment } from '@/lib/assessment/types';
import { worthOf } from '@/lib/capacity/worth';
import type { Lane, SelectionReason } from '@/lib/consignment/codes';
import type { ConsignmentRecord, GoodsItem, Party } from '@/lib/consignment/record';
import { dayOf } from '@/lib/kernel/dates';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { profileFactsOf } from '@/lib/profile/facts-of';
import { chargesOf } from '@/lib/revenue/charges';
import { partyKeys } from '@/lib/risk/party-keys';
import { type Desk, NOW } from './a-desk';
import { anItem, aRecord, policyOn, someFacts } from './records';

type Draft = {
  readonly record: Partial<Omit<ConsignmentRecord, 'sent'>>;
  readonly assessment: Partial<Assessment>;
  readonly listedMatches: readonly DeniedMatch[];
  readonly receivedAt: Date;
};
type Part = (draft: Draft) => Draft;

const inRecord =
  (changes: Draft['record']): Part =>
  (draft) => ({ ...draft, record: { ...draft.record, ...changes } });
const inAssessment =
  (changes: Draft['assessment']): Part =>
  (draft) => ({ ...draft, assessment: { ...draft.assessment, ...changes } });

export const inLane = (lane: Lane, selectionReason: SelectionReason = 'score') =>
  inAssessment({ lane, selectionReason });
export const withScore = (score: number) => inAssessment({ score });
export const withIndicators = (indicators: Assessment['indicators']) => inAssessment({ indicators });
export const resembling =
  (...listedMatches: readonly DeniedMatch[]): Part =>
  (draft) => ({ ...draft, listedMatches });
export const withReference = (reference: string) => inRecord({ reference });
export const arrivingAt = (expectedArrivalAt: Date) => inRecord({ expectedArrivalAt });
export const byChannel = (channel: ConsignmentRecord['channel']) => inRecord({ channel });
export const withS10 = (s10Id: string) => inRecord({ s10Id });
export const underRegime = (regime: ConsignmentRecord['regime']) => inRecord({ regime });
export const underScheme = (schemeId: string) => inRecord({ schemeId, marketplace: 'Example Market' });
export const collectedBy = (collectionModel: ConsignmentRecord['collectionModel']) => inRecord({ collectionModel });
export const soldBy = (sellerName: string, transactionType: ConsignmentRecord['transactionType']) =>
  inRecord({ sellerName, transactionType });
export const withRecipient = (changes: Partial<Party>) =>
  inRecord({ recipient: { ...aRecord().recipient, ...changes } });
export const withSender = (changes: Partial<Party>) => inRecord({ sender: { ...aRecord().sender, ...changes } });
export const withItems = (...changes: Partial<GoodsItem>[]) =>
  inRecord({ items: changes.map((change, index) => anItem({ itemNumber: index + 1, ...change })) });
export const receivedAt =
  (instant: Date): Part =>
  (draft) => ({ ...draft, receivedAt: instant });

export type Placed = { readonly consignmentId: string; readonly receivedOn: string; readonly rowVersion: number };

let made = 0;

/** An assessed consignment of the desk's partner, straight in the database: yellow lane, score 40, waiting for an officer, unless changed. */
export async function aConsignment(desk: Pick<Desk, 'officeId' | 'partnerId'>, ...parts: Part[]): Promise<Placed> {
  const [placed] = await consignmentsLike(desk, 1, ...parts);
  if (!placed) throw new Error('nothing was placed');
  return placed;
}

/** Many such consignments in one transaction; the reference of each is its own. */
export async function consignmentsLike(
  desk: Pick<Desk, 'officeId' | 'partnerId'>,
  count: number,
  ...parts: Part[]
): Promise<Placed[]> {
  const all = Array.from({ length: count }, () => {
    made += 1;
    return drafted(desk, `TEST-${made}`, parts);
  });
  await inTransaction(async (tx) => {
    await tx.insert(identities).values(all.map(({ identity }) => identity));
    await tx.insert(consignments).values(all.map(({ good, context }) => consignmentRow(good, context)));
    await tx.insert(versions).values(all.map(({ good, context }) => versionRow(good, context)));
    await tx.insert(items).values(all.flatMap(({ good, context }) => itemRows(good, context)));
    await tx.insert(parties).values(all.flatMap(({ good, context }) => partyRows(good, context)));
    await tx.insert(assessments).values(all.map(({ good, context }) => assessmentRow(good, context)));
    await tx.insert(profileFacts).values(all.map(({ good, context }) => profileFactsRow(good, context)));
    await tx.insert(selections).values(all.map(({ good, context }) => selectionRow(good, context)));
    await tx.insert(clearances).values(all.map(({ good, context }) => clearanceRow(good, context)));
    const entries = await ledgerEntries(
      tx,
      all.map(({ identity }) => identity),
    );
    await recordChanges(
      tx,
      [...entries.values()].map((after) => ({ before: null, after })),
    );
  });
  return all.map(({ identity: { consignmentId, receivedOn } }) => ({ consignmentId, receivedOn, rowVersion: 1 }));
}

function drafted(desk: Pick<Desk, 'officeId' | 'partnerId'>, reference: string, parts: readonly Part[]) {
  const start: Draft = {
    record: { reference, office: desk.officeId },
    assessment: {},
    listedMatches: [],
    receivedAt: NOW,
  };
  const draft = parts.reduce((before, part) => part(before), start);
  const record = aRecord(draft.record);
  const receivedOn = dayOf(draft.receivedAt);
  const policy = policyOn(receivedOn);
  const assessment: Assessment = {
    policyVersion: policy.version,
    engineVersion: 'test',
    indicators: [],
    score: 40,
    releaseCategory: 3,
    lane: 'yellow',
    selectionReason: 'score',
    charges: chargesOf(record, policy),
    chargeFacts: null,
    warnings: [],
    ...draft.assessment,
  };
  const consignmentId = consignmentIdOf(desk.partnerId, record.reference);
  const context: RowContext = {
    submissionId: '00000000-0000-4000-8000-000000000001',
    partnerId: desk.partnerId,
    receivedAt: draft.receivedAt,
    receivedOn,
    place: { officeId: record.office, transfer: null },
  };
  const good = {
    consignmentId,
    record,
    assessment,
    keys: partyKeys(record),
    releaseCategory: assessment.releaseCategory,
    profileFacts: profileFactsOf(record, someFacts({ receivedAt: draft.receivedAt }), assessment, {
      partnerId: desk.partnerId,
      qualityScore: 100,
      day: receivedOn,
      open: [],
    }),
    profileHits: [],
    modelScores: [],
    listedMatches: draft.listedMatches,
    selection: selectionOf(assessment, record, receivedOn),
    lane: assessment.lane,
    selectionReason: assessment.selectionReason,
    isSelectedAnew: true,
    version: 1,
    recordNumber: 1,
    contentHash: record.reference,
    warnings: [],
    qualityScore: 100,
  };
  const identity = { consignmentId, receivedOn, partnerId: desk.partnerId, reference: record.reference };
  return { identity, good, context };
}

/** The selection that goes with an assessment where nothing is limited. */
function selectionOf(
  { lane, score, selectionReason }: Assessment,
  { office, channel, expectedArrivalAt }: ConsignmentRecord,
  receivedOn: string,
): StoredSelection {
  const arrival = dayOf(expectedArrivalAt);
  const control = lane === 'red' ? 'physical' : lane === 'yellow' ? 'documents' : null;
  const ofReason = { mandatory: 'mandatory', random: 'random' } as const;
  const outcome =
    selectionReason === 'mandatory' || selectionReason === 'random' ? ofReason[selectionReason] : 'ranked';
  return {
    version: 1,
    officeId: office,
    controlOn: arrival > receivedOn ? arrival : receivedOn,
    outcome: control === null ? 'none' : outcome,
    control,
    lane,
    laneAssigned: lane,
    floor: outcome === 'mandatory' ? 'red' : null,
    ...worthOf({ model: null, score }),
    tieBreak: 0,
    rank: null,
    places: null,
    stratum: `${channel}:low:known`,
    drawProbability: 0.01,
    isDrawn: outcome === 'random',
    inclusionProbability: control === 'physical' && outcome !== 'random' ? 1 : 0.01,
    trustLevel: null,
    decidedAt: NOW,
  };
}
