import 'server-only';
import { and, inArray } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { codes } from '@/db/schema';
import { type CodeLists, OWN_CODE_LISTS } from '@/lib/codes/code-lists';
import { InForceCache, validOn } from './in-force-cache';

/** The lists records are judged by, and the offices that records may be sent to. */
export type ListsInForce = CodeLists & { readonly offices: ReadonlySet<string> };

const isJudgedBy = inArray(codes.kind, ['country', 'currency', 'hs_code', 'office']);

const cache = new InForceCache<ListsInForce>({
  table: codes,
  where: isJudgedBy,
  make: async (from, day) => {
    const rows = await from
      .select({ kind: codes.kind, key: codes.key, value: codes.value })
      .from(codes)
      .where(and(isJudgedBy, validOn(codes, day)));
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    const keysOf = (kind: string) => new Set(of(kind).map(({ key }) => key));
    const currencies = new Map(
      of('currency').map(({ key, value }) => [key, (value as { minorDigits: number }).minorDigits] as const),
    );
    return {
      countries: keysOf('country'),
      currencies,
      nomenclature: nomenclatureOf(keysOf('hs_code')),
      offices: keysOf('office'),
    };
  },
});

/** Codes by their length. Days before the first edition are judged by the one we carry. */
function nomenclatureOf(known: ReadonlySet<string>): CodeLists['nomenclature'] {
  if (known.size === 0) return OWN_CODE_LISTS.nomenclature;
  const ofLength = (length: number) => new Set([...known].filter((code) => code.length === length));
  return { chapters: ofLength(2), headings: ofLength(4), subheadings: ofLength(6) };
}

/** The code lists in force on a day. */
export function codeListsInForce(from: Executor, day: string): Promise<ListsInForce> {
  return cache.on(from, day);
}
