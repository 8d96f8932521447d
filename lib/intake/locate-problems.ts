import type { Problem } from '@/lib/kernel/problem';
import type { Places } from './staged-row';

/**
 * Gives each problem of a record the line it stands on: that of the item's own row where a row was sent for each item (CSV),
 * that of the field's own element where `places` tells it (XML), else that of the record. Problems that have a line keep it.
 * `rows` are those the record was assembled from.
 */
export function locateProblems(
  problems: readonly Problem[],
  rows: readonly { readonly line: number }[],
  places: Places = {},
): Problem[] {
  const lines = rows.map((row) => row.line).sort((a, b) => a - b);
  return problems.map((problem) => {
    if (problem.line !== undefined || lines.length === 0) return problem;
    const place = Object.hasOwn(places, problem.pointer) ? places[problem.pointer] : undefined;
    if (place) return atPlace(problem, place);
    const item = /^items\.(\d+)/.exec(problem.pointer);
    const line = (item && lines.length > 1 ? lines[Number(item[1])] : undefined) ?? lines[0];
    return line === undefined ? problem : { ...problem, line };
  });
}

function atPlace(problem: Problem, [line, element]: Places[string]): Problem {
  return { ...problem, line, ...(element === '' ? {} : { params: { ...problem.params, element } }) };
}
