import 'server-only';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { db } from '@/db/connection';
import { agencies, memoranda, partners } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { type MemorandumSubject, memorandumState } from '@/lib/partnership/memorandum';

export type MemorandumRow = {
  readonly memorandumId: string;
  readonly title: string;
  readonly withName: string;
  readonly subject: MemorandumSubject;
  readonly legalBasis: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly state: ReturnType<typeof memorandumState>;
  /** Null for the other side. */
  readonly enteredByName: string | null;
  readonly endReason: string | null;
};

/** Memoranda, the latest first; a partner and an agency read those with them. An administration has tens of them. */
export async function listMemoranda(actor: Actor, at = new Date()): Promise<readonly MemorandumRow[]> {
  authorise(actor, 'memorandum.read');
  const isOther = actor.role === 'partner' || actor.role === 'agency';
  const rows = await db()
    .select({ memorandum: memoranda, partnerName: partners.name, agencyName: agencies.name })
    .from(memoranda)
    .leftJoin(partners, eq(partners.id, memoranda.partnerId))
    .leftJoin(agencies, eq(agencies.id, memoranda.agencyId))
    .where(
      isOther
        ? actor.role === 'partner'
          ? and(isNotNull(memoranda.partnerId), eq(memoranda.partnerId, actor.partnerId ?? NOBODY))
          : and(isNotNull(memoranda.agencyId), eq(memoranda.agencyId, actor.agencyId ?? ''))
        : undefined,
    )
    .orderBy(desc(memoranda.enteredAt), memoranda.memorandumId);
  const today = dayOf(at);
  return rows.map(({ memorandum, partnerName, agencyName }) => ({
    memorandumId: memorandum.memorandumId,
    title: memorandum.title,
    withName: partnerName ?? agencyName ?? '',
    subject: memorandum.subject,
    legalBasis: memorandum.legalBasis,
    validFrom: memorandum.validFrom,
    validTo: memorandum.validTo,
    state: memorandumState(memorandum, today),
    enteredByName: isOther ? null : memorandum.enteredByName,
    endReason: memorandum.endReason,
  }));
}

const NOBODY = '00000000-0000-0000-0000-000000000000';
