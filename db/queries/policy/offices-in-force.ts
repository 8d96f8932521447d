import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import { db } from '@/db/connection';
import { codes } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { validOn } from './in-force-cache';

export type OfficesInForce = {
  /** Those addressed by the UN/LOCODE of their place, in the order of their codes. */
  readonly named: readonly { readonly code: string; readonly name: string }[];
  /** How many beside are addressed by their number in the EU list: too many to be read through. */
  readonly numbered: number;
};

const UNLOCODE_CHARS = 5;

/** The offices that records may be sent to today, for whoever sends data: the same list they are judged by. */
export async function officesInForce(actor: Actor, at = new Date()): Promise<OfficesInForce> {
  authorise(actor, 'identity.self');
  const rows = await db()
    .select({ code: codes.key, value: codes.value })
    .from(codes)
    .where(and(eq(codes.kind, 'office'), validOn(codes, dayOf(at))))
    .orderBy(asc(codes.key));
  const named = rows.filter(({ code }) => code.length === UNLOCODE_CHARS);
  return {
    named: named.map(({ code, value }) => ({ code, name: (value as { name?: string }).name ?? code })),
    numbered: rows.length - named.length,
  };
}
