import { afterAll, describe, expect, it, vi } from 'vitest';
import { GET as status } from '@/app/api/health/status/route';
import { GET as metrics } from '@/app/api/metrics/route';
import { keepBeat } from '@/db/commands/operation/keep-beat';
import { setDatabaseUrl } from '@/db/env';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { aDesk } from '../../support/a-desk';
import { aConsignment, inLane } from '../../support/a-consignment';
import { useDatabase } from '../../support/database';

const database = useDatabase();
const token = 'a-token-of-thirty-two-bytes-or-more';
const ask = (bearer?: string) =>
  metrics(
    new Request('http://localhost:3000/api/metrics', bearer ? { headers: { authorization: `Bearer ${bearer}` } } : {}),
  );
/** The environment is read anew. */
function setToken(value: string): void {
  vi.stubEnv('LUXOR_METRICS_TOKEN', value);
  setDatabaseUrl(database.url());
}
afterAll(() => vi.unstubAllEnvs());

describe('/api/metrics', () => {
  it('is not there without a token, and tells nothing to who does not bear it', async () => {
    setToken('');
    expect((await ask(token)).status).toBe(404);
    setToken(token);
    for (const bearer of [undefined, 'another-token-of-thirty-two-bytes!', `${token}x`]) {
      const answer = await ask(bearer);
      expect([answer.status, await answer.text()]).toEqual([401, '']);
    }
  });

  it('tells backlogs, queues, workers and jobs, and no reference, name or address', async () => {
    setToken(token);
    const desk = await aDesk();
    const { consignmentId } = await aConsignment(desk, inLane('yellow'));
    const beganAt = new Date(Date.now() - 60_000);
    const run = { job: 'leases', beganAt, endedAt: beganAt, wellAt: beganAt, failures: 0 };
    await keepBeat(SYSTEM_ACTOR, { process: 'secret-host:1', startedAt: beganAt, runs: [run] });
    const answer = await ask(token);
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await answer.text();
    for (const line of [
      'luxor_database_up 1',
      'luxor_backlog{of="submissions"} 0',
      `luxor_queue_waiting{office="${desk.officeId}"} 1`,
      'luxor_job_failures{job="leases"} 0',
      'luxor_check_ok{check="worker"} 1',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
    expect(text).toMatch(/^luxor_backlog_age_seconds\{of="audit_entries_unsealed"\} \d/m);
    for (const kept of [consignmentId, 'secret-host', 'Harbour', desk.officer.name]) expect(text).not.toContain(kept);
  });
});

describe('/api/health/status', () => {
  it('tells everybody what is behind, without a figure, and 503 once nobody can be served', async () => {
    const passed = performance.now.bind(performance);
    let aheadMs = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => passed() + aheadMs);
    const well = await status();
    expect(well.status).toBe(200);
    const { status: said, checks } = await well.json();
    // The rows written above are under no seal yet.
    expect(checks).toEqual({
      worker: 'ok',
      jobs: 'ok',
      intake: 'ok',
      seals: expect.stringMatching(/^(ok|behind)$/),
      statistics: 'ok',
    });
    expect(said).toBe(checks.seals);
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await database.owner((client) =>
      client.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 0)`),
    );
    // Whoever asks again at once gets the answer of before.
    expect((await status()).status).toBe(200);
    aheadMs = 6_000;
    const away = await status();
    expect([away.status, await away.json()]).toEqual([503, { status: 'unavailable' }]);
    written.mockRestore();
    clock.mockRestore();
  });
});
