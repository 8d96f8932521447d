import type { CsvCell } from '@/lib/kernel/csv';
import type { Rate } from '@/lib/kernel/wilson';
import { amountCell, amountColumn, columnLine, dataLine, type FileScope } from './export-lines';
import { type Overlap, YIELD_OUTCOMES, type Yield, type YieldKey } from './yields';

type NameOf = (source: YieldKey) => string;

const figure = (value: number | bigint): CsvCell => ({ figure: String(value) });
const ratio = (value: number | undefined): CsvCell => (value === undefined ? null : { figure: value.toFixed(6) });
export const rateCells = (rate: Pick<Rate, 'rate' | 'low' | 'high'> | null): CsvCell[] => [
  ratio(rate?.rate),
  ratio(rate?.low),
  ratio(rate?.high),
];

/** Every source with its outcomes and what it found; seconds run from order to result. */
export function* yieldLines(rows: readonly Yield[], nameOf: NameOf, scope: FileScope) {
  yield columnLine([
    'kind',
    'source',
    'name',
    'selected',
    ...YIELD_OUTCOMES,
    'examined',
    'hit_rate',
    'hit_rate_low',
    'hit_rate_high',
    'lift',
    'lift_low',
    'lift_high',
    'order_to_result_seconds',
    'results',
    amountColumn('charges_found', scope.currency),
    'charges_open',
  ]);
  for (const row of rows)
    yield dataLine(
      [
        row.kind,
        row.key,
        nameOf(row),
        figure(row.selected),
        ...YIELD_OUTCOMES.map((outcome) => figure(row.outcomes[outcome])),
        figure(row.examined),
        ...rateCells(row.hitRate),
        ...[row.lift?.value ?? undefined, row.lift?.low, row.lift?.high ?? undefined].map(ratio),
        figure(Math.round(row.seconds)),
        figure(row.timed),
        amountCell(row.extraChargesMinor, scope.currency),
        figure(row.openCharges),
      ],
      scope,
    );
}

/** The pairs of rules that mostly meet the same consignments. */
export function* overlapLines(overlaps: readonly Overlap[], nameOf: NameOf, scope: FileScope) {
  yield columnLine([
    'rule',
    'name',
    'of',
    'other_rule',
    'other_name',
    'other_of',
    'both',
    'share',
    'found_by_rule_alone',
  ]);
  for (const { a, b, ofA, ofB, both, share, onlyA } of overlaps)
    yield dataLine(
      [a.key, nameOf(a), figure(ofA), b.key, nameOf(b), figure(ofB), figure(both), ratio(share), figure(onlyA)],
      scope,
    );
}
