import { addSums, cellAt, type Grid, sizeOf } from '@/lib/disclosure/grid';
import type { Cell, Earlier, Standing } from '@/lib/disclosure/protect';
import {
  CONTRIBUTOR_ROLES,
  type ContributorRole,
  type Contributors,
  type Held,
  type Share,
} from '@/lib/disclosure/rule';
import { seededRandom } from '@/lib/kernel/prng';

/** One consignment of an invented month. */
export type Parcel = {
  readonly row: number;
  readonly column: number;
  readonly value: bigint;
  readonly by: Readonly<Record<Exclude<ContributorRole, 'consignment'>, number>>;
};

const skewed = (random: () => number, of: number) => Math.floor(of * random() ** 1.4);

/** A month of trade: few large origins and chapters, a long tail of small cells, some cells of one trader, some that one dominates. */
export function aMonthOfTrade(grid: Grid, parcels: number, seed: number): Parcel[] {
  const random = seededRandom(seed);
  const any = (): Parcel => ({
    row: skewed(random, grid.rows),
    column: skewed(random, grid.columns),
    value: BigInt(1 + Math.floor(20_000 * random() ** 3)),
    by: {
      sender: skewed(random, 900),
      importer: Math.floor(random() * 30_000),
      platform: skewed(random, 60),
      operator: Math.floor(random() * 9),
    },
  });
  const planted = Array.from({ length: 120 }, () => ({
    row: Math.floor(random() * grid.rows),
    column: Math.floor(random() * grid.columns),
  }));
  return [
    ...Array.from({ length: parcels }, any),
    // One large trader, or a handful of parcels of one, in cells anywhere.
    ...planted.flatMap((place, at) =>
      Array.from({ length: at % 2 === 0 ? 3 : 40 }, () => {
        const parcel = any();
        return {
          ...parcel,
          ...place,
          value: parcel.value * (at % 2 === 0 ? 1n : 60n),
          by: { ...parcel.by, sender: 10_000 + at },
        };
      }),
    ),
  ];
}

/** The cells of a month as a vintage has them; `changed` are the parcels that came since the vintage before. */
export function cellsOfTrade(grid: Grid, parcels: readonly Parcel[], changed: readonly Parcel[] | null): Cell[] {
  const values: bigint[] = Array.from({ length: sizeOf(grid) }, () => 0n);
  const counts: bigint[] = Array.from({ length: sizeOf(grid) }, () => 0n);
  for (const { row, column, value } of parcels) {
    const cell = cellAt(grid, row, column);
    values[cell] = (values[cell] ?? 0n) + value;
    counts[cell] = (counts[cell] ?? 0n) + 1n;
  }
  addSums(grid, values);
  addSums(grid, counts);
  const behind = contributorsOf(grid, parcels);
  const moved = changed && contributorsOf(grid, changed);
  return values.map((value, cell) => ({
    figures: [value, counts[cell] ?? 0n],
    contributors: behind[cell] ?? {},
    changed: moved && (moved[cell] ?? {}),
  }));
}

/** What a later vintage is protected against. */
export function earlierOf(cells: readonly Cell[], standings: readonly Standing[]): Earlier[] {
  return cells.map(({ figures }, cell) => ({ figures, standing: standings[cell] ?? 'hidden' }));
}

function contributorsOf(grid: Grid, parcels: readonly Parcel[]): Contributors[] {
  const shares: { [Role in ContributorRole]?: Share }[] = Array.from({ length: sizeOf(grid) }, () => ({}));
  for (const role of CONTRIBUTOR_ROLES) {
    const held = shares.map(() => new Map<number, [value: bigint, count: bigint]>());
    parcels.forEach(({ row, column, value, by }, parcel) => {
      const who = role === 'consignment' ? parcel : by[role];
      for (const cell of [
        cellAt(grid, row, column),
        cellAt(grid, row, grid.columns),
        cellAt(grid, grid.rows, column),
        cellAt(grid, grid.rows, grid.columns),
      ]) {
        const own = held[cell]?.get(who);
        if (!own) held[cell]?.set(who, [value, 1n]);
        else [own[0], own[1]] = [own[0] + value, own[1] + 1n];
      }
    });
    held.forEach((amounts, cell) => {
      const all = [...amounts.values()];
      const alone = amounts.size === 1 ? `${role} ${amounts.keys().next().value}` : null;
      const share = shares[cell];
      const measures = [0, 1].map((measure) => largestOf(all.map((own) => own[measure] as bigint)));
      if (share) share[role] = { contributors: amounts.size, held: measures, alone };
    });
  }
  return shares;
}

function largestOf(amounts: readonly bigint[]): Held {
  let [first, second, total] = [0n, 0n, 0n];
  for (const amount of amounts) {
    total += amount;
    if (amount > first) [first, second] = [amount, first];
    else if (amount > second) second = amount;
  }
  return { first, second, total };
}
