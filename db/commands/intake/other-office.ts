import 'server-only';
import type { Tx } from '@/db/connection';
import { fault } from '@/lib/intake/problem-codes';
import type { BadRecord, GoodRecord } from './read-batch';
import { lateOf, refuseLate } from './refuse-late';
import type { GoodCancel } from './resolve-batch';
import type { Standing } from './standing';

type Wishes = {
  readonly records: readonly GoodRecord[];
  readonly cancels: readonly GoodCancel[];
  readonly standings: ReadonlyMap<string, Standing>;
};
type Apart = {
  readonly records: readonly GoodRecord[];
  readonly cancels: readonly GoodCancel[];
  readonly elsewhere: readonly BadRecord[];
};

/** A record that only changes or withdraws has no data of its own that could be bad. */
const FAULTLESS = 100;

/**
 * Takes out of a batch what staff mended and would now change a consignment of another office: it was looked at when it was sent again,
 * and a file received earlier may have moved the consignment since. What is here is locked, so it moves no more. Such a record is
 * refused, and so kept and told to who mended it.
 */
export async function setOtherOfficesApart(
  tx: Tx,
  submission: { readonly id: string; readonly withinOffices: readonly string[] | null },
  { records, cancels, standings }: Wishes,
): Promise<Apart> {
  const { id, withinOffices: within } = submission;
  if (within === null) return { records, cancels, elsewhere: [] };
  const isElsewhere = (standing: Standing | undefined) =>
    standing !== undefined && !within.includes(standing.clearance.officeId);
  const foreignRecord = ({ consignmentId }: GoodRecord) => isElsewhere(standings.get(consignmentId));
  const foreignCancel = ({ standing }: GoodCancel) => isElsewhere(standing);
  const problemOf = (reference: string) => fault('other_office', 'reference', { value: reference });
  const own = within[0] ?? null;
  const elsewhere = await refuseLate(tx, id, [
    ...records.filter(foreignRecord).map((good) => {
      const late = lateOf(good);
      const officeId = within.includes(late.officeId) ? late.officeId : own;
      return { ...late, officeId, problem: problemOf(late.reference) };
    }),
    ...cancels.filter(foreignCancel).map(({ recordNumber, standing: { reference } }) => {
      return { recordNumber, reference, officeId: own, qualityScore: FAULTLESS, problem: problemOf(reference) };
    }),
  ]);
  return {
    records: records.filter((good) => !foreignRecord(good)),
    cancels: cancels.filter((cancel) => !foreignCancel(cancel)),
    elsewhere,
  };
}
