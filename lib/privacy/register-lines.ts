import type { ColumnClass, ColumnRule, Erasing } from './column';
import { COLUMN_REGISTER } from './columns';

/** How the erasing of a column is told. `by_rows`: whole rows go, or it is emptied by the way of its own kind. */
export type ToldErasing = 'cleared' | 'marked' | 'unlinked' | 'parts' | 'by_rows';

export type RegisterLine = {
  readonly key: string;
  readonly table: string;
  readonly columns: readonly string[];
  readonly rule: ColumnRule;
  /** Null where it stays, or goes with what it belongs to. */
  readonly erasing: ToldErasing | null;
};

/** The register with columns of one table and one rule on one line, of one class or of all. */
export function registerLines(only: ColumnClass | null): readonly RegisterLine[] {
  const lines = new Map<string, RegisterLine & { readonly columns: string[] }>();
  for (const [table, rules] of Object.entries(COLUMN_REGISTER)) {
    for (const [column, rule] of Object.entries(rules)) {
      if (only !== null && rule.columnClass !== only) continue;
      const key = `${table} ${JSON.stringify(rule)}`;
      const line = lines.get(key);
      if (line) line.columns.push(column);
      else lines.set(key, { key, table, columns: [column], rule, erasing: toldErasing(rule) });
    }
  }
  return [...lines.values()];
}

/** Kinds of keeping that a job of erasing ends by the row. */
const BY_ROWS: readonly ColumnRule['keptBy'][] = ['attachment', 'submission', 'history', 'training', 'short'];

function toldErasing({ erasing, keptBy, columnClass }: ColumnRule): ToldErasing | null {
  if (erasing !== undefined) return told(erasing);
  return columnClass === 'personal' && BY_ROWS.includes(keptBy) ? 'by_rows' : null;
}

function told(erasing: Erasing): ToldErasing {
  if (erasing === 'mark') return 'marked';
  if (erasing === 'unlinked') return 'unlinked';
  return typeof erasing === 'string' ? 'cleared' : 'parts';
}
