import { groupDecimals } from '@/components/ui/format';
import type { Reason } from '@/lib/kernel/problem';

/**
 * The values of a reason's sentence, amounts as the reader writes them. A reason about a field quotes what was typed and how to
 * type it, letter by letter.
 */
export function reasonValues(locale: string, { params, pointer }: Reason) {
  return params && pointer === undefined ? groupDecimals(locale, params) : params;
}
