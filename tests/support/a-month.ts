import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { partners } from '@/db/schema';
import { aConsignment, type Placed, receivedAt, withItems, withRecipient, withSender } from './a-consignment';
import { type Desk, NOW } from './a-desk';

/** The month that tests of publication play in, and the instants around it. */
export const MONTH = '2026-10';
export const FROZEN_AT = new Date('2026-11-05T06:00:00Z');

const NAMES = ['Amber', 'Birch', 'Cedar', 'Dahlia', 'Elder', 'Fern', 'Ginger', 'Hazel', 'Iris', 'Juniper'] as const;

type Goods = { readonly originCountry: string; readonly commodityCode: string };

/** Partners beside the desk's own, so that figures have operators enough. */
export async function operatorsOf(desk: Desk, more = 2): Promise<readonly Pick<Desk, 'officeId' | 'partnerId'>[]> {
  const others = Array.from({ length: more }, () => ({ officeId: desk.officeId, partnerId: randomUUID() }));
  await db()
    .insert(partners)
    .values(
      others.map(({ partnerId }) => ({
        id: partnerId,
        key: `partner-${partnerId}`,
        name: 'Another operator',
        kind: 'carrier' as const,
        createdAt: NOW,
      })),
    );
  return [desk, ...others];
}

/** Consignments of one cell, each of another sender and recipient as far as they go, by all operators in turn. */
export async function goodsOf(
  operators: readonly Pick<Desk, 'officeId' | 'partnerId'>[],
  { originCountry, commodityCode }: Goods,
  { count, senders = 7, on = 12 }: { readonly count: number; readonly senders?: number; readonly on?: number },
): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (let at = 0; at < count; at += 1) {
    const operator = operators[at % operators.length] as Pick<Desk, 'officeId' | 'partnerId'>;
    placed.push(
      await aConsignment(
        operator,
        receivedAt(new Date(`${MONTH}-${String(on).padStart(2, '0')}T08:00:00Z`)),
        withSender({ name: `${NAMES[at % senders]} Works`, country: originCountry }),
        withRecipient({ name: `${NAMES[at % NAMES.length]} ${NAMES[Math.floor(at / NAMES.length)]}` }),
        withItems({ originCountry, commodityCode }),
      ),
    );
  }
  return placed;
}

/** Lets some consignments be of versions that came at an instant. */
export async function versionsCameAt(placed: readonly Placed[], instant: Date): Promise<void> {
  for (const { consignmentId, receivedOn } of placed)
    await db().execute(sql`
      insert into consignment.versions
        (consignment_id, received_on, version, submission_id, record_number, received_at, content_hash, sent)
      select consignment_id, received_on, 2, submission_id, record_number, ${instant.toISOString()}::timestamptz, content_hash, sent
      from consignment.versions where consignment_id = ${consignmentId}::uuid and received_on = ${receivedOn}`);
}
