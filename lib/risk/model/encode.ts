import { History, type Label } from './history';
import { emptyMatrix, type Matrix } from './matrix';
import type { FeaturePlan, FeatureRow } from './plan';

/** The features of rows by a past that stands still: what a model scores. */
export function encodeRows(history: History, rows: readonly FeatureRow[]): Matrix {
  const matrix = emptyMatrix(rows.length, history.width);
  rows.forEach((row, at) => {
    history.encode(row, matrix.values, at * history.width);
  });
  return matrix;
}

/**
 * The features of rows as they were on their own day: every row sees the results of earlier days only. Afterwards the
 * history holds them all. @throws RangeError when the rows are not in the order of their days.
 */
export function encodeAsOf(history: History, rows: readonly FeatureRow[], labels: readonly Label[]): Matrix {
  const matrix = emptyMatrix(rows.length, history.width);
  let unseen = 0;
  let today = '';
  rows.forEach((row, at) => {
    if (row.day < today) throw new RangeError(`row ${at} of ${row.day} comes after one of ${today}`);
    if (row.day > today) {
      for (; unseen < at; unseen++) observeAt(history, rows, labels, unseen);
      today = row.day;
    }
    history.encode(row, matrix.values, at * history.width);
  });
  for (; unseen < rows.length; unseen++) observeAt(history, rows, labels, unseen);
  return matrix;
}

/**
 * The features of rows by the results of all other folds, for trials on goods never seen: rows that belong together share a
 * fold, so that none is encoded by its own kind.
 */
export function encodeOutOfFold(
  plan: FeaturePlan,
  rows: readonly FeatureRow[],
  labels: readonly Label[],
  folds: ArrayLike<number>,
): Matrix {
  const histories = new Map<number, History>();
  for (let at = 0; at < rows.length; at++) {
    const fold = folds[at] ?? 0;
    if (!histories.has(fold)) histories.set(fold, new History(plan));
  }
  for (const [fold, history] of histories) {
    for (let at = 0; at < rows.length; at++) if (folds[at] !== fold) observeAt(history, rows, labels, at);
  }
  const matrix = emptyMatrix(rows.length, histories.values().next().value?.width ?? 0);
  rows.forEach((row, at) => {
    histories.get(folds[at] ?? 0)?.encode(row, matrix.values, at * matrix.width);
  });
  return matrix;
}

/** A history of all these rows. */
export function historyOf(plan: FeaturePlan, rows: readonly FeatureRow[], labels: readonly Label[]): History {
  const history = new History(plan);
  rows.forEach((_, at) => {
    observeAt(history, rows, labels, at);
  });
  return history;
}

function observeAt(history: History, rows: readonly FeatureRow[], labels: readonly Label[], at: number): void {
  const row = rows[at];
  if (row) history.observe(row, labels[at] ?? null);
}
