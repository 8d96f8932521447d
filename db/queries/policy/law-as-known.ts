import 'server-only';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { isOfBefore } from '@/lib/policy/reliefs-of-before';
import { rowsInForce, versionOf } from '@/lib/policy/rows-in-force';
import { seesKind } from '@/lib/policy/seen-kinds';
import { SHOWN_KINDS } from '@/lib/policy/shown-kinds';
import { valueText } from '@/lib/reference/row';
import { type KnownParameter, parametersKnownAt } from './policy-known-at';

/** A parameter as it was known former, beside what is known of the same day today. */
export type KnownLine = {
  readonly kind: string;
  readonly key: string;
  /** Null: nothing was known to stand. */
  readonly former: Pick<KnownParameter, 'value' | 'validFrom' | 'validTo' | 'source'> | null;
  /** What is known today, where that is another; absent where it is the same. */
  readonly now?: Pick<KnownParameter, 'value' | 'validFrom' | 'validTo' | 'source'> | null;
};

export type LawAsKnown = {
  readonly on: string;
  readonly known: string;
  readonly lines: readonly KnownLine[];
  /** The longer lists by kind: rows in force former, and how many keys are known otherwise today. */
  readonly lists: readonly { readonly kind: string; readonly rows: number; readonly changed: number }[];
  /** The version assessments of then bear, and that of what is known of the day today; null where the rows could not be used. */
  readonly versions: { readonly former: string | null; readonly now: string | null };
};

/** The law in force on a day as it was known at the end of another day. */
export async function getLawAsKnown(
  actor: Actor,
  { on, known }: { readonly on: string; readonly known: string },
  at = new Date(),
): Promise<LawAsKnown> {
  authorise(actor, 'policy.read');
  const until = known >= dayOf(at) ? at : new Date(`${known}T23:59:59.999Z`);
  const [former, now] = await Promise.all([parametersKnownAt(db(), on, until), parametersKnownAt(db(), on, at)]);
  const names = new Map<string, { former: KnownParameter | null; now: KnownParameter | null }>();
  for (const row of former) names.set(nameOf(row), { former: row, now: null });
  for (const row of now) names.set(nameOf(row), { former: names.get(nameOf(row))?.former ?? null, now: row });
  const pairs = [...names.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
  const isShown = ({ kind, key }: KnownParameter) => SHOWN.has(kind) && !isOfBefore({ kind, key });
  const shown = pairs.flatMap(({ former: old, now: present }): KnownLine[] => {
    const row = old ?? present;
    if (!row || !isShown(row) || !seesKind(actor, row.kind)) return [];
    const line = { kind: row.kind, key: row.key, former: old && partOf(old) };
    return [same(old, present) ? line : { ...line, now: present && partOf(present) }];
  });
  const kinds = [...new Set(pairs.flatMap(({ former: old, now: present }) => (old ?? present)?.kind ?? []))];
  const lists = kinds
    .filter((kind) => !SHOWN.has(kind))
    .map((kind) => {
      const own = pairs.filter((pair) => (pair.former ?? pair.now)?.kind === kind);
      const changed = own.filter((pair) => !same(pair.former, pair.now)).length;
      return { kind, rows: own.filter((pair) => pair.former !== null).length, changed };
    });
  return { on, known, lines: shown, lists, versions: { former: versionFrom(former, on), now: versionFrom(now, on) } };
}

const SHOWN: ReadonlySet<string> = new Set(SHOWN_KINDS);
const nameOf = ({ kind, key }: Pick<KnownParameter, 'kind' | 'key'>) => `${kind}\n${key}`;

const partOf = ({ value, validFrom, validTo, source }: KnownParameter) => ({ value, validFrom, validTo, source });

function same(a: KnownParameter | null, b: KnownParameter | null): boolean {
  if (!a || !b) return a === b;
  return a.validFrom === b.validFrom && a.validTo === b.validTo && valueText(a.value) === valueText(b.value);
}

function versionFrom(rows: readonly KnownParameter[], day: string): string | null {
  try {
    return versionOf(rowsInForce(rows, day));
  } catch {
    // Rows nobody could assess by have no version; what stood is shown all the same.
    return null;
  }
}
