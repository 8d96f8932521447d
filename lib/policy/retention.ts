import { addDays, dayOf } from '@/lib/kernel/dates';
import type { Policy } from './policy';

/**
 * What a period of keeping is for: `consignments` are the data of a consignment with its assessments and decisions, `attachments` the
 * pictures and papers kept with it. The audit log is kept for good.
 */
export const RETAINED = ['consignments', 'attachments'] as const;
export type Retained = (typeof RETAINED)[number];

/** How long something is kept at least, and the law that says so. */
export type Retention = { readonly days: number; readonly source: string };

/** When the last was done to a consignment: its first and its newest data, its decision and its release. */
export type LastDone = {
  readonly receivedOn: string;
  readonly updatedAt: Date;
  readonly decidedAt: Date | null;
  readonly releasedAt: Date | null;
};

/** The last day on which something must be there, with the law that says so. */
export type KeptUntil = { readonly on: string; readonly source: string };

/**
 * Until when what belongs to a consignment is kept at least: so many days, by the policy in force, after the newest of its data, decision and release. A
 * consignment that is decided later is kept longer. Null where no period is in force.
 */
export function keptUntil(
  what: Retained,
  { receivedOn, updatedAt, decidedAt, releasedAt }: LastDone,
  { retention }: Pick<Policy, 'retention'>,
): KeptUntil | null {
  const period = retention.get(what);
  if (!period) return null;
  const days = [updatedAt, decidedAt, releasedAt].flatMap((at) => (at ? [dayOf(at)] : []));
  const last = [receivedOn, ...days].sort().at(-1) ?? receivedOn;
  return { on: addDays(last, period.days), source: period.source };
}

/** The periods of keeping, of the rows in force. */
export function periodsOf(
  rows: readonly { readonly key: string; readonly value: { readonly days: number }; readonly source: string }[],
): Policy['retention'] {
  return new Map(
    rows.flatMap(({ key, value: { days }, source }) => {
      const what = RETAINED.find((one) => one === key);
      return what ? [[what, { days, source }] as const] : [];
    }),
  );
}
