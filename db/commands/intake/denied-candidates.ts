import 'server-only';
import { and, arrayOverlaps, gte, isNull, lte, or } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { deniedParties } from '@/db/schema';
import type { DeniedMatch } from '@/lib/assessment/facts';
import type { ConsignmentRecord } from '@/lib/consignment/record';
import { DENIED_THRESHOLD, similarity } from '@/lib/screening/match';
import { type ScreenKey, screenName } from '@/lib/screening/normalise';
import type { GoodRecord } from './read-batch';

type Candidate = { list: string; entryId: string; listedName: string; key: ScreenKey };
export type DeniedCandidates = ReadonlyMap<string, readonly Candidate[]>;

/** Listed names that share a token with any name of the batch, by token. */
export async function loadDeniedCandidates(
  tx: Tx,
  records: readonly GoodRecord[],
  today: string,
): Promise<DeniedCandidates> {
  const tokens = new Set(
    records.flatMap(({ record }) => [
      ...screenName(record.sender.name).blocks,
      ...screenName(record.recipient.name).blocks,
    ]),
  );
  if (tokens.size === 0) return new Map();
  const rows = await tx
    .select()
    .from(deniedParties)
    .where(
      and(
        arrayOverlaps(deniedParties.tokens, [...tokens]),
        lte(deniedParties.validFrom, today),
        or(isNull(deniedParties.validTo), gte(deniedParties.validTo, today)),
      ),
    );
  const byToken = new Map<string, Candidate[]>();
  for (const row of rows) {
    const candidate = { list: row.list, entryId: row.entryId, listedName: row.name, key: screenName(row.name) };
    for (const token of row.tokens) {
      const listed = byToken.get(token);
      if (listed) listed.push(candidate);
      else byToken.set(token, [candidate]);
    }
  }
  return byToken;
}

/** Sender and recipient against the candidates; the best match of each list entry at or above the threshold. */
export function deniedMatches(candidates: DeniedCandidates, record: ConsignmentRecord): DeniedMatch[] {
  if (candidates.size === 0) return [];
  const matches: DeniedMatch[] = [];
  for (const party of ['sender', 'recipient'] as const) {
    const key = screenName(record[party].name);
    const near = new Set(key.blocks.flatMap((token) => candidates.get(token) ?? []));
    for (const candidate of near) {
      const score = similarity(key, candidate.key);
      if (score < DENIED_THRESHOLD) continue;
      const { list, entryId, listedName } = candidate;
      matches.push({ party, list, entryId, listedName, similarity: score });
    }
  }
  return matches.sort((a, b) => b.similarity - a.similarity);
}
