import 'server-only';
import { and, eq, gte, or, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { partyDays } from '@/db/schema';
import { addDays, dayOf } from '@/lib/kernel/dates';
import type { HistoryCount } from './consignment-detail';

type Keys = { readonly senderKey: string; readonly recipientKey: string; readonly addressKey: string };

/** What sender, recipient and address did in the last 365 days, from the day rows; no consignment is counted again. */
export async function loadHistory(
  keys: Keys,
  at: Date,
): Promise<{ sender: HistoryCount; recipient: HistoryCount; address: HistoryCount }> {
  const rows = await db()
    .select({
      kind: partyDays.kind,
      consignments: sql<number>`sum(${partyDays.consignments})::int`,
      examined: sql<number>`sum(${partyDays.examined})::int`,
      findings: sql<number>`sum(${partyDays.findings})::int`,
      firstSeenOn: sql<string | null>`(min(${partyDays.day}) filter (where ${partyDays.consignments} > 0))::text`,
    })
    .from(partyDays)
    .where(
      and(
        gte(partyDays.day, addDays(dayOf(at), -365)),
        or(
          and(eq(partyDays.kind, 'sender'), eq(partyDays.key, keys.senderKey)),
          and(eq(partyDays.kind, 'recipient'), eq(partyDays.key, keys.recipientKey)),
          and(eq(partyDays.kind, 'address'), eq(partyDays.key, keys.addressKey)),
        ),
      ),
    )
    .groupBy(partyDays.kind);
  const of = (kind: 'sender' | 'recipient' | 'address'): HistoryCount => {
    const row = rows.find((candidate) => candidate.kind === kind);
    return {
      consignments: row?.consignments ?? 0,
      examined: row?.examined ?? 0,
      findings: row?.findings ?? 0,
      firstSeenOn: row?.firstSeenOn ?? null,
    };
  };
  return { sender: of('sender'), recipient: of('recipient'), address: of('address') };
}
