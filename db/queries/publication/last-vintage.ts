import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { vintageCells, vintages } from '@/db/schema';

export type Vintage = typeof vintages.$inferSelect;
export type VintageCell = typeof vintageCells.$inferSelect;
export type VintageKey = Pick<Vintage, 'month' | 'number'>;

/** The vintage of a month that was frozen last; null where there is none. A part of commands that have authorised. */
export async function lastVintage(tx: Tx, month: string): Promise<Vintage | null> {
  const [row] = await tx
    .select()
    .from(vintages)
    .where(eq(vintages.month, month))
    .orderBy(desc(vintages.number))
    .limit(1);
  return row ?? null;
}

/** The stored cells of a vintage. */
export async function cellsOfVintage(tx: Pick<Tx, 'select'>, { month, number }: VintageKey): Promise<VintageCell[]> {
  return tx
    .select()
    .from(vintageCells)
    .where(and(eq(vintageCells.month, month), eq(vintageCells.number, number)))
    .orderBy(sql`dataset, row_member, column_member`);
}
