import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import type { Party } from '@/lib/consignment/record';
import type { StandsAs } from '@/lib/privacy/codes';
import { isNarrowed, partyOf, type Sought } from '@/lib/privacy/sought';
import { phoneKey, recipientKey, senderKey } from '@/lib/risk/party-keys';

export type Standing = { readonly consignmentId: string; readonly receivedOn: string; readonly standsAs: StandsAs };

/** Consignments one answer tells of. */
export const TOLD_MAX = 200;

/**
 * Where a person may stand in the consignments that are held, each once, the newest first: any identifier that fits is enough. Each is a
 * look into an index. By a reference the recipient is meant. Which versions name the person is for `heldOfSubject` to see. For who has
 * authorised; erased people are found no more.
 */
export async function findSubject(tx: Tx, sought: Sought): Promise<readonly Standing[]> {
  const found = new Map<string, Standing>();
  for (const part of partsOf(sought)) {
    const { rows } = await tx.execute<Standing>(sql`
      select s.id as "consignmentId", s.received_on::text as "receivedOn", s.stands_as as "standsAs" from (${part}) as s
       order by s.received_on desc, s.id limit ${TOLD_MAX + 1}`);
    for (const row of rows) found.set(`${row.consignmentId} ${row.standsAs}`, row);
  }
  return [...found.values()].sort((a, b) => b.receivedOn.localeCompare(a.receivedOn)).slice(0, TOLD_MAX + 1);
}

function partsOf(sought: Sought): SQL[] {
  const { name, postcode, country, phone, email, reference } = sought;
  const nobody: Party = partyOf(sought);
  const byKey = (column: 'sender_key' | 'recipient_key' | 'phone_key', key: string) =>
    sql`select c.consignment_id as id, c.received_on, ${column === 'sender_key' ? 'sender' : 'recipient'}::text as stands_as
      from consignment.consignments c where ${sql.raw(`c.${column}`)} = ${key}`;
  const phoned = phone === null ? null : phoneKey(phone);
  return [
    ...(name && postcode && country
      ? [byKey('recipient_key', recipientKey(nobody)), sendersAt(postcode, senderKey(nobody))]
      : []),
    ...(phoned === null ? [] : [byKey('phone_key', phoned)]),
    ...(email === null
      ? []
      : [
          sql`select distinct p.consignment_id as id, p.received_on, p.kind as stands_as
            from consignment.parties p where lower(p.email) = lower(${email}) and p.email is not null`,
        ]),
    ...(reference === null || !isNarrowed(sought)
      ? []
      : [
          sql`select i.consignment_id as id, i.received_on, 'recipient'::text as stands_as
            from consignment.identities i where lower(i.reference) = lower(${reference})`,
        ]),
  ];
}

/** Senders are known by name and country: of one name in a country only those of the postcode are meant. */
const sendersAt = (postcode: string, key: string) =>
  sql`select distinct c.consignment_id as id, c.received_on, 'sender'::text as stands_as
    from consignment.consignments c
    join consignment.parties p on p.consignment_id = c.consignment_id and p.received_on = c.received_on and p.kind = 'sender'
   where c.sender_key = ${key} and lower(replace(p.postcode, ' ', '')) = lower(replace(${postcode}, ' ', ''))`;
