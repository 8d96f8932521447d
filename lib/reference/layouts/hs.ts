import { type Layout, rowByRow, UNDATED } from '../layout';

/** Chapters, headings and subheadings of the Harmonized System, one a row. */
export const HS: Layout = {
  name: 'hs-codes',
  kind: 'hs',
  columns: ['code', 'level', 'parent', 'section', 'description', 'special'],
  source: 'Harmonized System (WCO), wording of UN Comtrade',
  listOf: () => 'hs',
  rows: rowByRow((row) => {
    const code = row.shaped('code', /^\d{2}(?:\d{2}){0,2}$/, '010121');
    if (row.oneOf('level', ['2', '4', '6']) !== String(code.length) && row.isSound)
      row.refuse('level_wrong', 'level', { code });
    if (row.text('parent') !== code.slice(0, -2)) row.refuse('parent_wrong', 'parent', { code });
    const name = row.required('description');
    if (row.text('special') === '1') {
      row.note('special_code', 'code');
      return null;
    }
    const section = row.text('section');
    return { rowKind: 'hs_code', key: code, value: section === '' ? { name } : { name, section }, ...UNDATED };
  }),
};
