import type { Layout, Reading } from '../layout';
import type { ReferenceRow } from '../row';
import type { SourceRow } from '../source-row';
import { dutyRow, lineCodes, rateOf, Subheadings } from './duty-lines';

type Columns = { readonly percent: string; readonly text: string; readonly kind: string };
type Period = { readonly validFrom: string | null; readonly validTo: string | null };
const ALWAYS: Period = { validFrom: null, validTo: null };

/** Eight-figure lines, each with its rate; six-figure codes get the rate all their lines agree on. */
function byLine(
  codeColumn: string,
  columnsOf: (reading: Reading) => Columns,
  periodOf: (row: SourceRow, reading: Reading) => Period | null = () => ALWAYS,
): Layout['rows'] {
  return async function* rows(source, reading): AsyncGenerator<ReferenceRow> {
    const subheadings = new Subheadings();
    for await (const row of source) {
      const codes = lineCodes(row, codeColumn);
      const rate = rateOf(row, columnsOf(reading));
      const period = periodOf(row, reading);
      if (!codes || !rate || !period || !row.isSound) continue;
      subheadings.enter(codes.subheading, rate, row.line);
      yield { ...dutyRow(codes.line, rate), ...period, line: row.line };
    }
    yield* subheadings.rows();
  };
}

const wholeTariff = () => 'tariff';

/** EU Common Customs Tariff and UK Global Tariff by the line of the Combined Nomenclature, side by side. */
export const COMBINED_NOMENCLATURE: Layout = {
  name: 'tariff-cn8',
  kind: 'tariff',
  columns: ['cn8', 'hs6', 'eu_cet_rate', 'eu_cet_pct', 'eu_cet_kind', 'uk_gt_rate', 'uk_gt_pct', 'uk_gt_kind'],
  series: ['eu', 'uk'],
  source: 'Customs tariff by line of the Combined Nomenclature (UK Department for International Trade, 2020)',
  listOf: wholeTariff,
  rows: byLine('cn8', ({ series }) => {
    const prefix = series === 'uk' ? 'uk_gt' : 'eu_cet';
    return { percent: `${prefix}_pct`, text: `${prefix}_rate`, kind: `${prefix}_kind` };
  }),
};

/** Rates that ran out before the list acts are no rates any more. */
function usPeriod(row: SourceRow, reading: Reading): Period | null {
  const begins = row.day('begin_date');
  const ends = row.day('end_date');
  if (begins !== null && ends !== null && ends < begins) row.refuse('period', 'end_date', { begins });
  if (!row.isSound) return null;
  if (ends !== null && ends < reading.validFrom) {
    row.note('expired', 'end_date');
    return null;
  }
  // The tariff data base writes a far day for rates without an end.
  const isOpen = ends === null || ends >= '2050-01-01';
  const isAhead = begins !== null && begins > reading.validFrom;
  return { validFrom: isAhead ? begins : null, validTo: isOpen ? null : ends };
}

/** United States tariff, column 1 general, by eight-figure line. */
export const UNITED_STATES: Layout = {
  name: 'tariff-us-hts8',
  kind: 'tariff',
  columns: ['hts8', 'hs6', 'mfn_text_rate', 'mfn_pct', 'kind', 'begin_date', 'end_date'],
  source: 'Harmonized Tariff Schedule of the United States, column 1 general (USITC)',
  listOf: wholeTariff,
  rows: byLine('hts8', () => ({ percent: 'mfn_pct', text: 'mfn_text_rate', kind: 'kind' }), usPeriod),
};

/** Australian working tariff, Schedule 3, general rates. */
export const AUSTRALIA: Layout = {
  name: 'tariff-au-schedule3',
  kind: 'tariff',
  columns: ['hs8', 'hs6', 'duty_text', 'general_pct', 'kind'],
  source: 'Australian working tariff, Schedule 3, general rates (ABF)',
  listOf: wholeTariff,
  rows: byLine('hs8', () => ({ percent: 'general_pct', text: 'duty_text', kind: 'kind' })),
};
