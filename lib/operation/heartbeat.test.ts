import { describe, expect, it } from 'vitest';
import { judge, type Standing } from './heartbeat';

const at = new Date('2026-11-28T08:00:00Z');
const ago = (seconds: number) => new Date(at.getTime() - seconds * 1_000);
const none = { count: 0, oldestAt: null };
const well: Standing = {
  workerBeatAt: ago(10),
  jobs: [{ job: 'leases', beganAt: ago(5), endedAt: ago(4), wellAt: ago(4), failures: 0 }],
  submissions: none,
  unsealed: none,
  deliveries: none,
  queue: [],
  failedSignIns: 0,
  days: { differing: 0, uncounted: 0 },
};

it('is well while workers are heard of and nothing waits for long', () => {
  expect(judge(well, at)).toEqual({ worker: 'ok', jobs: 'ok', intake: 'ok', seals: 'ok', statistics: 'ok' });
});

describe('says what is behind', () => {
  it.each([
    ['worker', { workerBeatAt: null }],
    ['worker', { workerBeatAt: ago(61) }],
    ['jobs', { jobs: [{ job: 'leases', beganAt: ago(5), endedAt: ago(4), wellAt: null, failures: 3 }] }],
    ['intake', { submissions: { count: 1, oldestAt: ago(301) } }],
    ['statistics', { days: { differing: 1, uncounted: 0 } }],
    ['statistics', { days: { differing: 0, uncounted: 2 } }],
    ['seals', { unsealed: { count: 1, oldestAt: ago(61) } }],
  ] as const)('%s', (check, change) => {
    const verdicts = Object.entries(judge({ ...well, ...change }, at));
    expect(verdicts.filter(([, verdict]) => verdict === 'behind').map(([name]) => name)).toEqual([check]);
  });

  it('and forgives a failure that may be an accident, and what waits a while', () => {
    const failed = { job: 'leases', beganAt: ago(5), endedAt: ago(4), wellAt: null, failures: 2 };
    const waits = { ...well, jobs: [failed], submissions: { count: 9, oldestAt: ago(300) } };
    expect(Object.values(judge(waits, at))).not.toContain('behind');
  });
});
