import 'server-only';
import { and, asc, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import {
  attachments,
  auditLog,
  clearances,
  decisions,
  items,
  offices,
  parties,
  partners,
  privacyStatements,
} from '@/db/schema';
import { maskParty } from '@/lib/clearance/mask-party';
import type { Party } from '@/lib/consignment/record';
import { dayOf } from '@/lib/kernel/dates';
import { type HeldConsignment, reasonCode } from '@/lib/privacy/held';
import { LOOKS } from '@/lib/privacy/looks';
import { keptBackBy, keptUntil } from '@/lib/privacy/retention';
import { isSought, type Sought } from '@/lib/privacy/sought';
import type { Standing } from './find-subject';
import { keepFacts } from './keep-facts';

type Stored = typeof parties.$inferSelect;

/**
 * What is held of a person in the consignments it may stand in: a look into each table for all of them. Versions that name somebody else
 * stay masked, and where the newest does, of goods, decisions and files nothing is told. For who has authorised.
 */
export async function heldOfSubject(
  tx: Tx,
  sought: Sought,
  standing: readonly Standing[],
  at: Date,
): Promise<HeldConsignment[]> {
  if (standing.length === 0) return [];
  const ids = [...new Set(standing.map(({ consignmentId }) => consignmentId))];
  const days = [...new Set(standing.map(({ receivedOn }) => receivedOn))];
  const rows = await tx
    .select({ row: clearances, partner: partners.name, office: offices.name })
    .from(clearances)
    .innerJoin(partners, eq(partners.id, clearances.partnerId))
    .innerJoin(offices, eq(offices.id, clearances.officeId))
    .where(and(inArray(clearances.consignmentId, ids), inArray(clearances.receivedOn, days)));
  const people = await tx
    .select()
    .from(parties)
    .where(and(inArray(parties.consignmentId, ids), inArray(parties.receivedOn, days)))
    .orderBy(desc(parties.version));
  const goods = await tx
    .select()
    .from(items)
    .where(and(inArray(items.consignmentId, ids), inArray(items.receivedOn, days)))
    .orderBy(asc(items.itemNumber));
  const decided = await tx
    .select()
    .from(decisions)
    .where(and(inArray(decisions.consignmentId, ids), eq(decisions.state, 'final')))
    .orderBy(asc(decisions.decidedAt));
  const files = await tx
    .select()
    .from(attachments)
    .where(inArray(attachments.consignmentId, ids))
    .orderBy(asc(attachments.sentAt));
  const looks = await tx
    .select({ id: auditLog.subjectId, at: auditLog.at, role: auditLog.role, reason: auditLog.reason })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.subjectType, 'consignment'),
        inArray(auditLog.subjectId, ids),
        sql`${auditLog.action} = any(${sql.param([...LOOKS])}::text[])`,
        // Answers to the person are looks without a reason.
        isNotNull(auditLog.reason),
      ),
    )
    .orderBy(asc(auditLog.at));
  const said = await tx
    .select()
    .from(privacyStatements)
    .where(inArray(privacyStatements.consignmentId, ids))
    .orderBy(asc(privacyStatements.cameOn));
  const [facts, policy] = [await keepFacts(tx, standing), await policyInForce(tx, dayOf(at))];
  const found = new Map(rows.map((one) => [one.row.consignmentId, one]));
  return standing.flatMap(({ consignmentId, receivedOn, standsAs }): HeldConsignment[] => {
    const one = found.get(consignmentId);
    const keeping = facts.get(consignmentId);
    if (!one || !keeping) return [];
    const isRestricted = keptBackBy({ ...keeping.open, money: false, legal_hold: false }) !== null;
    const here = <Row extends { readonly consignmentId: string }>(all: readonly Row[]) =>
      all.filter((row) => row.consignmentId === consignmentId);
    const versions = here(people).filter(({ kind }) => kind === standsAs);
    const own = versions.filter((row) => isSought(sought, standsAs, asParty(row), one.row.reference));
    const [newest] = own;
    if (!newest) return [];
    const isOfNow = newest === versions[0];
    const other = here(people).find(({ kind, version }) => kind !== standsAs && version === newest.version);
    return [
      {
        ...{ consignmentId, receivedOn, standsAs, isRestricted },
        ...{ reference: one.row.reference, sentBy: one.partner, office: one.office, status: one.row.status },
        own: own.map((row) => ({ version: row.version, ...asParty(row) })),
        ofOthers: versions
          .filter((row) => !own.includes(row))
          .map((row) => ({ version: row.version, ...maskParty(row) })),
        otherParty: other ? maskParty(other) : null,
        goods: (isOfNow ? here(goods) : []).map(({ description, commodityCode, quantity, value, currency }) => ({
          ...{ description, commodityCode, quantity, value, currency },
        })),
        decisions:
          isRestricted || !isOfNow
            ? []
            : here(decided).map(({ kind, ground, decidedAt }) => ({ kind, ground, decidedOn: dayOf(decidedAt) })),
        files: (isOfNow ? here(files) : []).map(({ kind, sentAt, erasedAt }) => ({
          ...{ kind, sentOn: dayOf(sentAt), isErased: erasedAt !== null },
        })),
        looks: isRestricted
          ? []
          : looks
              .filter(({ id }) => id === consignmentId)
              .map(({ at: on, role, reason }) => ({ on: dayOf(on), role, why: reasonCode(reason) })),
        statements: here(said)
          .filter((row) => row.standsAs === standsAs && own.some(({ version }) => version === row.version))
          .map(({ kind, cameOn, words }) => ({ kind, cameOn, words })),
        keptUntil: keptUntil('consignments', keeping.done, policy),
      },
    ];
  });
}

const asParty = ({ name, address, city, postcode, country, identifier, phone, email }: Stored): Party => ({
  ...{ name, address, city, postcode, country, id: identifier, phone, email },
});
