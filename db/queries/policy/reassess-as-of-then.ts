import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { db, type Executor } from '@/db/connection';
import { declaredRecord } from '@/db/queries/consignment/declared-record';
import { findConsignments } from '@/db/queries/consignment/find-consignments';
import type { RowKey } from '@/db/queries/consignment/load-goods';
import { assessments, clearances } from '@/db/schema';
import { type Amount, amountIn } from '@/lib/clearance/amount';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { PolicyError } from '@/lib/policy/rows-in-force';
import { valueText } from '@/lib/reference/row';
import { chargesOf } from '@/lib/revenue/charges';
import { policyInForce } from './policy-in-force';
import { policyKnownAt } from './policy-known-at';

type Sums = { readonly customsValue: Amount; readonly duty: Amount; readonly vat: Amount };

/** A consignment charged again: by the law as it was known when it was assessed, and by that of the same day as it is known today. */
export type Reassessed = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly assessedAt: Date;
  readonly kept: Sums & { readonly version: string };
  readonly former: (Sums & { readonly version: string }) | null;
  readonly now: Sums & { readonly version: string };
  /** Every line and its working, to the last digit, and the version of the policy. */
  readonly isSame: boolean;
};

/** Charges a consignment the actor sees again, by its reference; null where none bears it. */
export async function reassessAsOfThen(actor: Actor, reference: string, at = new Date()): Promise<Reassessed | null> {
  authorise(actor, 'policy.read');
  const [found] = await findConsignments(actor, reference, at);
  if (!found) return null;
  const [row] = await db()
    .select({ consignmentId: clearances.consignmentId, receivedOn: clearances.receivedOn })
    .from(clearances)
    .where(eq(clearances.consignmentId, found.consignmentId));
  return row ? reassessed(db(), row, found.reference) : null;
}

/** The same of one row, for whoever has authorised. */
export async function reassessed(from: Executor, key: RowKey, reference: string): Promise<Reassessed> {
  const { record } = await declaredRecord(from, key);
  const { consignmentId, receivedOn } = key;
  const [kept] = await from
    .select()
    .from(assessments)
    .where(and(eq(assessments.consignmentId, consignmentId), eq(assessments.receivedOn, receivedOn)))
    .orderBy(desc(assessments.version))
    .limit(1);
  if (!kept) throw new Error(`the assessment of ${consignmentId} is missing`);
  const day = dayOf(kept.assessedAt);
  const [former, now] = [await orNone(policyKnownAt(from, day, kept.assessedAt)), await policyInForce(from, day)];
  const again = former && chargesOf(record, former);
  const present = chargesOf(record, now);
  const amount = amountIn(kept.currency, now.minorDigits);
  const sums = (of: { customsValueMinor: bigint; dutyMinor: bigint; vatMinor: bigint }, version: string) => ({
    ...{ customsValue: amount(of.customsValueMinor), duty: amount(of.dutyMinor), vat: amount(of.vatMinor), version },
  });
  return {
    ...{ consignmentId, reference, assessedAt: kept.assessedAt },
    kept: sums(kept, versionOfLaw(kept.policyVersion)),
    former: former && again ? sums(again, former.version) : null,
    now: sums(present, now.version),
    isSame:
      former?.version === versionOfLaw(kept.policyVersion) &&
      again !== null &&
      valueText(asKept(again.lines)) === valueText(kept.chargeLines),
  };
}

/** Assessments bear the version of the policy, and behind a hyphen that of the profiles that were active: charges know none of those. */
const versionOfLaw = (version: string) => version.split('-')[0] ?? version;

async function orNone<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof PolicyError) return null;
    throw error;
  }
}

const asKept = (lines: ReturnType<typeof chargesOf>['lines']) =>
  lines.map((line) => ({ ...line, baseMinor: line.baseMinor.toString(), amountMinor: line.amountMinor.toString() }));
