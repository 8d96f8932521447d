import type { EventKind } from '@/lib/clearance/events';
import { derivedId } from '@/lib/kernel/ids';

/** What customs can answer about one consignment, each a document of its own. Partners' programs read these: add, never rename. */
export const RESPONSE_KINDS = [
  'accepted',
  'amended',
  'rejected',
  'control',
  'held',
  'hold_lifted',
  'question',
  'answer_received',
  'question_withdrawn',
  'correction',
  'tax',
  'released',
  'cleared',
  'seized',
  'withdrawn',
  'detained',
  'detention_ended',
  'refused',
  'returned',
  're_exported',
  'abandoned',
  'destroyed',
  'payment_awaited',
  'decision_reversed',
] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

export type TimelineEvent = {
  readonly eventId: string;
  readonly at: Date;
  readonly kind: EventKind;
  readonly values: Readonly<Record<string, string | number | null>>;
};

/** A record refused under the reference of the consignment, or before there was one. */
export type RefusedRecord = { readonly submissionId: string; readonly recordNumber: number; readonly at: Date };

/** One answer: what it says of which version, when it was told, and the line of the timeline or the record it rests on. */
export type ConsignmentResponse = {
  /** The same at every reading: a partner may ask for the document by it. */
  readonly id: string;
  readonly kind: ResponseKind;
  readonly toldAt: Date;
  readonly version: number;
  readonly source:
    | { readonly of: 'event'; readonly event: TimelineEvent }
    | { readonly of: 'record'; readonly record: RefusedRecord };
};

export type ResponseFacts = {
  readonly consignmentId: string;
  readonly events: readonly TimelineEvent[];
  readonly refused: readonly RefusedRecord[];
  /** When the partner was told the decision, by whatever way. */
  readonly transmittedAt: Date | null;
  /** How long an officer may take a decision back, minutes; until then nobody is told. */
  readonly undoMinutes: number;
};

/**
 * Everything a partner was answered about a consignment up to an instant, in the order it was told. A decision that can still
 * be taken back is not among it, and one that was taken back never is; what goes on inside customs is not told at all.
 */
export function responsesOf(facts: ResponseFacts, at: Date): ConsignmentResponse[] {
  const inOrder = [...facts.events].sort(
    (a, b) =>
      a.at.getTime() - b.at.getTime() ||
      Number(a.values.version ?? 0) - Number(b.values.version ?? 0) ||
      // One submission may lodge a version and cancel it: both happen when it was received.
      Number(a.kind === 'withdrawn') - Number(b.kind === 'withdrawn'),
  );
  const undone = undoneDecisions(inOrder);
  let version = 1;
  let isWithdrawn = false;
  const told: ConsignmentResponse[] = [];
  for (const event of inOrder) {
    if (typeof event.values.version === 'number' && isIntake(event)) version = event.values.version;
    if (undone.has(event.eventId)) continue;
    // What is lodged again after a withdrawal is accepted, not amended.
    for (const kind of kindsOf(event, version > 1 && !isWithdrawn)) {
      const id = derivedId('response', facts.consignmentId, event.eventId, kind);
      told.push({ id, kind, toldAt: toldAt(event, facts), version, source: { of: 'event', event } });
    }
    if (isIntake(event) || event.kind === 'withdrawn') isWithdrawn = event.kind === 'withdrawn';
  }
  const ofEvents = [...told];
  for (const record of facts.refused) {
    const id = derivedId('response', record.submissionId, String(record.recordNumber));
    told.push({
      id,
      kind: 'rejected',
      toldAt: record.at,
      version: versionAt(ofEvents, record.at),
      source: { of: 'record', record },
    });
  }
  return told
    .filter((response) => response.toldAt <= at)
    .map((response, index) => ({ response, index }))
    .sort((a, b) => a.response.toldAt.getTime() - b.response.toldAt.getTime() || a.index - b.index)
    .map(({ response }) => response);
}

function isIntake({ kind, values }: TimelineEvent): boolean {
  if (kind === 'payment_awaited') return typeof values.version === 'number';
  return kind === 'selected' || kind === 'released_by_lane' || kind === 'updated' || kind === 'reselected';
}

function kindsOf(event: TimelineEvent, isAmendment: boolean): readonly ResponseKind[] {
  const received: ResponseKind = isAmendment ? 'amended' : 'accepted';
  switch (event.kind) {
    case 'selected':
    case 'reselected':
      return [received, 'tax', 'control'];
    case 'updated':
      return [received, 'tax'];
    case 'released_by_lane':
      return [received, 'tax', 'released', 'cleared'];
    case 'payment_awaited':
      if (isIntake(event)) return [received, 'tax', 'payment_awaited'];
      return event.values.kind === 'release_with_correction'
        ? ['correction', 'tax', 'payment_awaited']
        : ['payment_awaited'];
    case 'payment_settled':
      return ['released', 'cleared'];
    case 'given_slot':
      return ['control'];
    case 'gave_way':
      return ['released', 'cleared'];
    case 'released':
      return event.values.kind === 'release_with_correction'
        ? ['correction', 'tax', 'released', 'cleared']
        : ['released', 'cleared'];
    case 'seizure_confirmed':
      return ['seized'];
    case 'entry_refused':
      return ['refused'];
    case 'detained':
    case 'detention_ended':
    case 'returned':
    case 're_exported':
    case 'abandoned':
    case 'destroyed':
    case 'decision_reversed':
      return [event.kind];
    case 'withdrawn':
      return ['withdrawn'];
    case 'hold_placed':
      return ['held'];
    case 'hold_lifted':
      return ['hold_lifted'];
    case 'referred':
      return ['question'];
    case 'answered':
      return ['answer_received'];
    case 'referral_withdrawn':
    case 'referral_unanswered':
      return ['question_withdrawn'];
    default:
      return [];
  }
}

/** What officers decide, and may take back for some minutes. */
const DECISIONS: readonly EventKind[] = [
  'released',
  'payment_awaited',
  'detained',
  'detention_ended',
  'entry_refused',
  'returned',
  're_exported',
  'abandoned',
  'seizure_confirmed',
  'destroyed',
];
const PROPOSALS: readonly EventKind[] = ['proposed', 'seizure_proposed'];

/** A decision is told when the partner read it, and else when it can no longer be taken back. */
function toldAt(event: TimelineEvent, facts: ResponseFacts): Date {
  if (!DECISIONS.includes(event.kind) || isIntake(event)) return event.at;
  const { transmittedAt } = facts;
  const final = new Date(event.at.getTime() + facts.undoMinutes * 60_000 + 1);
  return transmittedAt && transmittedAt >= event.at && transmittedAt < final ? transmittedAt : final;
}

/** Decisions that were taken back: the last one before each undo. */
function undoneDecisions(inOrder: readonly TimelineEvent[]): Set<string> {
  const undone = new Set<string>();
  let last: string | null = null;
  for (const { kind, eventId } of inOrder) {
    if (DECISIONS.includes(kind) || PROPOSALS.includes(kind)) last = eventId;
    if (kind === 'undone' && last) undone.add(last);
  }
  return undone;
}

/** The version that was told last at an instant. */
function versionAt(told: readonly ConsignmentResponse[], at: Date): number {
  return told.findLast((response) => response.toldAt <= at)?.version ?? 1;
}
