import { type FaultKind, type PlannedFault, told } from './plan';
import type { Recovery } from './recovery';

/** A fault as it went. */
export type DoneFault = {
  readonly fault: PlannedFault;
  /** Seconds after the load began. */
  readonly beganSeconds: number;
  readonly lastedSeconds: number;
  readonly met: string;
  readonly recovery: Recovery;
};

/** Everything a report tells. */
export type LoadReport = {
  readonly seed: number;
  readonly minutes: number;
  readonly machine: string;
  readonly begunAt: string;
  readonly plan: readonly PlannedFault[];
  readonly done: readonly DoneFault[];
  readonly looks: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number>>;
  readonly differences: readonly string[];
  readonly notes: readonly string[];
};

const seconds = (value: number | null) => (value === null ? 'never' : value.toFixed(1));

/** Worst and middle recovery of every kind of fault that was done, the slowest first. */
export function recoveryByKind(
  done: readonly DoneFault[],
): { kind: FaultKind; times: number; middle: number | null; worst: number | null }[] {
  const kinds = [...new Set(done.map(({ fault }) => fault.kind))];
  const rows = kinds.map((kind) => {
    const own = done.filter(({ fault }) => fault.kind === kind).map(({ recovery }) => recovery.all);
    const known = own.filter((value) => value !== null).sort((a, b) => a - b);
    const isWhole = known.length === own.length;
    return {
      kind,
      times: own.length,
      middle: known[Math.floor(known.length / 2)] ?? null,
      worst: isWhole ? (known.at(-1) ?? null) : null,
    };
  });
  return rows.sort((a, b) => (b.worst ?? Number.POSITIVE_INFINITY) - (a.worst ?? Number.POSITIVE_INFINITY));
}

/** The report as a page of Markdown. */
export function written(report: LoadReport): string {
  const { done, plan, differences } = report;
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const head = (cells: readonly string[]) => [row(cells), row(cells.map(() => '---'))];
  return [
    `# Faults under load, seed ${report.seed}, ${report.minutes} minutes`,
    '',
    `${report.begunAt}; ${report.machine}.`,
    '',
    differences.length === 0
      ? '**Nothing lost, nothing doubled: no invariant was broken.**'
      : `**${differences.length} differences:**`,
    ...differences.map((line) => `- ${line}`),
    '',
    '## Recovery by kind of fault',
    '',
    'Seconds from the end of the fault until the installation was ready, decided, and had imported a batch again.',
    '',
    ...head(['fault', 'times', 'middle s', 'worst s']),
    ...recoveryByKind(done).map(({ kind, times, middle, worst }) =>
      row([kind, times, seconds(middle), seconds(worst)]),
    ),
    '',
    '## Every fault',
    '',
    ...head(['at s', 'fault', 'lasted s', 'ready s', 'decision s', 'batch s', 'what it met']),
    ...done.map(({ fault, beganSeconds, lastedSeconds, met, recovery }) =>
      row([
        beganSeconds.toFixed(0),
        fault.jumpMinutes > 0 ? `${fault.kind} (${fault.jumpMinutes} min)` : fault.kind,
        lastedSeconds.toFixed(1),
        seconds(recovery.ready),
        seconds(recovery.decision),
        seconds(recovery.batch),
        met,
      ]),
    ),
    '',
    done.length < plan.length
      ? `${done.length} of ${plan.length} planned faults were done; recovery took the time of the rest.`
      : `All ${plan.length} planned faults were done.`,
    '',
    '## Looks at the invariants',
    '',
    ...head(['invariant', 'looks']),
    ...Object.entries(report.looks).map(([id, times]) => row([id, times])),
    '',
    '## Figures',
    '',
    ...head(['figure', 'value']),
    ...Object.entries(report.figures).map(([name, value]) => row([name, value])),
    '',
    '## What is simulated',
    '',
    ...report.notes.map((line) => `- ${line}`),
    '',
    '## Plan',
    '',
    '```',
    ...plan.map(told),
    '```',
    '',
  ].join('\n');
}
