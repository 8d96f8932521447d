import type { z } from 'zod';
import type { TrustLevel, TrustTerms } from '@/lib/partnership/trust';
import type { Policy } from './policy';
import type { CheckedRow } from './rows-in-force';
import type { VALUE_SHAPES } from './value-shapes';

/** Levels of trust that terms are entered for, the lowest first. */
export const TRUST_KEYS = ['reliable', 'authorised'] as const satisfies readonly TrustLevel[];

/** What each level of trust asks for, of the rows in force. */
export function trustTermsOf(rows: readonly CheckedRow<z.infer<typeof VALUE_SHAPES.trust>>[]): Policy['trust'] {
  return new Map(
    rows.flatMap(({ key, value, source }) => {
      const level = TRUST_KEYS.find((one) => one === key);
      const terms: TrustTerms = {
        consignments: value.consignments,
        beforeArrival: value.beforeArrivalPercent,
        complete: value.completePercent,
        coded: value.codedPercent,
        answeredInTime: value.answeredInTimePercent,
        findings: value.findingsPercent,
        leastDrawPercent: value.drawPercent,
        source,
      };
      return level ? [[level, terms] as const] : [];
    }),
  );
}
