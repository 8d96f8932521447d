import { beginningOf } from './storable';

/**
 * A fault in what somebody sent, addressed so that it can be found and mended: the place (`line` of the file, 1-based),
 * the field (`pointer`, dotted: `items.2.net_mass_kg`), the rule (`code`) and the value as sent (`value`, cut to 200 characters).
 */
export type Problem = {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly pointer: string;
  readonly line?: number;
  readonly value?: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** Why a decision was refused: a code of the catalogue, the field it hangs on and the legal or internal ground. */
export type Reason = {
  readonly code: string;
  readonly pointer?: string;
  readonly citation?: string;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** Longest excerpt of a refused value that is kept beside the problem; the raw bytes keep the whole. */
export const VALUE_EXCERPT_CHARS = 200;

/** Cuts a refused value to what a message may carry. */
export function excerpt(value: string): string {
  return value.length > VALUE_EXCERPT_CHARS ? `${beginningOf(value, VALUE_EXCERPT_CHARS)}…` : value;
}
