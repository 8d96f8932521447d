import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { machine, percentile } from '@/tests/bench/report';
import { type Outcome, table } from '../shared/report';
import type { Found } from './check';
import type { Imported } from './imports';
import type { Shift } from './officers';
import type { PlannedFault } from './plan';
import { type DoneFault, recoveryByKind, written } from './report';
import type { Site } from './site';

const REPORTS = join('.data', 'faults');

type About = {
  readonly options: { readonly minutes: number; readonly seed: number; readonly officers: number };
  readonly plan: readonly PlannedFault[];
  readonly begunAt: string;
  readonly loadSeconds: number;
  readonly site: Site;
};
type Result = {
  readonly shift: Shift;
  readonly imported: Imported;
  readonly done: readonly DoneFault[];
  readonly found: Found;
  readonly differences: readonly string[];
};

/** Writes the report of a run under load, and gives its outcome. */
export async function outcomeOf(about: About, result: Result): Promise<Outcome> {
  const { options, plan, site } = about;
  const { shift, done, found, differences } = result;
  const figures = figuresOf(about, result);
  const report = {
    ...{ seed: options.seed, minutes: options.minutes, machine: machine(), begunAt: about.begunAt, plan, done },
    ...{ looks: Object.fromEntries(found.looks), figures, differences, notes: notesOf(site) },
  };
  await mkdir(REPORTS, { recursive: true });
  const path = join(REPORTS, `load-${about.begunAt.replaceAll(':', '').slice(0, 15)}-seed-${options.seed}`);
  await writeFile(`${path}.md`, written(report));
  await writeFile(
    `${path}.json`,
    `${JSON.stringify({ ...report, refusals: Object.fromEntries(shift.refusals) }, null, 2)}\n`,
  );
  const refused = [...shift.refusals].sort(([, a], [, b]) => b - a).map(([code, times]) => `${times} ${code}`);
  const rows = recoveryByKind(done).map(({ kind, times, middle, worst }) => [
    kind,
    times,
    middle?.toFixed(1) ?? 'never',
    worst?.toFixed(1) ?? 'never',
  ]);
  return {
    differences,
    figures,
    lines: [
      ...table(['fault', 'times', 'recovery middle s', 'worst s'], rows),
      `  refused: ${refused.join(', ') || 'none'}`,
      `  report: ${path}.md and .json`,
    ],
  };
}

function figuresOf({ options, plan, loadSeconds }: About, { shift, imported, done }: Result) {
  const recovered = done.flatMap(({ recovery }) => (recovery.all === null ? [] : [recovery.all]));
  return {
    seed: options.seed,
    minutes: options.minutes,
    officers: options.officers,
    faults: done.length,
    faults_planned: plan.length,
    load_s: Math.round(loadSeconds),
    acts_answered: shift.answered.length,
    acts_unknown: shift.known.filter(({ outcome }) => outcome === 'unknown').length,
    answers_lost: shift.lost,
    files_imported: imported.submissionIds.length,
    records_imported: imported.records,
    sends: imported.sends,
    recovery_p50_s: Number(percentile([0, ...recovered].slice(recovered.length > 0 ? 1 : 0), 0.5).toFixed(1)),
    recovery_max_s: Number(Math.max(0, ...recovered).toFixed(1)),
    never_recovered: done.length - recovered.length,
  };
}

const notesOf = (site: Site): string[] => [
  `full disk: ${site.disk.told}`,
  'full write-ahead log: no process of the database may write past the first 8 KiB of a file (RLIMIT_FSIZE), by which it stops as on a full disk',
  'clock: that of launcher, web server and worker is set by a replaced `Date`; timers, the database and the clients keep the machine’s',
  'the database is a server of its own behind a proxy, started again by the code that keeps the embedded one; the run starts the launcher again as a supervisor would',
  'a kill leaves what was written in the memory of the machine, as the end of a process does; the loss of power is not played',
];
