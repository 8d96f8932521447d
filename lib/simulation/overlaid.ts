import type { PolicyParameter } from '@/lib/policy/parameter';
import type { ParameterChange } from './changes';

/** Where a row of a simulation says it comes from: it is no law. */
export const SIMULATED_SOURCE = 'simulation';

/** Before any law of an administration. */
const FROM_EVER = '0001-01-01';

/**
 * The dated rows with the changes of a simulation laid over them: a changed parameter takes the place of every row of its key, on all
 * days; all others stay as they were in force on each day.
 */
export function overlaid(
  rows: readonly PolicyParameter[],
  changes: readonly ParameterChange[],
): readonly PolicyParameter[] {
  if (changes.length === 0) return rows;
  const changed = new Set(changes.map(({ kind, key }) => `${kind} ${key}`));
  return [
    ...rows.filter(({ kind, key }) => !changed.has(`${kind} ${key}`)),
    ...changes.map(({ kind, key, value }) => ({
      ...{ kind, key, value, validFrom: FROM_EVER, validTo: null },
      ...{ source: SIMULATED_SOURCE, edition: SIMULATED_SOURCE },
    })),
  ];
}
