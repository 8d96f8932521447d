import { eq, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { clearances } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { ledgerEntries, recordChanges } from '@/db/statistics';
import { inTransaction } from '@/db/transaction';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { ukAct } from '../contract/intake/xml-messages';
import { standing } from './command-cases';
import { sendSubmission } from './send-submission';
import { csvOf } from './submissions';

/** The partner that lodges, and one that has nothing to do with it. */
export const LODGER = demoPartnerActor('harbour-lane');
export const OTHER = demoPartnerActor('northwing-express');

/** Reference data and the partners of the demo. */
export async function seedPartners(): Promise<void> {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date());
  });
}

export const idOf = (reference: string) => consignmentIdOf(LODGER.partnerId ?? '', reference);
export const stateOf = (reference: string) => standing(idOf(reference));

/** Puts a consignment where a test needs it, with the statistics that go with it. */
export async function put(reference: string, set: Partial<typeof clearances.$inferInsert>): Promise<void> {
  const row = await stateOf(reference);
  await inTransaction(async (tx) => {
    const before = await ledgerEntries(tx, [row]);
    await tx.update(clearances).set(set).where(eq(clearances.consignmentId, row.consignmentId));
    const after = await ledgerEntries(tx, [row]);
    await recordChanges(tx, [
      { before: before.get(row.consignmentId) ?? null, after: after.get(row.consignmentId) ?? null },
    ]);
  });
}

/** As it is in the queue, free of everybody. */
export const WAITING = { status: 'selected', releasedAt: null, transmittedAt: null } as const;
/** As its lane releases it. */
export const released = (actByAt: Date) => ({ status: 'released', releasedAt: new Date(), actByAt }) as const;

/** A message that cancels what was lodged under a reference. */
export const cancellation = (reference: string) =>
  ukAct('INV')
    .replace('LRN-UK-1', reference)
    .replace('<ID>26GB0000000000001X</ID>', '')
    .replace('Wrong weight', 'Sent twice');

/** What is known of parties: days without anything left out. */
export async function partyHistory(): Promise<string[]> {
  const { rows } = await db().execute<{ line: string }>(sql`
    select concat_ws(' ', kind, key, day, consignments, value_minor, customs_minor, gifts) as line from risk.party_days
    where consignments <> 0 or value_minor <> 0 or customs_minor <> 0 or gifts <> 0 order by 1`);
  return rows.map(({ line }) => line);
}

/** What senders sent recipients and addresses on each day, as it is kept and as the versions in force add up. */
export async function pairTotals(): Promise<{ readonly kept: string[]; readonly live: string[] }> {
  const read = async (from: SQL) => {
    const line = sql`concat_ws(' ', kind, key, day, sum(consignments), sum(value), sum(customs))`;
    const { rows } = await db().execute<{ line: string }>(sql`
      select ${line} as line from (${from}) as t(kind, key, day, consignments, value, customs)
      group by kind, key, day having sum(consignments) <> 0 or sum(value) <> 0 or sum(customs) <> 0 order by 1`);
    return rows.map((row) => row.line);
  };
  const kept = sql`select kind, key, day, consignments, value_minor, customs_minor from risk.party_days
    where kind in ('recipient_sender', 'address_sender')`;
  const live = sql`select p.kind, p.key || '|' || c.sender_key, c.received_on, 1, a.intrinsic_value_minor, a.customs_value_minor
    from consignment.consignments c
    join clearance.clearances s using (consignment_id, received_on)
    join risk.assessments a on a.consignment_id = c.consignment_id and a.version = c.version
    cross join lateral (values ('recipient_sender', c.recipient_key), ('address_sender', c.address_key)) as p(kind, key)
    where s.status <> 'withdrawn'`;
  return { kept: await read(kept), live: await read(live) };
}

/** A submission that lodges the references, all of them waiting in the queue. */
export async function lodge(...references: string[]): Promise<string> {
  const id = await sendSubmission(LODGER, csvOf(references.map((reference) => ({ reference }))));
  for (const reference of references) await put(reference, WAITING);
  return id;
}

/** Where each of them stands. */
export const statusesOf = async (...references: string[]) =>
  Promise.all(references.map(async (reference) => (await stateOf(reference)).status));
