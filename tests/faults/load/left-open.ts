import type { Ledger } from '../shared/ledger';

type OpenSubmission = {
  readonly id: string;
  readonly status: string;
  readonly processed: number;
  readonly received: number;
  readonly worker: string | null;
  readonly leaseSeconds: number | null;
  readonly faults: number;
  readonly retrySeconds: number | null;
  readonly lastFault: string | null;
};
type Claim = { readonly claims: number; readonly overdue: number; readonly firstSeconds: number };
type JobRun = { readonly job: string; readonly beganSeconds: number; readonly failures: number };
type Locked = { readonly pid: number; readonly app: string; readonly forSeconds: number; readonly statement: string };

/** All by the clock of the database; seconds from now, those gone by below 0. */
const SUBMISSIONS = `
  select id, status, processed_record as processed, records_received as received, leased_by as worker,
    extract(epoch from lease_until - now())::float8 as "leaseSeconds", faults,
    extract(epoch from retry_at - now())::float8 as "retrySeconds", last_fault as "lastFault"
  from intake.submissions where status in ('stored', 'staging', 'processing') order by received_at`;
const CLAIMS = `
  select count(*)::int as claims, count(*) filter (where lease_until < now())::int as overdue,
    extract(epoch from min(lease_until) - now())::float8 as "firstSeconds"
  from clearance.clearances where claimed_by is not null and lease_until is not null having count(*) > 0`;
const RUNS = `
  select job, extract(epoch from began_at - now())::float8 as "beganSeconds", failures
  from operation.job_runs where ended_at is null or failures > 0 order by job`;
/** Connections of the application that have been at one statement, or within one transaction, for seconds. */
const LONG = `
  select pid, application_name as app, extract(epoch from now() - coalesce(xact_start, query_start))::float8 as "forSeconds",
    state || coalesce(', waits for ' || wait_event, '') || ': ' || left(regexp_replace(query, '\\s+', ' ', 'g'), 120) as statement
  from pg_stat_activity where application_name like 'luxor-%' and state <> 'idle' and now() - coalesce(xact_start, query_start) > interval '3 seconds'`;

const signed = (seconds: number | null) =>
  seconds === null ? 'never' : `${seconds < 0 ? '' : '+'}${seconds.toFixed(0)} s`;

/** What is open in the database, a sentence each: submissions with their leases and pauses, claims, jobs at work, long statements. */
export async function leftOpen(ledger: Ledger): Promise<string[]> {
  const ask = async <Row extends object>(statement: string) => (await ledger.tryAsk<Row>(statement)) ?? [];
  const sentences = [
    ...(await ask<OpenSubmission>(SUBMISSIONS)).map(
      ({ id, status, processed, received, worker, leaseSeconds, faults, retrySeconds, lastFault }) =>
        `submission ${id}: ${status}, ${processed} of ${received} records; leased by ${worker ?? 'nobody'} until ${signed(leaseSeconds)}; failed ${faults} times, tried again ${signed(retrySeconds)}${lastFault ? `: ${lastFault}` : ''}`,
    ),
    ...(await ask<Claim>(CLAIMS)).map(
      ({ claims, overdue, firstSeconds }) =>
        `${claims} claims, ${overdue} of them overdue; the first ends ${signed(firstSeconds)}`,
    ),
    ...(await ask<JobRun>(RUNS)).map(
      ({ job, beganSeconds, failures }) => `job ${job}: began ${signed(beganSeconds)}, failed ${failures} times`,
    ),
    ...(await ask<Locked>(LONG)).map(
      ({ pid, app, forSeconds, statement }) => `${app} ${pid}, for ${forSeconds.toFixed(0)} s ${statement}`,
    ),
  ];
  return sentences.map((sentence) => `open: ${sentence}`);
}
