import 'server-only';
import { asc, desc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { apiKeys, partners } from '@/db/schema';
import type { Channel } from '@/lib/consignment/codes';
import type { Actor } from '@/lib/identity/actor';
import type { KeyKind } from '@/lib/identity/api-key';
import type { KeyScope } from '@/lib/identity/key-scopes';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError } from '@/lib/kernel/errors';
import { isUuid } from '@/lib/kernel/ids';

export type PartnerRow = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly kind: 'platform' | 'carrier' | 'post' | 'broker';
  /** What its messages mean where they name none; null where nothing is set. */
  readonly defaultOfficeId: string | null;
  readonly transitDays: number | null;
  readonly defaultChannel: Channel | null;
  readonly disabledAt: Date | null;
  readonly createdAt: Date;
  readonly keysInUse: number;
};

export type PartnerKeyRow = {
  readonly id: string;
  readonly kind: KeyKind;
  readonly prefix: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
  readonly scopes: readonly KeyScope[];
  /** When it ends by itself, since it was changed for a new one. */
  readonly expiresAt: Date | null;
  /** Revoked, or past its end. */
  readonly isOver: boolean;
  readonly revokedAt: Date | null;
};

const columns = {
  id: partners.id,
  key: partners.key,
  name: partners.name,
  kind: partners.kind,
  defaultOfficeId: partners.defaultOfficeId,
  transitDays: partners.transitDays,
  defaultChannel: partners.defaultChannel,
  disabledAt: partners.disabledAt,
  createdAt: partners.createdAt,
  // Columns are printed without their table when only one table is selected from: the inner table needs a name of its own.
  keysInUse: sql<number>`(select count(*)::int from ${apiKeys} held where held.partner_id = ${sql.identifier('partners')}.id and held.revoked_at is null)`,
};

/** Everybody who sends advance data, by name; an administration has tens of them. */
export async function listPartners(actor: Actor): Promise<PartnerRow[]> {
  authorise(actor, 'admin.partners');
  return db().select(columns).from(partners).orderBy(asc(partners.name), asc(partners.id));
}

/** One partner with its keys, the newest first. @throws NotFoundError */
export async function getPartner(actor: Actor, id: string): Promise<PartnerRow & { keys: PartnerKeyRow[] }> {
  authorise(actor, 'admin.partners');
  const [partner] = isUuid(id) ? await db().select(columns).from(partners).where(eq(partners.id, id)) : [];
  if (!partner) throw new NotFoundError('partner');
  return { ...partner, keys: await keysOfPartner(id) };
}

/** The keys of the actor's own partner, the newest first; empty for people of none. */
export async function listOwnKeys(actor: Actor): Promise<PartnerKeyRow[]> {
  authorise(actor, 'sandbox.keys');
  return actor.partnerId ? keysOfPartner(actor.partnerId) : [];
}

async function keysOfPartner(partnerId: string, at = new Date()): Promise<PartnerKeyRow[]> {
  const rows = await db()
    .select({
      id: apiKeys.id,
      kind: apiKeys.kind,
      prefix: apiKeys.prefix,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
      scopes: apiKeys.scopes,
      expiresAt: apiKeys.expiresAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .where(eq(apiKeys.partnerId, partnerId))
    .orderBy(desc(apiKeys.createdAt), apiKeys.id);
  return rows.map((row) => ({
    ...row,
    isOver: row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= at),
  }));
}
