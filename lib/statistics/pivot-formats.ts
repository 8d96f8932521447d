/** Files of a table of the explorer, and their media types. */
export const PIVOT_FORMATS = ['csv', 'xlsx', 'parquet', 'json'] as const;
export type PivotFormat = (typeof PIVOT_FORMATS)[number];

export const PIVOT_TYPES: Readonly<Record<PivotFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json',
};

/** The format of an address: CSV where none is given; null for one there is none of. */
export function pivotFormatOf(format: string | null): PivotFormat | null {
  if (format === null) return 'csv';
  return PIVOT_FORMATS.find((known) => known === format) ?? null;
}
