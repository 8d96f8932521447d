import 'server-only';
import { asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { custody, exhibits } from '@/db/schema';

/** A hand an exhibit went through; the first is out of the consignment. */
export type CustodyStep = {
  readonly step: number;
  readonly fromHolder: string | null;
  readonly toHolder: string;
  readonly place: string;
  readonly reason: string;
  readonly recordedByName: string;
  readonly at: string;
};
export type ExhibitDetail = {
  readonly exhibitId: string;
  readonly number: number;
  readonly description: string;
  readonly quantity: string;
  readonly mark: string;
  /** Earliest first; never empty. */
  readonly steps: readonly CustodyStep[];
};

/** What was taken into custody of a consignment, by number, and where each thing went. */
export async function loadExhibits(consignmentId: string): Promise<ExhibitDetail[]> {
  const taken = await db()
    .select()
    .from(exhibits)
    .where(eq(exhibits.consignmentId, consignmentId))
    .orderBy(asc(exhibits.number));
  if (taken.length === 0) return [];
  const steps = await db()
    .select()
    .from(custody)
    .where(eq(custody.consignmentId, consignmentId))
    .orderBy(asc(custody.step));
  return taken.map(({ exhibitId, number, description, quantity, mark }) => ({
    exhibitId,
    number,
    description,
    quantity,
    mark,
    steps: steps
      .filter((step) => step.exhibitId === exhibitId)
      .map(({ step, fromHolder, toHolder, place, reason, recordedByName, at }) => ({
        step,
        fromHolder,
        toHolder,
        place,
        reason,
        recordedByName,
        at: at.toISOString(),
      })),
  }));
}
