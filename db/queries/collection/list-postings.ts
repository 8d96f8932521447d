import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { Charge, PostingKind } from '@/lib/collection/dues';
import { firstDayOf, lastDayOf } from '@/lib/collection/month';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { accountNumbered } from './account-scope';

/** A posting with the reference of the consignment it is about; null for one about a payment or a return. */
export type PostingRow = {
  readonly postingId: string;
  readonly subjectId: string;
  readonly reference: string | null;
  readonly bookedOn: string;
  readonly kind: PostingKind;
  readonly charge: Charge;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly ground: string;
};

/** Where a page of postings begins: after this one. */
export type PostingCursor = Pick<PostingRow, 'bookedOn' | 'postingId'>;

/** Postings of an account in a month, in the order they were booked, a page at a time. @throws NotFoundError of another operator or office */
export async function listPostings(
  actor: Actor,
  number: string,
  month: string,
  { after, rows: wanted }: { readonly after: PostingCursor | null; readonly rows: number },
): Promise<PostingRow[]> {
  authorise(actor, 'revenue.read');
  const { accountId } = await accountNumbered(db(), actor, number);
  return postingsBooked({ accountId, from: firstDayOf(month), to: lastDayOf(month), after, rows: wanted });
}

type Asked = {
  readonly accountId: string;
  readonly from: string;
  readonly to: string;
  readonly after: PostingCursor | null;
  readonly rows: number;
};

/** The same for queries that have authorised and know the account. */
export async function postingsBooked({ accountId, from, to, after, rows: wanted }: Asked): Promise<PostingRow[]> {
  const further = after
    ? sql`and (p.booked_on, p.posting_id) > (${after.bookedOn}::date, ${after.postingId}::uuid)`
    : sql``;
  const { rows } = await db().execute<{
    posting_id: string;
    subject_id: string;
    reference: string | null;
    booked_on: string;
    kind: PostingKind;
    charge: Charge;
    amount_minor: string;
    currency: string;
    ground: string;
  }>(sql`
    select p.posting_id, p.subject_id, i.reference, p.booked_on::text, p.kind, p.charge, p.amount_minor::text, p.currency, p.ground
    from revenue.postings p left join consignment.identities i on i.consignment_id = p.subject_id
    where p.account_id = ${accountId} and p.booked_on between ${from}::date and ${to}::date ${further}
    order by p.booked_on, p.posting_id limit ${wanted}`);
  return rows.map((row) => ({
    postingId: row.posting_id,
    subjectId: row.subject_id,
    reference: row.reference,
    bookedOn: row.booked_on,
    kind: row.kind,
    charge: row.charge,
    amountMinor: BigInt(row.amount_minor),
    currency: row.currency,
    ground: row.ground,
  }));
}
