import type { CsvCell } from '@/lib/kernel/csv';
import type { Interval } from '@/lib/kernel/weighted-rate';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { amountCell, amountColumn, columnLine, dataLine, type FileScope } from './export-lines';
import type { RandomSample } from './random-sample';
import type { SampleEstimate } from './sample-estimate';

const share = (interval: Interval | null): CsvCell[] =>
  [interval?.value, interval?.low, interval?.high].map((value) =>
    value === undefined ? null : { figure: value.toFixed(6) },
  );
/** A share told as at most its upper limit has no middle and no lower limit. */
const shown = ({ rate, isCeiling }: SampleEstimate): CsvCell[] =>
  rate && isCeiling ? [null, null, { figure: rate.high.toFixed(6) }] : share(rate);
/** An estimate has no exact minor units: rounded to whole ones, whose decimals are told. */
const amounts = (interval: Interval | null, currency: PolicyCurrency): CsvCell[] =>
  [interval?.value, interval?.low, interval?.high].map((minor) =>
    minor === undefined ? null : amountCell(BigInt(Math.round(minor)), currency),
  );

/** The whole and its parts; a figure that the sample is too small for is left empty. */
export function* sampleLines({ rows }: RandomSample, scope: FileScope) {
  const { currency } = scope;
  const amount = (name: string) => amountColumn(name, currency);
  yield columnLine([
    'channel',
    amount('value_class'),
    'could_be_drawn',
    'drawn',
    'examined',
    'findings',
    'not_compliant',
    'not_compliant_low',
    'not_compliant_high',
    amount('revenue_at_risk'),
    amount('revenue_at_risk_low'),
    amount('revenue_at_risk_high'),
    'findings_with_open_charges',
  ]);
  for (const { channel, valueClass, estimate } of rows)
    yield dataLine(
      [
        channel ?? 'all',
        valueClass ?? 'all',
        ...[estimate.size, estimate.drawn, estimate.examined, estimate.findings].map((value) => ({
          figure: String(value),
        })),
        ...shown(estimate),
        ...amounts(estimate.revenueMinor, currency),
        { figure: String(estimate.open) },
      ],
      scope,
    );
}
