import type { Interval } from '@/lib/kernel/weighted-rate';
import type { CsvCell } from './csv';
import { columnLine, dataLine, type FileScope } from './export-lines';
import type { RandomSample } from './random-sample';
import type { SampleEstimate } from './sample-estimate';

const share = (interval: Interval | null): CsvCell[] =>
  [interval?.value, interval?.low, interval?.high].map((value) =>
    value === undefined ? null : { figure: value.toFixed(6) },
  );
/** A share told as at most its upper limit has no middle and no lower limit. */
const shown = ({ rate, isCeiling }: SampleEstimate): CsvCell[] =>
  rate && isCeiling ? [null, null, { figure: rate.high.toFixed(6) }] : share(rate);
const euros = (interval: Interval | null): CsvCell[] =>
  [interval?.value, interval?.low, interval?.high].map((value) =>
    value === undefined ? null : { figure: (value / 100).toFixed(2) },
  );

/** The whole and its parts; a figure that the sample is too small for is left empty. */
export function* sampleLines({ rows }: RandomSample, scope: FileScope) {
  yield columnLine([
    'channel',
    'value_class_eur',
    'could_be_drawn',
    'drawn',
    'examined',
    'findings',
    'not_compliant',
    'not_compliant_low',
    'not_compliant_high',
    'revenue_at_risk_eur',
    'revenue_at_risk_low_eur',
    'revenue_at_risk_high_eur',
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
        ...euros(estimate.revenueMinor),
        { figure: String(estimate.open) },
      ],
      scope,
    );
}
