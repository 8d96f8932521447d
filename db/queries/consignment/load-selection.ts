import 'server-only';
import { and, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { selections } from '@/db/schema';
import type { SelectionDetail } from './consignment-detail';
import type { RowKey } from './load-goods';

/** Why a consignment has its control, or none; null where it came before selections were kept. */
export async function loadSelection(key: RowKey): Promise<SelectionDetail | null> {
  const [row] = await db()
    .select({
      outcome: selections.outcome,
      control: selections.control,
      controlOn: selections.controlOn,
      rank: selections.rank,
      places: selections.places,
      drawProbability: selections.drawProbability,
    })
    .from(selections)
    .where(and(eq(selections.consignmentId, key.consignmentId), eq(selections.receivedOn, key.receivedOn)));
  return row ?? null;
}
