import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { addDays } from '@/lib/kernel/dates';
import { LINK_KINDS, type LinkCursor, type LinkKeys, type LinkKind } from '@/lib/risk/links';

/** How far back consignments are linked. */
export const LINKED_DAYS = 365;

/** Column of each key; each has an index that is read from its most recent end. */
const COLUMNS: Readonly<Record<LinkKind, SQL>> = {
  recipient: sql.raw('c.recipient_key'),
  address: sql.raw('c.address_key'),
  phone: sql.raw('c.phone_key'),
  sender: sql.raw('c.sender_key'),
  scheme: sql.raw('c.scheme_id'),
};

type KeyRow = { consignment_id: string } & LinkKeys;

/**
 * Keys of some consignments by id, as parts of queries that know which of them exist for whom. Without an address the key of an
 * address is that of a postcode, and links nobody.
 */
export async function keysOfConsignments(
  rows: readonly { readonly consignmentId: string; readonly receivedOn: string }[],
): Promise<ReadonlyMap<string, LinkKeys>> {
  if (rows.length === 0) return new Map();
  const asked = JSON.stringify(rows.map(({ consignmentId, receivedOn }) => ({ id: consignmentId, day: receivedOn })));
  const found = await db().execute<KeyRow>(sql`
    select c.consignment_id, c.recipient_key as recipient, case when p.address is null then null else c.address_key end as address,
      c.phone_key as phone, c.sender_key as sender, c.scheme_id as scheme
    from json_to_recordset(${asked}::json) as k(id uuid, day date)
    join consignment.consignments c on c.consignment_id = k.id and c.received_on = k.day
    left join consignment.parties p on p.consignment_id = c.consignment_id and p.received_on = c.received_on
      and p.version = c.version and p.kind = 'recipient'`);
  return new Map(found.rows.map(({ consignment_id, ...keys }) => [consignment_id, keys]));
}

export type Asked = { readonly kind: LinkKind; readonly key: string };
export type Bearer = { readonly hub: number; readonly consignmentId: string; readonly day: string };

/**
 * The most recent consignments that bear each of some keys, within the actor's offices: one look into an index per key, a branch
 * each rather than a lateral join, whose limit could not be kept over shards. `hub` is the place of the key among those asked.
 */
export async function bearersOf(
  actor: Actor,
  asked: readonly Asked[],
  without: readonly string[],
  { today, after, limit }: { readonly today: string; readonly after: LinkCursor | null; readonly limit: number },
): Promise<readonly Bearer[]> {
  authorise(actor, 'consignment.read');
  if (asked.length === 0) return [];
  const own = actor.kind === 'system' ? sql`` : sql`and c.office_id = any(${sql.param([...actor.officeIds])}::text[])`;
  const beyond = after
    ? sql`and (c.received_on, c.consignment_id) < (${after.day}::date, ${after.consignmentId}::uuid)`
    : sql``;
  const branches = asked.map(
    (
      { kind, key },
      hub,
    ) => sql`(select ${sql.raw(String(hub))} as hub, c.consignment_id as "consignmentId", c.received_on::text as day
      from consignment.consignments c
      where ${COLUMNS[kind]} = ${key} and c.received_on >= ${addDays(today, -LINKED_DAYS)}::date ${own} ${beyond}
        and c.consignment_id <> all(${sql.param([...without])}::uuid[])
      order by c.received_on desc, c.consignment_id desc limit ${limit})`,
  );
  const { rows } = await db().execute<Bearer>(sql.join(branches, sql` union all `));
  return rows;
}

/** The keys a consignment can be linked by, in the order of the kinds. */
export function askedOf(keys: LinkKeys, only: LinkKind | null = null): readonly Asked[] {
  return LINK_KINDS.flatMap((kind) => {
    const key = keys[kind];
    return key === null || (only !== null && kind !== only) ? [] : [{ kind, key }];
  });
}
