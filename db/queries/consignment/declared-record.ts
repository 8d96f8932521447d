import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { consignments, items } from '@/db/schema';
import { TRANSPORT_MODES } from '@/lib/consignment/codes';
import type { ConsignmentRecord, Party } from '@/lib/consignment/record';
import { NotFoundError } from '@/lib/kernel/errors';

export type DeclaredConsignment = {
  readonly record: ConsignmentRecord;
  /** When the version in force was received: its charges rest on the policy of that day. */
  readonly declaredAt: Date;
  readonly keys: { readonly sender: string; readonly recipient: string; readonly address: string };
};

/** The declared facts of the version in force, without personal data: charges need none. */
export async function declaredRecord(
  tx: Executor,
  at: { readonly consignmentId: string; readonly receivedOn: string },
): Promise<DeclaredConsignment> {
  const [row] = await tx
    .select()
    .from(consignments)
    .where(and(eq(consignments.consignmentId, at.consignmentId), eq(consignments.receivedOn, at.receivedOn)));
  if (!row) throw new NotFoundError('consignment');
  const goods = await tx
    .select()
    .from(items)
    .where(and(eq(items.consignmentId, at.consignmentId), eq(items.receivedOn, at.receivedOn)))
    .orderBy(asc(items.itemNumber));
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
