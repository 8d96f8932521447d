import { excerpt, type Problem } from '@/lib/kernel/problem';
import { firstRecord } from './csv-head';
import { columnLabels, type Layout, type RecordColumn } from './layout';

type Row = { readonly line: number; readonly raw: string };

/**
 * Problems of a mapped record in the words of the file: the column as the file names it (`fileColumn`) with the value as sent there,
 * or that the value is fixed by the mapping, or that no column is mapped. Without a layout they stay as they are.
 */
export function inFileTerms(problems: readonly Problem[], rows: readonly Row[], layout: Layout | null): Problem[] {
  if (!layout) return [...problems];
  const labels = columnLabels(layout.header);
  return problems.map((problem) => {
    const column = problem.pointer.replace(/^items\.\d+\./, '');
    if (column === '' || column === 'items' || problem.params?.fileColumn !== undefined) return problem;
    const index = layout.targets.indexOf(column as RecordColumn);
    if (index < 0) {
      const isFixed = Object.hasOwn(layout.fixed, column);
      return { ...problem, params: { ...problem.params, [isFixed ? 'fixedColumn' : 'unmappedColumn']: column } };
    }
    const named = { ...problem, params: { ...problem.params, fileColumn: labels[index] ?? column } };
    const sent = problem.value === undefined ? undefined : sentIn(rows, problem, layout, index);
    return sent === undefined ? named : { ...named, value: excerpt(sent) };
  });
}

/** The field as sent; a row may begin with problem columns, so it is counted from its end. */
function sentIn(rows: readonly Row[], { line }: Problem, layout: Layout, index: number): string | undefined {
  const row = rows.find((one) => one.line === line);
  const fields = row ? (firstRecord(row.raw, layout.delimiter)?.fields ?? []) : [];
  const at = fields.length - layout.header.length + index;
  return at < 0 ? undefined : fields[at];
}
