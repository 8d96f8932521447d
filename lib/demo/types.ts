import type { ConsignmentColumn, ItemColumn } from '@/lib/consignment/columns';
import type { DemoPartnerKey } from './partners';

/** What an examination of the goods would find; `conform` where all that was declared is true. */
export const DEMO_OUTCOMES = [
  'conform',
  'undervalued',
  'misclassified',
  'misdescribed',
  'quantity',
  'prohibited',
  'restricted',
  'ipr',
  'safety',
  'split',
] as const;
export type DemoOutcome = (typeof DEMO_OUTCOMES)[number];

/** The truth behind one consignment. Unit values are decimal text per piece, in the declared currency, by item number. */
export type DemoTruth = {
  readonly outcome: DemoOutcome;
  readonly trueUnitValues?: Readonly<Record<string, string>>;
  readonly trueDescription?: string;
  readonly trueCommodityCode?: string;
};

export type DemoContentType = 'text/csv' | 'application/json' | 'application/x-ndjson';

/** One submission: a body as the partner sends it, and the truth by reference (the S10 id where the body is a postal one). */
export type DemoBatch = {
  readonly partner: DemoPartnerKey;
  readonly contentType: DemoContentType;
  readonly body: string;
  readonly receivedAt: Date;
  readonly truths: ReadonlyMap<string, DemoTruth>;
};

/** A record being written: the columns as text, one map per goods item. */
export type DraftRecord = Partial<Record<ConsignmentColumn, string>> & { items: Partial<Record<ItemColumn, string>>[] };

/** A record, the truth behind it, and when the sender posted it. */
export type Draft = { readonly record: DraftRecord; readonly truth: DemoTruth; readonly postedAt: Date };
