import { rows } from '../parameter';

/** Illustrative: one standard and one reduced rate as in several Member States; never a legal rate. */
export const VAT_RATES = rows(
  {
    kind: 'vat_rate',
    validFrom: '2021-07-01',
    source: 'Illustrative, within Articles 96 to 98 and Annex III of Council Directive 2006/112/EC',
    edition: 'example 2026-1',
  },
  {
    standard: { ratePercent: '21', prefixes: [] },
    reduced: {
      ratePercent: '9',
      prefixes: [
        ...['02', '03', '04', '07', '08', '09', '10', '11', '15', '16', '17', '18', '19', '20', '21'],
        ...['2201', '2202', '30', '4901', '4902', '4903', '9021'],
      ],
    },
  },
);
