import type { z } from 'zod';
import type { SecondOfficerRule } from './policy';
import type { VALUE_SHAPES } from './value-shapes';

type Row = { readonly key: string; readonly value: z.infer<(typeof VALUE_SHAPES)['second_officer']> };

/** The rules for a second officer, amounts in minor units. */
export function secondOfficerRules(
  rows: readonly Row[],
  minor: (text: string) => bigint,
): readonly SecondOfficerRule[] {
  const limit = (text: string | null) => (text === null ? null : minor(text));
  return rows.map(({ key, value }) => ({
    key,
    decisions: value.decisions,
    valueAboveMinor: limit(value.valueAbove),
    correctionAboveMinor: limit(value.correctionAbove),
    unexaminedIn: value.unexaminedIn,
  }));
}
