import 'server-only';
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { poolUse } from '@/db/connection';
import { judge, type Standing } from '@/lib/operation/heartbeat';
import type { Metric, Sample } from '@/lib/operation/exposition';

const holder = globalThis as { luxorLoopDelay?: IntervalHistogram };

/** Measured from the first question on. */
function loopDelay(): IntervalHistogram {
  if (!holder.luxorLoopDelay) {
    holder.luxorLoopDelay = monitorEventLoopDelay({ resolution: 10 });
    holder.luxorLoopDelay.enable();
  }
  return holder.luxorLoopDelay;
}

const gauge = (name: string, help: string, samples: readonly Sample[]): Metric => ({
  name,
  help,
  kind: 'gauge',
  samples,
});
const secondsSince = (since: Date | null, at: Date): number =>
  since === null ? 0 : Math.max(0, (at.getTime() - since.getTime()) / 1_000);

/** What this process uses. */
export function processMetrics(): Metric[] {
  const delay = loopDelay();
  const p99 = delay.percentile(99) / 1e9;
  const pools = poolUse();
  const samples: Metric[] = [
    gauge('luxor_process_resident_bytes', 'Memory of the process', [{ value: process.memoryUsage.rss() }]),
    gauge('luxor_process_uptime_seconds', 'Age of the process', [{ value: Math.round(process.uptime()) }]),
    gauge('luxor_event_loop_p99_seconds', 'Delay of the event loop since it was asked last', [
      { value: Number.isFinite(p99) ? p99 : 0 },
    ]),
    gauge(
      'luxor_database_connections',
      'Connections of this process by pool and state',
      pools.flatMap(({ purpose, total, idle, waiting }) => [
        { labels: { pool: purpose, state: 'used' }, value: total - idle },
        { labels: { pool: purpose, state: 'idle' }, value: idle },
        { labels: { pool: purpose, state: 'waited_for' }, value: waiting },
      ]),
    ),
  ];
  delay.reset();
  return samples;
}

/** Backlogs, workers and jobs as the database knows them; the same from every process. */
export function standingMetrics(standing: Standing, at: Date): Metric[] {
  const backlogs = Object.entries({
    submissions: standing.submissions,
    audit_entries_unsealed: standing.unsealed,
    webhook_deliveries: standing.deliveries,
  });
  const ofJobs = (value: (job: Standing['jobs'][number]) => number) =>
    standing.jobs.map((job) => ({ labels: { job: job.job }, value: value(job) }));
  return [
    gauge(
      'luxor_backlog',
      'What waits to be worked off',
      backlogs.map(([name, { count }]) => ({ labels: { of: name }, value: count })),
    ),
    gauge(
      'luxor_backlog_age_seconds',
      'Age of the oldest that waits to be worked off',
      backlogs.map(([name, { oldestAt }]) => ({ labels: { of: name }, value: secondsSince(oldestAt, at) })),
    ),
    gauge(
      'luxor_queue_waiting',
      'Consignments that wait for an officer, by office',
      standing.queue.map(({ officeId, count }) => ({ labels: { office: officeId }, value: count })),
    ),
    gauge(
      'luxor_queue_soonest_seconds',
      'Time left to act on the most urgent of them, by office; below nought where it has passed',
      standing.queue.flatMap(({ officeId, soonestAt }) =>
        soonestAt ? [{ labels: { office: officeId }, value: (soonestAt.getTime() - at.getTime()) / 1_000 }] : [],
      ),
    ),
    gauge(
      'luxor_statistics_days',
      'Days whose statistics differ from the ledger, or that could not be counted for scorecards',
      [
        { labels: { that: 'differ' }, value: standing.days.differing },
        { labels: { that: 'not_counted' }, value: standing.days.uncounted },
      ],
    ),
    gauge('luxor_sign_ins_failed', 'Sign-ins that failed in the last fifteen minutes', [
      { value: standing.failedSignIns },
    ]),
    gauge(
      'luxor_worker_beat_age_seconds',
      'Since when no worker was heard of; no figure where none ever was',
      standing.workerBeatAt ? [{ value: secondsSince(standing.workerBeatAt, at) }] : [],
    ),
    gauge(
      'luxor_job_failures',
      'Failures in a row of a background job',
      ofJobs(({ failures }) => failures),
    ),
    gauge('luxor_job_running_seconds', 'Since when a background job runs; nought where it rests', [
      ...ofJobs(({ beganAt, endedAt }) => (endedAt ? 0 : secondsSince(beganAt, at))),
    ]),
    gauge('luxor_job_well_age_seconds', 'Since when a background job did not end well', [
      ...standing.jobs.flatMap(({ job, wellAt }) =>
        wellAt ? [{ labels: { job }, value: secondsSince(wellAt, at) }] : [],
      ),
    ]),
    gauge(
      'luxor_check_ok',
      'What the status page says: 1 as it should be, 0 behind',
      Object.entries(judge(standing, at)).map(([check, verdict]) => ({
        labels: { check },
        value: verdict === 'ok' ? 1 : 0,
      })),
    ),
  ];
}
