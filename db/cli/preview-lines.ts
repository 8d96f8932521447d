import { changedParts } from '@/lib/reference/describe';
import { explainLoadProblem } from '@/lib/reference/explain';
import type { LoadPreview } from '@/lib/reference/preview';

const SAMPLES = 10;
const PROBLEMS = 20;

/** A preview as lines for a terminal: figures, the first changes, the first faults and remarks with their place. */
export function previewLines(preview: LoadPreview): string[] {
  const { rowsRead, added, changed, ended, unchanged, rowsRefused, rowsBegun, rowsEnded } = preview;
  const signs = { added: '+', changed: '~', ended: '-' } as const;
  const samples = preview.samples
    .slice(0, SAMPLES)
    .flatMap((change) => [
      `  ${signs[change.kind]} ${change.key} from ${change.from}`,
      ...changedParts(change).map(({ part, before, after }) => `      ${part}: ${before ?? '–'} → ${after ?? '–'}`),
    ]);
  const problems = preview.problems
    .slice(0, PROBLEMS)
    .map(
      (problem) =>
        `  ${problem.severity === 'error' ? 'refused' : 'remark'}, line ${problem.line ?? '–'}, ${problem.pointer || 'row'}` +
        ` = "${problem.value ?? ''}": ${explainLoadProblem(problem)}`,
    );
  const counts = Object.entries(preview.counts).map(([code, count]) => `${count} × ${code}`);
  return [
    `${rowsRead} rows read, ${rowsRefused} refused`,
    `${added} added, ${changed} changed, ${ended} ended, ${unchanged} unchanged`,
    ...(preview.endsNothing ? ['Rows were refused, so nothing ends by being absent from the file.'] : []),
    `${rowsBegun} dated rows begin, ${rowsEnded} end`,
    ...samples,
    ...(counts.length > 0 ? [counts.join(', ')] : []),
    ...problems,
  ];
}
