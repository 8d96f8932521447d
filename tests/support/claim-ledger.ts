import type pg from 'pg';

/** A claim that somebody was told is theirs; `take next` does not tell the number. */
export type AnsweredClaim = {
  readonly consignmentId: string;
  readonly officerId: string;
  readonly claimNumber: number | null;
};

type Claim = { consignmentId: string; claimNumber: number; officerId: string; at: Date };
type End = Claim & { kind: string };

export type ClaimCheck = {
  /** A sentence for each thing that must not be. */
  readonly differences: readonly string[];
  readonly claims: number;
  /** Claims that began while an earlier one of the same consignment had not ended. */
  readonly doubleHolds: number;
  /** Most milliseconds by which the instants of a claim and of the end before it stand in the wrong order. */
  readonly disorderMsMax: number;
};

const CLAIMS = `
  select consignment_id as "consignmentId", (values ->> 'claimNumber')::int as "claimNumber", actor_id as "officerId", at
  from clearance.events where kind = 'claimed' and actor_id = any($1) order by 1, 2`;

/** What ends a claim and tells its number; a lease that ran out is ended by the system. */
const ENDS = `
  select consignment_id as "consignmentId", (values ->> 'claimNumber')::int as "claimNumber", actor_id as "officerId", at, kind
  from clearance.events where kind in ('given_back', 'lease_expired')
    and consignment_id in (select consignment_id from clearance.events where kind = 'claimed' and actor_id = any($1))`;

const STANDING = `
  select consignment_id as "consignmentId", claim_number as "claimNumber", claimed_by as "officerId"
  from clearance.clearances
  where consignment_id in (select consignment_id from clearance.events where kind = 'claimed' and actor_id = any($1))`;

const AUDITED = `
  select count(*)::int as n from audit.log where action = 'clearance.claim' and actor_id = any($1)
    and exists (select from clearance.events e where e.consignment_id::text = subject_id and e.kind = 'claimed'
      and e.actor_id = log.actor_id and e.values ->> 'claimNumber' = log.details ->> 'claimNumber')`;

/**
 * Checks from timeline and audit that officers never held one consignment at the same time: the claims of a consignment are
 * numbered 1, 2, 3 without gap, each but the last ended under its own number by its own holder, and every claim that was
 * answered is there once. The officers are new, and nobody else claimed what they claimed.
 */
export async function checkClaims(
  client: pg.Client,
  officerIds: readonly string[],
  answered: readonly AnsweredClaim[],
): Promise<ClaimCheck> {
  const officers = [[...officerIds]];
  const claims = (await client.query<Claim>(CLAIMS, officers)).rows;
  const ends = (await client.query<End>(ENDS, officers)).rows;
  const standing = (await client.query<Claim>(STANDING, officers)).rows;
  const audited = (await client.query<{ n: number }>(AUDITED, officers)).rows[0]?.n ?? 0;
  const differences = [...judgeNumbers(claims, standing), ...judgeAnswers(claims, answered)];
  if (audited !== claims.length)
    differences.push(`${claims.length} claims in the timelines, ${audited} in the audit log`);
  const holds = judgeHolds(claims, ends);
  differences.push(...holds.sentences);
  return {
    differences,
    claims: claims.length,
    doubleHolds: holds.sentences.length,
    disorderMsMax: holds.disorderMsMax,
  };
}

const keyOf = (claim: { consignmentId: string; claimNumber: number | null }) =>
  `${claim.consignmentId} ${claim.claimNumber}`;

function grouped<T>(list: readonly T[], keyOfOne: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOfOne(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function judgeNumbers(claims: readonly Claim[], standing: readonly Claim[]): string[] {
  const byConsignment = grouped(claims, ({ consignmentId }) => consignmentId);
  return standing.flatMap(({ consignmentId, claimNumber }) => {
    const numbers = byConsignment.get(consignmentId)?.map((claim) => claim.claimNumber) ?? [];
    const isWhole = numbers.length === claimNumber && numbers.every((number, index) => number === index + 1);
    return isWhole ? [] : [`${consignmentId} stands at claim ${claimNumber}, its timeline tells ${numbers.join(', ')}`];
  });
}

function judgeAnswers(claims: readonly Claim[], answered: readonly AnsweredClaim[]): string[] {
  const differences: string[] = [];
  const holders = new Map(claims.map((claim) => [keyOf(claim), claim.officerId]));
  const numbered = answered.filter(({ claimNumber }) => claimNumber !== null);
  for (const claim of numbered) {
    if (holders.get(keyOf(claim)) !== claim.officerId)
      differences.push(`claim ${keyOf(claim)} was answered to another than the holder`);
  }
  const told = new Set(numbered.map(keyOf));
  if (told.size !== numbered.length) differences.push(`${numbered.length - told.size} claims were answered twice`);
  const own = (claim: { consignmentId: string; officerId: string }) => `${claim.officerId} ${claim.consignmentId}`;
  const counts = new Map<string, number>();
  for (const claim of claims) counts.set(own(claim), (counts.get(own(claim)) ?? 0) + 1);
  for (const claim of answered) counts.set(own(claim), (counts.get(own(claim)) ?? 0) - 1);
  const uneven = [...counts.values()].filter((count) => count !== 0).length;
  if (uneven > 0)
    differences.push(`${uneven} times an officer was answered other claims of a consignment than were recorded`);
  return differences;
}

function judgeHolds(claims: readonly Claim[], ends: readonly End[]): { sentences: string[]; disorderMsMax: number } {
  const endOf = grouped(ends, keyOf);
  const sentences: string[] = [];
  let disorderMsMax = 0;
  for (const [index, claim] of claims.entries()) {
    const next = claims[index + 1];
    const own = endOf.get(keyOf(claim)) ?? [];
    if (own.length > 1) sentences.push(`claim ${keyOf(claim)} ended ${own.length} times`);
    if (next?.consignmentId !== claim.consignmentId) continue;
    const [end] = own;
    if (!end) sentences.push(`claim ${keyOf(claim)} had not ended when ${next.officerId} claimed`);
    else if (end.kind === 'given_back' && end.officerId !== claim.officerId)
      sentences.push(`claim ${keyOf(claim)} was given back by another than its holder`);
    else disorderMsMax = Math.max(disorderMsMax, end.at.getTime() - next.at.getTime());
  }
  return { sentences, disorderMsMax };
}
