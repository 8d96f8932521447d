import { parquetWriteBuffer } from 'hyparquet-writer';
import type { CsvCell } from '@/lib/kernel/csv';

/** Decimal digits that fit into 64 bits. */
const PRECISION = 18;

/**
 * Rows of a table as Apache Parquet (format 2), one column each as in CSV. Columns of text stay text. Those of figures are decimals with as
 * many digits after the point as their figures carry: exact, and missing where a figure cannot be said. What the table is stands in the
 * foot of the file, where readers look for it.
 * @param figuresFrom index of the first column of figures
 */
export function tableParquet(
  columns: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  { figuresFrom, about }: { readonly figuresFrom: number; readonly about: readonly (readonly [string, string])[] },
): ArrayBuffer {
  const told = columns.map((name, at) => {
    const texts = rows.map((row) => textOf(row[at] ?? null));
    const digits = Math.max(0, ...texts.map((text) => (text ?? '').split('.')[1]?.length ?? 0));
    return { name, texts, digits, isFigure: at >= figuresFrom };
  });
  return parquetWriteBuffer({
    columnData: told.map(({ name, texts, digits, isFigure }) => ({
      name,
      data: isFigure ? texts.map((text) => scaled(text, digits)) : texts,
    })),
    schema: [
      { name: 'root', num_children: columns.length },
      ...told.map(({ name, digits, isFigure }) =>
        isFigure
          ? ({
              name,
              type: 'INT64',
              repetition_type: 'OPTIONAL',
              converted_type: 'DECIMAL',
              precision: PRECISION,
              scale: digits,
            } as const)
          : ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const),
      ),
    ],
    kvMetadata: about.map(([key, value]) => ({ key, value })),
  });
}

const textOf = (cell: CsvCell): string | null => (cell !== null && typeof cell === 'object' ? cell.figure : cell);

/** Exact decimal text as an integer of its last digit. */
function scaled(text: string | null, digits: number): bigint | null {
  if (text === null) return null;
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(`${whole}${fraction.padEnd(digits, '0')}`);
}
