import 'server-only';
import { and, asc, inArray } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { consignments, items } from '@/db/schema';
import { TRANSPORT_MODES } from '@/lib/consignment/codes';
import type { Party } from '@/lib/consignment/record';
import { NotFoundError } from '@/lib/kernel/errors';
import type { AssessedRecord } from '@/lib/revenue/charges';
import type { RowKey } from './load-goods';

export type DeclaredConsignment = {
  readonly record: AssessedRecord;
  /** When the version in force was received: its charges rest on the policy of that day. */
  readonly declaredAt: Date;
  readonly keys: { readonly sender: string; readonly recipient: string; readonly address: string };
};

/** The declared facts of the version in force, without personal data: charges need none. @throws NotFoundError */
export async function declaredRecord(tx: Executor, at: RowKey): Promise<DeclaredConsignment> {
  const declared = (await declaredRecords(tx, [at])).get(at.consignmentId);
  if (!declared) throw new NotFoundError('consignment');
  return declared;
}

/** The same of many consignments, by their id. */
export async function declaredRecords(
  from: Executor,
  keys: readonly RowKey[],
): Promise<ReadonlyMap<string, DeclaredConsignment>> {
  if (keys.length === 0) return new Map();
  const ids = keys.map(({ consignmentId }) => consignmentId);
  const days = [...new Set(keys.map(({ receivedOn }) => receivedOn))];
  const rows = await from
    .select()
    .from(consignments)
    .where(and(inArray(consignments.consignmentId, ids), inArray(consignments.receivedOn, days)));
  const goods = await from
    .select()
    .from(items)
    .where(and(inArray(items.consignmentId, ids), inArray(items.receivedOn, days)))
    .orderBy(asc(items.consignmentId), asc(items.itemNumber));
  const itemsOf = new Map<string, (typeof goods)[number][]>();
  for (const item of goods) {
    const own = itemsOf.get(item.consignmentId);
    if (own) own.push(item);
    else itemsOf.set(item.consignmentId, [item]);
  }
  return new Map(rows.map((row) => [row.consignmentId, declaredOf(row, itemsOf.get(row.consignmentId) ?? [])]));
}

function declaredOf(
  row: typeof consignments.$inferSelect,
  goods: readonly (typeof items.$inferSelect)[],
): DeclaredConsignment {
  return {
    record: {
      ...row,
      transportMode: TRANSPORT_MODES.find((mode) => mode === row.transportMode) ?? null,
      office: row.officeId,
      sender: withoutPerson(row.senderCountry),
      recipient: withoutPerson(row.recipientCountry),
      items: goods,
      sent: { items: [] },
    },
    declaredAt: row.updatedAt,
    keys: { sender: row.senderKey, recipient: row.recipientKey, address: row.addressKey },
  };
}

function withoutPerson(country: string): Party {
  return { name: '', address: null, city: null, postcode: null, country, id: null, phone: null, email: null };
}
