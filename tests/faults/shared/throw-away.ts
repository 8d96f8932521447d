import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessRef } from '@/db/engine/process-identity';
import { type Instance, startInstance } from '@/tests/support/instance';
import { keptPart, killAll, postgresOf, refsOf, sendSignal } from './processes';

/** What can be killed: everything at once, the launcher, the background jobs, the database, or the web server. */
export const TARGETS = ['all', 'launcher', 'worker', 'postgres', 'web'] as const;
export type Target = (typeof TARGETS)[number];

/** The launcher starts a lost part again by itself; after this long it is taken to have given up. */
const BACK_MS_MAX = 180_000;
const POLL_MS = 25;

type Parts = Readonly<Record<Exclude<Target, 'all'>, readonly ProcessRef[]>>;

/** A whole installation in a folder of its own, started as people start it, which can be killed in parts and started again. */
export class ThrowAway {
  private instance: Instance | null = null;
  private port: number | undefined;
  readonly dataDir: string;

  constructor(
    readonly folder: string,
    private readonly demoConsignments: number,
    private readonly signal: AbortSignal,
  ) {
    this.dataDir = join(folder, 'data');
  }

  get baseUrl(): string {
    if (this.port === undefined) throw new Error('The instance was never started.');
    return `http://localhost:${this.port}`;
  }

  async start(): Promise<void> {
    const { folder, demoConsignments, port, signal } = this;
    this.instance = await startInstance({ folder, demoConsignments, ...(port ? { port } : {}) }, signal);
    this.port = this.instance.port;
  }

  /** Ends it in order. Gives the errors of the log of the last start. */
  async stop(): Promise<readonly string[]> {
    const errors = (await this.instance?.stop()) ?? [];
    this.instance = null;
    return errors;
  }

  /** Another installation with the same content; this one must be stopped. */
  async copyTo(folder: string): Promise<ThrowAway> {
    await mkdir(folder, { recursive: true, mode: 0o755 });
    // Owners and modes count: PostgreSQL refuses a folder that others can read.
    execFileSync('cp', ['-a', this.dataDir, join(folder, 'data')]);
    return new ThrowAway(folder, this.demoConsignments, this.signal);
  }

  /** Kills by SIGKILL, all parts in one go, and returns once they are gone. */
  async kill(target: Target): Promise<void> {
    const { web, worker } = { web: keptPart(this.dataDir, 'web'), worker: keptPart(this.dataDir, 'worker') };
    const parts: Parts = { launcher: this.launcher(), worker, web, postgres: postgresOf(this.dataDir) };
    const doomed = target === 'all' ? Object.values(parts).flat() : parts[target];
    if (doomed.length === 0) throw new Error(`Nothing of ${target} runs.`);
    await killAll(doomed);
    this.lost = { target, parts };
  }

  private lost: { readonly target: Target; readonly parts: Parts } | null = null;

  /**
   * Waits until it serves again after a kill: a launcher that lives brings its parts back by itself, otherwise it is started on the
   * same data and port. Tells whether it had to be started, and how long it took.
   */
  async backAgain(): Promise<{ seconds: number; isStarted: boolean }> {
    if (!this.lost) throw new Error('Nothing was killed.');
    const { target, parts } = this.lost;
    const startedAt = performance.now();
    const isStarted = target === 'all' || target === 'launcher' || (this.instance?.hasEnded() ?? true);
    if (isStarted) await this.start();
    // A new launcher replaces the web server of the one that was killed; the old one answers until then.
    await this.untilReplaced('web', isStarted || target === 'web' ? parts.web : []);
    await this.untilReplaced('worker', isStarted || target === 'worker' ? parts.worker : []);
    await this.untilReplaced('postgres', target === 'postgres' || target === 'all' ? parts.postgres : []);
    this.lost = null;
    return { seconds: (performance.now() - startedAt) / 1000, isStarted };
  }

  private async untilReplaced(name: keyof Omit<Parts, 'launcher'>, old: readonly ProcessRef[]): Promise<void> {
    const deadline = performance.now() + BACK_MS_MAX;
    while (performance.now() < deadline) {
      this.checkAlive();
      const [part] = name === 'postgres' ? postgresOf(this.dataDir) : keptPart(this.dataDir, name);
      if (part && part.pid !== old[0]?.pid && (await this.isReady())) return;
      await sleep(POLL_MS);
    }
    throw new Error(`The ${name} did not come back in ${BACK_MS_MAX / 1000} seconds.\n${this.instance?.log()}`);
  }

  /** @throws Error with the log when the launcher has ended by itself, or when the run is to stop */
  checkAlive(): void {
    this.signal.throwIfAborted();
    if (!this.instance?.hasEnded()) return;
    throw new Error(`The launcher ended by itself.\n${this.instance.log()}`);
  }

  private async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.baseUrl}/api/health/ready`, { signal: AbortSignal.timeout(10_000) }).catch(
      () => null,
    );
    await answer?.body?.cancel();
    return answer?.ok ?? false;
  }

  private launcher(): ProcessRef[] {
    return this.instance && !this.instance.hasEnded() ? refsOf([this.instance.pid]) : [];
  }

  /** Ends whatever a run that failed has left. */
  async sweep(): Promise<void> {
    await this.stop().catch(() => undefined);
    const { dataDir } = this;
    const left = [...keptPart(dataDir, 'worker'), ...keptPart(dataDir, 'web'), ...postgresOf(dataDir)];
    for (const { pid } of left) sendSignal(pid, 'SIGKILL');
  }
}
