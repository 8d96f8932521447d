import type { Policy } from './policy';

/**
 * What a period of keeping is for: `consignments` are the data of a consignment with its assessments and decisions, `attachments` the
 * pictures and papers kept with it, `submissions` the bytes as sent and the records refused. The audit log is kept for good.
 */
export const RETAINED = ['consignments', 'attachments', 'submissions'] as const;
export type Retained = (typeof RETAINED)[number];

/** All periods there are: beside those of consignments, how long the ways of people through courses are kept, with their marks. */
export const KEPT_FOR = [...RETAINED, 'trainings'] as const;
export type KeptFor = (typeof KEPT_FOR)[number];

/** How long something is kept at least, and the law that says so. */
export type Retention = { readonly days: number; readonly source: string };

/** The periods of keeping, of the rows in force. */
export function periodsOf(
  rows: readonly { readonly key: string; readonly value: { readonly days: number }; readonly source: string }[],
): Policy['retention'] {
  return new Map(
    rows.flatMap(({ key, value: { days }, source }) => {
      const what = KEPT_FOR.find((one) => one === key);
      return what ? [[what, { days, source }] as const] : [];
    }),
  );
}
