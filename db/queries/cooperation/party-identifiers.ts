import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { consignments, parties } from '@/db/schema';
import type { IdentifierKind } from '@/lib/cooperation/identifier-kinds';
import { nameAndAddress, normaliseIdentifier } from '@/lib/cooperation/identifiers';

type Row = {
  id: string;
  reference: string;
  officeId: string;
  schemeId: string | null;
  name: string;
  address: string | null;
  city: string | null;
  postcode: string | null;
  identifier: string | null;
  phone: string | null;
  email: string | null;
};

/** A consignment with what identifies its parties, normalised, by kind. */
export type Identified = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly officeId: string;
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly normalised: string }[];
};

/**
 * A portion of what some offices received on a day, after a consignment, in the order of ids; current versions only. Personal data are
 * read to be hashed and go no further. Takes no actor: the worker's command composes it.
 */
export async function partyIdentifiers(
  from: Executor,
  { day, officeIds, after, most }: { day: string; officeIds: readonly string[]; after: string; most: number },
): Promise<readonly Identified[]> {
  const { rows } = await from.execute<Row>(sql`
    with portion as (
      select consignment_id, received_on, version, reference, office_id, scheme_id from ${consignments}
      where received_on = ${day} and consignment_id > ${after} and office_id = any(${sql.param([...officeIds])}::text[])
      order by consignment_id limit ${most}
    )
    select c.consignment_id as id, c.reference, c.office_id as "officeId", c.scheme_id as "schemeId",
      p.name, p.address, p.city, p.postcode, p.identifier, p.phone, p.email
    from portion c
    join ${parties} p on p.consignment_id = c.consignment_id and p.received_on = c.received_on and p.version = c.version
    where p.received_on = ${day}
    order by c.consignment_id`);
  const found = new Map<string, { row: Row; identifiers: { kind: IdentifierKind; normalised: string }[] }>();
  for (const row of rows) {
    const known = found.get(row.id) ?? { row, identifiers: [] };
    known.identifiers.push(...identifiersIn(row));
    found.set(row.id, known);
  }
  return [...found].map(
    ([
      consignmentId,
      {
        row: { reference, officeId },
        identifiers,
      },
    ]) => {
      return { consignmentId, reference, officeId, identifiers };
    },
  );
}

function identifiersIn(row: Row) {
  const given: [IdentifierKind, string | null][] = [
    ['phone', row.phone],
    ['email', row.email],
    ['tax_number', row.identifier],
    ['scheme_number', row.schemeId],
  ];
  const place = [row.address, row.postcode, row.city].filter((part) => part !== null).join(' ');
  return [
    ...given.map(([kind, text]) => ({ kind, normalised: text === null ? null : normaliseIdentifier(kind, text) })),
    { kind: 'name_and_address' as const, normalised: nameAndAddress(row.name, place) },
  ].flatMap(({ kind, normalised }) => (normalised === null ? [] : [{ kind, normalised }]));
}
