import type { z } from 'zod';
import { DECISION_KINDS } from '@/lib/consignment/codes';
import type { Policy, Power } from './policy';
import type { CheckedRow } from './rows-in-force';
import type { VALUE_SHAPES } from './value-shapes';

type Rows<K extends keyof typeof VALUE_SHAPES> = readonly CheckedRow<z.infer<(typeof VALUE_SHAPES)[K]>>[];

/** Who may take which decision, of the rows in force. */
export function powersOf(rows: Rows<'power'>, minor: (text: string) => bigint): Policy['powers'] {
  return new Map(
    rows.flatMap(({ key, value: { roles, officerUpTo }, source }) => {
      const kind = DECISION_KINDS.find((one) => one === key);
      const power: Power = { roles, officerUpToMinor: officerUpTo === null ? null : minor(officerUpTo), source };
      return kind ? [[kind, power] as const] : [];
    }),
  );
}

/** Which decisions take a second officer, of the rows in force. */
export function secondOfficerRules(
  rows: Rows<'second_officer'>,
  minor: (text: string) => bigint,
): Policy['secondOfficer'] {
  const limit = (text: string | null) => (text === null ? null : minor(text));
  return rows.map(({ key, value }) => ({
    key,
    decisions: value.decisions,
    valueAboveMinor: limit(value.valueAbove),
    correctionAboveMinor: limit(value.correctionAbove),
    unexaminedIn: value.unexaminedIn,
  }));
}
