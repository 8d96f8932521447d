/**
 * In which part somebody stands behind a figure. `consignment` counts parcels, which protects persons; `platform` is the marketplace, or
 * the sender where goods were sold on none; `operator` is the partner that sent the data.
 */
export const CONTRIBUTOR_ROLES = ['consignment', 'sender', 'importer', 'platform', 'operator'] as const;
export type ContributorRole = (typeof CONTRIBUTOR_ROLES)[number];

/** What the two largest hold of one measure, and all of them together; of a change by how much they moved, up or down. */
export type Held = { readonly first: bigint; readonly second: bigint; readonly total: bigint };
/** How many stand behind the figures of a cell in one part, and what they hold of each of its measures. */
export type Share = {
  readonly contributors: number;
  readonly held: readonly Held[];
  /** Who it is, where one alone stands behind it: they know the figure. */
  readonly alone?: string | null;
};
/** The same in every part; a part without anybody is left out. */
export type Contributors = { readonly [Role in ContributorRole]?: Share };

type Dominance = {
  /** The largest alone holds at least this part of a hundred. */
  readonly first: number;
  /** The two largest together. */
  readonly firstTwo: number;
  /** What the others hold is less than this part of a hundred of the largest: the second largest could work it out so closely. */
  readonly rest: number;
};
export type RoleRule = { readonly contributorsMin: number; readonly dominance: Dominance | null };
export type DisclosureRule = {
  readonly version: number;
  readonly roles: Readonly<Record<ContributorRole, RoleRule>>;
  /** A hidden figure can be moved by at least this part of a hundred of it, both ways, and everything published stays as it is. */
  readonly slidingPercent: number;
  /** Counts are published as multiples of this. */
  readonly countBase: number;
};

const DOMINANCE: Dominance = { first: 75, firstTwo: 85, rest: 10 };

/**
 * The rule in force. Method: Hundepool et al., Statistical Disclosure Control (2012) and the ESSnet handbook (2nd edition, 2024), chapter on
 * magnitude tables: minimum frequency, (n, k) dominance and p % rule. Published thresholds it keeps at least as strictly: three traders and
 * 75 % for one (Finnish Customs, foreign trade), five and 85 % for two (defaults of a bank's output control). Of operators there are few by
 * nature, so that three are asked of them; ten parcels are asked lest a figure tell of a person. Stored with every vintage: a change
 * of a number, or of how it is applied, is a new version. The second looks at every measure, not at the value alone.
 */
export const DISCLOSURE_RULE: DisclosureRule = {
  version: 2,
  roles: {
    consignment: { contributorsMin: 10, dominance: null },
    sender: { contributorsMin: 5, dominance: DOMINANCE },
    importer: { contributorsMin: 5, dominance: DOMINANCE },
    platform: { contributorsMin: 5, dominance: DOMINANCE },
    operator: { contributorsMin: 3, dominance: DOMINANCE },
  },
  slidingPercent: 10,
  countBase: 5,
};

/** Why a figure would tell of somebody: too few, one that dominates, two that do, or one that can be estimated by another. */
export const SENSITIVITIES = ['few', 'first', 'first_two', 'rest'] as const;
export type Sensitivity = (typeof SENSITIVITIES)[number];
export type Finding = { readonly role: ContributorRole; readonly because: Sensitivity };

/**
 * Why figures, or changes of them, with these contributors may not be told; null where they may. Each measure is looked at: who dominates
 * the mass may be small in value. A part without anybody is one of too few, so that nothing is told of which it is not known who is behind.
 */
export function findingOf(contributors: Contributors, rule: DisclosureRule): Finding | null {
  for (const role of CONTRIBUTOR_ROLES) {
    const because = sensitivityOf(contributors[role] ?? NOBODY, rule.roles[role]);
    if (because) return { role, because };
  }
  return null;
}

const NOBODY: Share = { contributors: 0, held: [] };

function sensitivityOf({ contributors, held }: Share, { contributorsMin, dominance }: RoleRule): Sensitivity | null {
  if (contributors < contributorsMin) return 'few';
  if (!dominance) return null;
  return held.map((one) => dominanceIn(one, dominance)).find((because) => because !== null) ?? null;
}

function dominanceIn({ first, second, total }: Held, dominance: Dominance): Sensitivity | null {
  if (total === 0n) return null;
  if (first * 100n >= total * BigInt(dominance.first)) return 'first';
  if ((first + second) * 100n >= total * BigInt(dominance.firstTwo)) return 'first_two';
  return (total - first - second) * 100n < first * BigInt(dominance.rest) ? 'rest' : null;
}

/** A count as it is published: the nearest multiple of the base, halves away from nought. */
export function roundedCount(count: bigint, { countBase }: DisclosureRule): bigint {
  return roundedTo(count, BigInt(countBase));
}

/** The nearest multiple of a base, halves away from nought. */
export function roundedTo(value: bigint, base: bigint): bigint {
  const magnitude = value < 0n ? -value : value;
  const rounded = ((2n * magnitude + base) / (2n * base)) * base;
  return value < 0n ? -rounded : rounded;
}
