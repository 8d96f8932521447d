import 'server-only';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import { changeDecisions, changes, instruments, parameters } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import type { Period, Verdict } from '@/lib/policy/change';
import { isOfBefore } from '@/lib/policy/reliefs-of-before';
import { seesKind } from '@/lib/policy/seen-kinds';
import { SHOWN_KINDS, type ShownKind } from '@/lib/policy/shown-kinds';

/** Changes the history shows; older ones are in the audit log. */
const HISTORY_MAX = 100;

type Signature = { readonly name: string; readonly at: Date };

export type BookRow = Period & {
  readonly kind: ShownKind;
  readonly key: string;
  readonly value: unknown;
  readonly source: string;
  readonly state: 'in_force' | 'ahead' | 'past';
  /** Null for what an installation begins with or a list brought. */
  readonly approved: Signature | null;
  /** The change that brought it, where it is ahead and can still be annulled. */
  readonly annullable: string | null;
};

/** One parameter of a change. */
export type BookPart = {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly value: unknown;
};

export type BookChange = Period & {
  readonly id: string;
  /** Whether it takes an approved change back. */
  readonly isAnnulment: boolean;
  /** They act together or not at all. */
  readonly parts: readonly BookPart[];
  readonly citation: string;
  readonly reason: string;
  readonly proposed: Signature & { readonly id: string };
  readonly decided: (Signature & { readonly verdict: Verdict; readonly reason: string }) | null;
};

export type Instrument = Pick<
  typeof instruments.$inferSelect,
  | 'id'
  | 'kind'
  | 'title'
  | 'citation'
  | 'validFrom'
  | 'validTo'
  | 'textLink'
  | 'isExample'
  | 'enteredAt'
  | 'enteredByName'
>;

export type PolicyBook = {
  readonly rows: readonly BookRow[];
  readonly changes: readonly BookChange[];
  readonly instruments: readonly Instrument[];
};

/** What stands, what stood and what is ahead, with the law it rests on and who approved it; slots only for who sees them. */
export async function getPolicyBook(actor: Actor, at = new Date()): Promise<PolicyBook> {
  authorise(actor, 'policy.read');
  const [rows, found, laws] = await Promise.all([rowsOf(dayOf(at)), changesOf(), listInstruments(actor)]);
  const sees = ({ kind }: { readonly kind: string }) => seesKind(actor, kind);
  return {
    rows: rows.filter(sees),
    changes: found.map((one) => ({ ...one, parts: one.parts.filter(sees) })).filter(({ parts }) => parts.length > 0),
    instruments: laws,
  };
}

async function rowsOf(today: string): Promise<BookRow[]> {
  const rows = await db()
    .select({ row: parameters, by: changeDecisions.decidedByName, at: changeDecisions.decidedAt })
    .from(parameters)
    .leftJoin(changeDecisions, eq(changeDecisions.changeId, parameters.changeId))
    .where(inArray(parameters.kind, [...SHOWN_KINDS]))
    .orderBy(asc(parameters.kind), asc(parameters.key), desc(parameters.validFrom));
  return rows
    .filter(({ row }) => !isOfBefore(row) && (row.validTo === null || row.validTo >= row.validFrom))
    .map(({ row: { kind, key, value, source, validFrom, validTo, changeId }, by, at }) => ({
      ...{ kind: kind as ShownKind, key, value, source, validFrom, validTo },
      state: validFrom > today ? 'ahead' : validTo !== null && validTo < today ? 'past' : 'in_force',
      approved: by !== null && at !== null ? { name: by, at } : null,
      annullable: validFrom > today ? changeId : null,
    }));
}

async function changesOf(): Promise<BookChange[]> {
  const latest = db()
    .select({ id: changes.id })
    .from(changes)
    .where(eq(changes.id, changes.headId))
    .orderBy(desc(changes.proposedAt), asc(changes.id))
    .limit(HISTORY_MAX);
  const found = await db()
    .select({ change: changes, decision: changeDecisions, citation: instruments.citation })
    .from(changes)
    .leftJoin(changeDecisions, eq(changeDecisions.changeId, changes.headId))
    .leftJoin(instruments, eq(instruments.id, changes.instrumentId))
    .where(inArray(changes.headId, latest))
    .orderBy(desc(changes.proposedAt), asc(changes.headId), asc(changes.kind), asc(changes.key));
  const heads = found.filter(({ change }) => change.id === change.headId);
  return heads.map(({ change, decision, citation }) => {
    const { id, annuls, validFrom, validTo, reason } = change;
    const parts = found.filter((one) => one.change.headId === id).map((one) => one.change);
    return {
      ...{ id, isAnnulment: annuls !== null, validFrom, validTo, reason, citation: citation ?? '' },
      parts: parts.map((part) => ({ id: part.id, kind: part.kind, key: part.key, value: part.value })),
      proposed: { id: change.proposedBy, name: change.proposedByName, at: change.proposedAt },
      decided: decision && {
        verdict: decision.verdict,
        reason: decision.reason,
        name: decision.decidedByName,
        at: decision.decidedAt,
      },
    };
  });
}

/** The laws that are entered, the latest first. */
export async function listInstruments(actor: Actor): Promise<Instrument[]> {
  authorise(actor, 'policy.read');
  const { id, kind, title, citation, validFrom, validTo, textLink, isExample, enteredAt, enteredByName } = instruments;
  const shown = { id, kind, title, citation, validFrom, validTo, textLink, isExample, enteredAt, enteredByName };
  return db().select(shown).from(instruments).orderBy(desc(instruments.validFrom), asc(instruments.citation));
}

/** The row of a key that is in force today; null where none is. */
export async function findParameter(actor: Actor, kind: string, key: string, at = new Date()) {
  authorise(actor, 'policy.read');
  if (!seesKind(actor, kind)) return null;
  const today = dayOf(at);
  const rows = await db()
    .select()
    .from(parameters)
    .where(and(eq(parameters.kind, kind), eq(parameters.key, key)));
  return rows.find((row) => row.validFrom <= today && (row.validTo === null || row.validTo >= today)) ?? null;
}
