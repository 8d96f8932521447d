import type { Problem } from '@/lib/kernel/problem';

/**
 * Gives each problem of a record the line it stands on: that of the item's own row where a row was sent for each item (CSV),
 * else that of the record. Problems that have a line keep it. `rows` are those the record was assembled from.
 */
export function locateProblems(problems: readonly Problem[], rows: readonly { readonly line: number }[]): Problem[] {
  const lines = rows.map((row) => row.line).sort((a, b) => a - b);
  return problems.map((problem) => {
    if (problem.line !== undefined || lines.length === 0) return problem;
    const item = /^items\.(\d+)/.exec(problem.pointer);
    const line = (item && lines.length > 1 ? lines[Number(item[1])] : undefined) ?? lines[0];
    return line === undefined ? problem : { ...problem, line };
  });
}
