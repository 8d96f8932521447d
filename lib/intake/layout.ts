import { COLUMN_GUIDE, missingColumnsOf, RECORD_COLUMNS } from '@/lib/consignment/column-guide';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export const DECIMAL_MARKS = ['point', 'comma'] as const;
export const DATE_FORMS = ['iso', 'dmy_dots', 'dmy_slashes', 'mdy_slashes'] as const;
export const MASS_UNITS = ['kg', 'g'] as const;

export type Delimiter = (typeof DELIMITERS)[number];
export type RecordColumn = (typeof RECORD_COLUMNS)[number];
/** What a column of the file is: one of the record, kept with the record without being read, or left in the file only. */
export type Target = RecordColumn | 'kept' | 'left_out';
export type FixedValues = Readonly<Partial<Record<RecordColumn, string>>>;

/** How a CSV file that is not in our columns is to be read. Stored as it is: add members, never rename. */
export type Layout = {
  readonly delimiter: Delimiter;
  readonly decimalMark: (typeof DECIMAL_MARKS)[number];
  readonly dateForm: (typeof DATE_FORMS)[number];
  readonly massUnit: (typeof MASS_UNITS)[number];
  /** Names of the columns exactly as the file has them, in order; they may be blank or repeated. */
  readonly header: readonly string[];
  /** What each column of the header is. */
  readonly targets: readonly Target[];
  /** Values for columns of the record that the file lacks, in our own notation. */
  readonly fixed: FixedValues;
};

/** What a person chooses; delimiter and header are read from the file. */
export type LayoutChoice = Omit<Layout, 'delimiter' | 'header'>;

/** Differ from record to record: one value for all of them would be wrong. */
const OF_ONE_RECORD: ReadonlySet<RecordColumn> = new Set<RecordColumn>([
  'reference',
  's10_id',
  'house_ref',
  'lrn',
  'mrn',
  'item_number',
  'description',
  'value',
]);

/** Columns of the record that may have one value for the whole file. */
export const FIXABLE: readonly RecordColumn[] = RECORD_COLUMNS.filter((column) => !OF_ONE_RECORD.has(column));

/** Names JavaScript objects treat as more than a key. */
const REFUSED = /^(__proto__|constructor|prototype)$/;

/** A name for each column that no other has: blank and repeated names get their position. */
export function columnLabels(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((name, index) => {
    const isPlain = name.trim() !== '' && !REFUSED.test(name) && header.indexOf(name) === header.lastIndexOf(name);
    let label = isPlain ? name : `${name} #${index + 1}`.trim();
    while (taken.has(label)) label += ` #${index + 1}`;
    taken.add(label);
    return label;
  });
}

export type LayoutFault = {
  readonly code:
    | 'column_count'
    | 'column_twice'
    | 'column_missing'
    | 'fixed_and_mapped'
    | 'fixed_refused'
    | 'not_in_list';
  /** Column of the record; null where the whole is meant. */
  readonly column: RecordColumn | null;
  /** Positions in the header the fault is about. */
  readonly indexes: readonly number[];
};

/** Everything that stands against reading a file by a layout; empty when nothing does. */
export function judgeLayout({ header, targets, fixed }: Pick<Layout, 'header' | 'targets' | 'fixed'>): LayoutFault[] {
  if (targets.length !== header.length) return [{ code: 'column_count', column: null, indexes: [] }];
  const missing = missingColumnsOf((column) => targets.includes(column) || (fixed[column] ?? '') !== '');
  const faults: LayoutFault[] = [];
  for (const column of RECORD_COLUMNS) {
    const indexes = targets.flatMap((target, index) => (target === column ? [index] : []));
    const value = fixed[column] ?? '';
    const note = (code: LayoutFault['code']) => faults.push({ code, column, indexes });
    if (indexes.length > 1) note('column_twice');
    if (value !== '' && !FIXABLE.includes(column)) note('fixed_refused');
    else if (value !== '' && indexes.length > 0) note('fixed_and_mapped');
    else if (missing.includes(column)) note('column_missing');
    const { accepted } = COLUMN_GUIDE[column];
    if (value !== '' && accepted && !accepted.includes(value)) note('not_in_list');
  }
  return faults;
}
