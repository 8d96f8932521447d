import 'server-only';
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { getDraft } from '@/db/queries/policy/drafts';
import { drafts } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { InvalidInputError, refuse } from '@/lib/kernel/errors';
import { type ChangePart, readParts } from '@/lib/policy/draft';

/** Advisory lock of drafts: whoever writes on one, proposes it or throws it away comes one after the other. */
const DRAFT_LOCK = 7_215_912;

/** The draft that is written on, in the version that was seen. */
export type DraftSeen = { readonly draftId: string | null; readonly draftVersion: number };

/** The parts of a change as they were sent. @throws InvalidInputError with the parameter and the rule */
export function partsOf(text: string): readonly ChangePart[] {
  const read = readParts(text);
  if (!read.ok) throw new InvalidInputError(read.problems);
  return read.parts;
}

/** Holds an open draft of the author's own against others until the end. @throws NotFoundError; RefusedError `changed_meanwhile` */
export async function holdDraft(tx: Tx, actor: Actor, id: string, seen: number): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${DRAFT_LOCK}, hashtext(${id}))`);
  const { version } = await getDraft(actor, id, tx);
  if (version !== seen) throw refuse('changed_meanwhile');
}

type Written = Pick<typeof drafts.$inferInsert, 'instrumentId' | 'parts' | 'validFrom' | 'validTo' | 'reason'>;

/** Writes the next version of a draft, or the first of a new one. @throws NotFoundError; RefusedError `changed_meanwhile` */
export async function writeDraft(
  tx: Tx,
  actor: Actor,
  { draftId, draftVersion }: DraftSeen,
  written: Written,
  at: Date,
): Promise<{ draftId: string; version: number }> {
  if (draftId !== null) await holdDraft(tx, actor, draftId, draftVersion);
  const id = draftId ?? randomUUID();
  const version = draftId === null ? 1 : draftVersion + 1;
  const by = { savedAt: at, savedBy: actor.id, savedByName: actor.name };
  await tx.insert(drafts).values({ ...written, id, version, ...by });
  return { draftId: id, version };
}
