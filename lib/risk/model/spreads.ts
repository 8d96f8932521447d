import { codeSpread, driftOf, numberSpread, type Spread } from './drift';
import type { FeaturePlan, FeatureRow } from './plan';

/** How each field of a plan is spread over rows: numbers as they are, and the codes that are a key by themselves. */
export function spreadsOf(plan: FeaturePlan, rows: readonly FeatureRow[]): Record<string, Spread> {
  const spreads: Record<string, Spread> = {};
  for (const { field, ages } of plan.numbers) {
    if (!ages) spreads[field] = numberSpread(rows.map((row) => numberOf(row, field)));
  }
  for (const field of codesOf(plan)) spreads[field] = codeSpread(rows.map((row) => row.codes[field] ?? ''));
  return spreads;
}

/** Stability index of every field against the spread it had. */
export function driftsOf(
  spreads: Readonly<Record<string, Spread>>,
  rows: readonly FeatureRow[],
): { readonly field: string; readonly index: number }[] {
  return Object.entries(spreads).map(([field, spread]) => ({
    field,
    index: driftOf(
      spread,
      rows.map((row) => (spread.kind === 'number' ? numberOf(row, field) : (row.codes[field] ?? ''))),
    ),
  }));
}

const numberOf = (row: FeatureRow, field: string) => row.numbers[field] ?? Number.NaN;

function codesOf({ keys, bands }: FeaturePlan): string[] {
  const banded = new Set(bands.map(({ field }) => field));
  return keys.flatMap(({ fields: [field, ...others] }) =>
    field !== undefined && others.length === 0 && !banded.has(field) ? [field] : [],
  );
}
