import 'server-only';
import { and, asc, desc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { chargedChanges } from '@/db/queries/consignment/extra-charges';
import { findingsOf } from '@/db/queries/consignment/findings-of';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import {
  clearances,
  consignments,
  events,
  identities,
  items,
  quarantinedRecords,
  referrals,
  submissions,
} from '@/db/schema';
import type { DocumentFacts, VersionCharges } from '@/lib/answers/response-facts';
import type { ResponseFacts, TimelineEvent } from '@/lib/answers/responses';
import { NO_FINDINGS } from '@/lib/assessment/charged';
import { extraChargesOf } from '@/lib/assessment/extra-charges';
import { toldEvent } from '@/lib/clearance/told-ground';
import { explainProblem } from '@/lib/intake/explain-problem';
import { dayOf } from '@/lib/kernel/dates';
import { consignmentIdOf } from '@/lib/kernel/ids';
import type { Problem } from '@/lib/kernel/problem';
import { chargesByVersion, correctedToldCharges } from './told-charges';

export type Answered = { readonly facts: ResponseFacts; readonly documents: DocumentFacts };

/** Everything the answers about one reference of a partner rest on; null where nothing was ever sent under it. */
export async function responseFacts(partnerId: string, reference: string, at: Date): Promise<Answered | null> {
  const consignmentId = consignmentIdOf(partnerId, reference);
  const [[identity], refused] = await Promise.all([
    db().select().from(identities).where(eq(identities.consignmentId, consignmentId)),
    refusedRecords(partnerId, reference),
  ]);
  if (!identity && refused.length === 0) return null;
  const receivedOn = identity?.receivedOn ?? '';
  const { minorDigits } = await policyInForce(db(), dayOf(at));
  const [standing, timeline, charges, findings, changes, goods, questions] = identity
    ? await Promise.all([
        standingOf(consignmentId, receivedOn),
        timelineOf(consignmentId, receivedOn),
        chargesByVersion({ consignmentId, receivedOn }, minorDigits),
        findingsOf(db(), consignmentId),
        chargedChanges(db(), consignmentId),
        currenciesOf(consignmentId, receivedOn),
        db().select().from(referrals).where(eq(referrals.consignmentId, consignmentId)),
      ])
    : [undefined, [], new Map<number, VersionCharges>(), NO_FINDINGS, [], new Map<number, string>(), []];
  const corrected = await correctedToldCharges({ consignmentId, receivedOn }, findings);
  const { undoMinutes } = await policyInForce(db(), dayOf(standing?.decidedAt ?? at));
  const stopped = new Map(refused.map((row) => [`${row.submissionId}:${row.recordNumber}`, row]));
  return {
    facts: {
      consignmentId,
      events: timeline,
      refused: refused.map(({ submissionId, recordNumber, quarantinedAt: at }) => ({ submissionId, recordNumber, at })),
      transmittedAt: standing?.transmittedAt ?? null,
      undoMinutes,
    },
    documents: {
      reference,
      mrn: standing?.mrn ?? null,
      office: standing?.officeId ?? null,
      charges,
      corrections: findings.corrections,
      statedDuties: [...new Set(findings.duties.map(({ itemNumber }) => itemNumber))],
      correctedCharges: corrected && standing ? { version: standing.version, charges: corrected } : null,
      extraChargesMinor: extraChargesOf(changes),
      currencies: goods,
      questions,
      problemsOf: ({ submissionId, recordNumber }) => {
        const { problems = [], format } = stopped.get(`${submissionId}:${recordNumber}`) ?? {};
        return problems.filter(isError).map((problem) => ({
          code: problem.code,
          pointer: problem.pointer,
          message: explainProblem(problem, format),
          value: problem.value ?? null,
        }));
      },
    },
  };
}

/** Remarks that stopped nothing are no part of a refusal. */
const isError = ({ severity }: Problem) => severity === 'error';

/** Refusals told of one reference: a sender whose every record bears the same one is not told of each for ever. */
const REFUSED_TOLD = 500;

/** The latest refusals of a reference, in the order in which they came. */
async function refusedRecords(partnerId: string, reference: string) {
  const latest = await db()
    .select({
      submissionId: quarantinedRecords.submissionId,
      recordNumber: quarantinedRecords.recordNumber,
      quarantinedAt: quarantinedRecords.quarantinedAt,
      problems: quarantinedRecords.problems,
      format: submissions.format,
    })
    .from(quarantinedRecords)
    .innerJoin(submissions, eq(submissions.id, quarantinedRecords.submissionId))
    .where(and(eq(quarantinedRecords.partnerId, partnerId), eq(quarantinedRecords.reference, reference)))
    .orderBy(desc(quarantinedRecords.quarantinedAt), desc(quarantinedRecords.recordNumber))
    .limit(REFUSED_TOLD);
  return latest.reverse();
}

async function standingOf(consignmentId: string, receivedOn: string) {
  const [row] = await db()
    .select({
      transmittedAt: clearances.transmittedAt,
      decidedAt: clearances.decidedAt,
      officeId: clearances.officeId,
      mrn: consignments.mrn,
      version: consignments.version,
    })
    .from(clearances)
    .innerJoin(
      consignments,
      and(eq(consignments.consignmentId, clearances.consignmentId), eq(consignments.receivedOn, clearances.receivedOn)),
    )
    .where(and(eq(clearances.consignmentId, consignmentId), eq(clearances.receivedOn, receivedOn)));
  return row;
}

async function timelineOf(consignmentId: string, receivedOn: string): Promise<TimelineEvent[]> {
  const rows = (await db()
    .select({ eventId: events.eventId, at: events.at, kind: events.kind, values: events.values })
    .from(events)
    .where(and(eq(events.consignmentId, consignmentId), eq(events.receivedOn, receivedOn)))
    .orderBy(asc(events.at), asc(events.eventId))) as TimelineEvent[];
  return rows.map(toldEvent);
}

async function currenciesOf(consignmentId: string, receivedOn: string): Promise<Map<number, string>> {
  const rows = await db()
    .select({ itemNumber: items.itemNumber, currency: items.currency })
    .from(items)
    .where(and(eq(items.consignmentId, consignmentId), eq(items.receivedOn, receivedOn)));
  return new Map(rows.map(({ itemNumber, currency }) => [itemNumber, currency]));
}
