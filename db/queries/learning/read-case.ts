import 'server-only';
import { asc, inArray } from 'drizzle-orm';
import { db } from '@/db/connection';
import type { ConsignmentDetail } from '@/db/queries/consignment/consignment-detail';
import { findScoped } from '@/db/queries/consignment/find-scoped';
import { readConsignment } from '@/db/queries/consignment/get-consignment';
import { type UnitValues, unitValuesOf } from '@/db/queries/consignment/get-unit-values';
import { type HitView, hitsOfConsignment } from '@/db/queries/profile/hits-of';
import { type MatchView, matchesOfConsignment } from '@/db/queries/screening/matches-of';
import { asItStood } from '@/db/queries/second-look/as-it-stood';
import { examinations } from '@/db/schema';
import { maskMatch } from '@/lib/clearance/mask-match';
import type { ResultCode } from '@/lib/clearance/results';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { HIDDEN, maskCase, maskWords } from '@/lib/learning/mask-case';
import type { CaseTruth } from '@/lib/learning/truth';

/** A case as the page of a consignment shows one. */
export type CaseView = {
  readonly detail: ConsignmentDetail;
  readonly unitValues: UnitValues;
  readonly hits: readonly HitView[];
  readonly matches: readonly MatchView[];
};

/** The same as it is stored: JSON, amounts of unit values as decimal text. */
export type StoredCase = Omit<CaseView, 'unitValues'> & { readonly unitValues: unknown };

/** Facts of a profile's hit that would lead to a business. */
const LEADING = ['schemeId', 'sellerName', 'marketplace', 'partnerId'];

/**
 * A consignment of one's own offices as a case of a course, under another name: as it stood before anybody acted on it, and masked before
 * it leaves this query. @throws NotFoundError for a foreign office too
 */
export async function readCase(actor: Actor, consignmentId: string, reference: string, at: Date): Promise<StoredCase> {
  authorise(actor, 'learning.set');
  const found = await findScoped(actor, consignmentId);
  const [detail, unitValues, hits, matches] = await Promise.all([
    readConsignment(actor, found, at),
    unitValuesOf(found.clearance, at),
    hitsOfConsignment(actor, consignmentId, at),
    matchesOfConsignment(actor, consignmentId),
  ]);
  const untouched = asItStood(detail, { drawnAt: found.clearance.receivedAt });
  return {
    detail: maskCase(untouched, reference),
    unitValues: toStored({
      ...unitValues,
      items: unitValues.items.map((item) => ({ ...item, description: maskWords(item.description) })),
    }),
    hits: hits.map((hit) => ({
      ...hit,
      met: hit.met.map((fact) => (LEADING.includes(fact.field) ? { ...fact, actual: HIDDEN } : fact)),
    })),
    matches: matches.map((match) => ({ ...match, ...maskMatch(match), isMasked: true, dismissal: null })),
  };
}

function toStored(values: UnitValues): unknown {
  return JSON.parse(JSON.stringify(values, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)));
}

type Stored<T> = T extends bigint | Date
  ? string
  : T extends readonly (infer One)[]
    ? readonly Stored<One>[]
    : T extends object
      ? { readonly [Name in keyof T]: Stored<T[Name]> }
      : T;

/** A stored case with its amounts as they are counted. */
export function fromStored({ unitValues, ...rest }: StoredCase): CaseView {
  const stored = unitValues as Stored<UnitValues>;
  return {
    ...rest,
    unitValues: {
      ...stored,
      items: stored.items.map(({ unitMinor, band, ...item }) => ({
        ...item,
        unitMinor: unitMinor === null ? null : BigInt(unitMinor),
        band: band && {
          ...band,
          lowMinor: BigInt(band.lowMinor),
          medianMinor: BigInt(band.medianMinor),
          highMinor: BigInt(band.highMinor),
          computedAt: new Date(band.computedAt),
        },
      })),
    },
  };
}

/** What the last examination of each consignment found; without one whose result nobody entered. Whoever calls has authorised. */
export async function truthsOf(consignmentIds: readonly string[]): Promise<ReadonlyMap<string, CaseTruth>> {
  if (consignmentIds.length === 0) return new Map();
  const rows = await db()
    .select({
      consignmentId: examinations.consignmentId,
      resultCode: examinations.resultCode,
      corrections: examinations.corrections,
    })
    .from(examinations)
    .where(inArray(examinations.consignmentId, [...consignmentIds]))
    .orderBy(asc(examinations.recordedAt));
  return new Map(
    rows.flatMap(({ consignmentId, resultCode, corrections }) =>
      resultCode === null
        ? []
        : [[consignmentId, { result: resultCode as ResultCode, corrections: corrections.map(masked) }] as const],
    ),
  );
}

type Correction = (typeof examinations.$inferSelect)['corrections'][number];

function masked({ itemNumber, field, declared, corrected }: Correction): CaseTruth['corrections'][number] {
  return {
    itemNumber,
    field,
    declared: declared === null ? null : maskWords(declared),
    true: maskWords(corrected),
  };
}
