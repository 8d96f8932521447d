import 'server-only';
import { and, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { selections } from '@/db/schema';
import type { SelectionOutcome } from '@/lib/capacity/select-day';
import type { WorthBasis } from '@/lib/capacity/worth';
import type { ControlType } from '@/lib/consignment/codes';
import type { TrustLevel } from '@/lib/partnership/trust';
import type { RowKey } from './load-goods';

/** Why it has its control, or none: see `risk.selections`. */
export type SelectionDetail = {
  readonly outcome: SelectionOutcome;
  readonly control: ControlType | null;
  /** Day whose slots it competed for. */
  readonly controlOn: string;
  /** What its worth was: a score, or a figure of the model that was in force. */
  readonly worthBasis: WorthBasis;
  readonly rank: number | null;
  readonly places: number | null;
  readonly drawProbability: number;
  /** Trust in its partner when it first came, which lowered that chance; null where there was none. */
  readonly trustLevel: TrustLevel | null;
  /** ISO instant at which this was decided; rank and places are of that moment, and what came later has others. */
  readonly decidedAt: string;
};

/** Why a consignment has its control, or none; null where it came before selections were kept. */
export async function loadSelection(key: RowKey): Promise<SelectionDetail | null> {
  const [row] = await db()
    .select({
      outcome: selections.outcome,
      control: selections.control,
      controlOn: selections.controlOn,
      worthBasis: selections.worthBasis,
      rank: selections.rank,
      places: selections.places,
      drawProbability: selections.drawProbability,
      trustLevel: selections.trustLevel,
      decidedAt: selections.decidedAt,
    })
    .from(selections)
    .where(and(eq(selections.consignmentId, key.consignmentId), eq(selections.receivedOn, key.receivedOn)));
  return row ? { ...row, decidedAt: row.decidedAt.toISOString() } : null;
}
