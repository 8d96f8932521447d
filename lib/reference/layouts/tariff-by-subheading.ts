import { type Layout, rowByRow } from '../layout';
import { dutyRow, spread } from './duty-lines';

const SUBHEADING = /^\d{6}$/;

/** One rate a subheading, with a mark where the source has a specific part beside it. */
export const ONE_RATE: Layout = {
  name: 'tariff-hs6',
  kind: 'tariff',
  columns: ['hs6', 'ad_valorem_pct', 'source', 'specific_component'],
  source: 'Illustrative schedule by HS subheading after the UK Global Tariff; never a legal rate',
  listOf: () => 'tariff',
  rows: rowByRow((row) => {
    const code = row.shaped('hs6', SUBHEADING, '010121');
    const ratePercent = row.decimal('ad_valorem_pct', 4);
    if (row.text('specific_component') === '') return dutyRow(code, { ratePercent });
    if (row.isSound) row.note('not_ad_valorem', 'specific_component');
    return dutyRow(code, { ratePercent: null, text: `${ratePercent} % +` });
  }),
};

/** Lines, lowest and highest rate of four tariffs for each subheading: usable where the lines agree. */
export const FOUR_TARIFFS: Layout = {
  name: 'tariff-hs6-four',
  kind: 'tariff',
  columns: [
    'hs6',
    ...['us', 'eu', 'uk', 'au'].flatMap((one) => ['lines', 'min', 'max', 'nonadval'].map((of) => `${one}_${of}`)),
  ],
  series: ['us', 'eu', 'uk', 'au'],
  source: 'Rates by HS subheading from the tariffs of the United States, the EU, the UK and Australia',
  listOf: () => 'tariff',
  rows: rowByRow((row, { series }) => {
    const code = row.shaped('hs6', SUBHEADING, '010121');
    const column = (of: string) => `${series}_${of}`;
    if (row.text(column('lines')) === '') {
      if (row.isSound) row.note('no_rate', column('lines'));
      return null;
    }
    const others = row.text(column('nonadval'));
    const [low, high] = [column('min'), column('max')].map((name) => row.judgeDecimal(name, row.text(name), 4));
    if (!row.isSound) return null;
    if (others !== '' && others !== '0') {
      row.note('not_ad_valorem', column('nonadval'));
      return dutyRow(code, { ratePercent: null, text: low && high ? `${spread([low, high])} +` : '' });
    }
    if (!low || !high) {
      row.refuse('required', low ? column('max') : column('min'));
      return null;
    }
    if (low === high) return dutyRow(code, { ratePercent: low });
    row.note('rates_differ', column('max'), { low, high });
    return dutyRow(code, { ratePercent: null, text: spread([low, high]) });
  }),
};
