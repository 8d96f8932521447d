import type { Answer, Target } from './submit-file';

/** Problems that are told one by one; the file of problems holds them all. */
const TOLD = 10;

/** Why a file was not taken at all, as the server says it. */
export function reasonOf({ title, detail, reasons = [] }: Answer): string {
  const told = reasons.flatMap(({ message }) => message ?? []);
  if (told.length > 0) return told.join(' ');
  return [title, detail].filter(Boolean).join(' ') || 'The server gave no answer that could be read.';
}

/** What became of a submission, for whoever sent it: the counts, what stopped the file or its records, and where to go on. */
export function outcomeLines(done: Answer, { url }: Pick<Target, 'url'>): string[] {
  const { submissionId, status, received, accepted, quarantined = 0, unchanged, updated, problems = [] } = done;
  const faults = problems.filter(({ severity }) => severity !== 'warning');
  const remarks = problems.length - faults.length;
  const at = (path: string) => new URL(path, url).href;
  const isRefused = status === 'refused';
  return [
    isRefused
      ? 'refused: nothing of the file was used.'
      : `${status}: ${received} received = ${accepted} accepted + ${quarantined} quarantined + ${unchanged} unchanged + ${updated} updated`,
    ...faults.slice(0, TOLD).map(({ line, message = '' }) => `  ${placed(line, message)}`),
    ...more(faults.length - TOLD, 'more problem', 'more problems'),
    ...more(remarks, 'remark, which stops nothing', 'remarks, which stop nothing'),
    ...(quarantined > 0
      ? [`Refused rows: ${at(`/api/v1/submissions/${submissionId}/problems.csv`)} (with the same key)`]
      : []),
    ...(done.mapColumnsAt ? [`Other columns on purpose? Map them at ${at(done.mapColumnsAt)}`] : []),
    done.sandbox ? 'Sandbox: nothing of it was kept.' : at(`/submissions/${submissionId}`),
  ];
}

function more(count: number, one: string, other: string): string[] {
  return count > 0 ? [`  and ${count.toLocaleString('en')} ${count === 1 ? one : other}`] : [];
}

/** A sentence with its line, unless it says it. */
function placed(line: number | null | undefined, message: string): string {
  return line === null || line === undefined || new RegExp(`\\bline ${line}\\b`, 'i').test(message)
    ? message
    : `Line ${line}: ${message}`;
}
