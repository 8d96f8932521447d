import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { buildIfNeeded } from '@/db/cli/build-if-needed';
import { DATABASE, LOGIN_ROLE, readAccess } from '@/db/engine/cluster';
import { acquireEngine, type Engine } from '@/db/engine/engine';
import { isAlive, type ProcessRef } from '@/db/engine/process-identity';
import { type Instance, startInstance } from '@/tests/support/instance';
import { keptPart, killAll, postgresOf, refsOf, sendSignal, startedWith } from '../shared/processes';
import { type Disk, makeDisk } from './disk';
import { DatabaseProxy } from './proxy';

const DEMO_CONSIGNMENTS = 300;
const START_MS_MAX = 180_000;
const SWEEP_MS_MAX = 5_000;

/**
 * A whole installation for a run under load: the application as people start it, with its launcher, web server and worker; its database
 * as a server of its own, on a disk that can be made full and behind a proxy that can break connections, watched and started again by the
 * same code as the embedded one; and a clock that can be set.
 */
export class Site {
  readonly folder: string;
  /** Of the launcher. */
  readonly dataDir: string;
  private instance: Instance | null = null;
  private port: number | undefined;
  private engine: Engine | null = null;
  private readonly watching = new AbortController();
  private readonly clockFile: string;
  private watched: Promise<void> = Promise.resolve();

  private constructor(
    folder: string,
    readonly disk: Disk,
    readonly proxy: DatabaseProxy,
    private readonly farPort: { now: number },
    readonly signal: AbortSignal,
  ) {
    this.folder = folder;
    this.dataDir = join(folder, 'data');
    this.clockFile = join(folder, 'clock');
  }

  static async make(folder: string, signal: AbortSignal): Promise<Site> {
    const disk = await makeDisk(join(folder, 'database'));
    const farPort = { now: 0 };
    const proxy = await DatabaseProxy.open(() => farPort.now);
    return new Site(folder, disk, proxy, farPort, signal);
  }

  get baseUrl(): string {
    if (this.port === undefined) throw new Error('The installation was never started.');
    return `http://localhost:${this.port}`;
  }

  /** Address of the database past the proxy, for who checks it. */
  get databaseUrl(): string {
    if (!this.engine) throw new Error('The database was never started.');
    return this.engine.url;
  }

  /** Where the port and the password of the database are found. */
  get databaseDir(): string {
    return this.disk.folder;
  }

  async start(): Promise<void> {
    if (!this.engine) {
      // Here, where no clock is set apart: what is built is the same for everybody.
      await buildIfNeeded(this.signal);
      const engine = await acquireEngine(this.databaseDir);
      this.engine = engine;
      this.farPort.now = engine.port;
      this.watched = engine.keepRunning(this.watching.signal);
    }
    await this.startLauncher();
  }

  /** Starts the launcher again until it serves: it gives up at once where the database is not back yet, as a supervisor finds it. */
  async startLauncher(): Promise<void> {
    const deadline = performance.now() + START_MS_MAX;
    for (;;) {
      try {
        this.instance = await this.launch();
        this.port = this.instance.port;
        return;
      } catch (error) {
        this.signal.throwIfAborted();
        if (this.port === undefined || performance.now() > deadline) throw error;
        await sleep(500, undefined, { signal: this.signal });
      }
    }
  }

  private async launch(): Promise<Instance> {
    const { password } = await readAccess(join(this.databaseDir, 'postgres'));
    const preload = pathToFileURL(resolve('tests/faults/load/shifted-clock.mjs'));
    preload.searchParams.set('file', this.clockFile);
    return startInstance(
      {
        folder: this.folder,
        demoConsignments: DEMO_CONSIGNMENTS,
        settings: {
          DATABASE_URL: `postgres://${LOGIN_ROLE}:${password}@127.0.0.1:${this.proxy.port}/${DATABASE}`,
          NODE_OPTIONS: `--import=${preload.href}`,
        },
        ...(this.port === undefined ? {} : { port: this.port }),
      },
      this.signal,
    );
  }

  /** Sets the clock of the application apart from the machine's; that of the database and of the clients stays. */
  setClock(offsetMs: number): void {
    writeFileSync(this.clockFile, String(offsetMs));
  }

  launcher(): ProcessRef[] {
    return this.instance && !this.instance.hasEnded() ? refsOf([this.instance.pid]) : [];
  }

  web = (): ProcessRef[] => keptPart(this.dataDir, 'web');
  worker = (): ProcessRef[] => keptPart(this.dataDir, 'worker');
  postgres = (): ProcessRef[] => postgresOf(this.databaseDir);

  /** Processes of a part, once it runs: after the fault before it may still be on its way. @throws Error when it does not come */
  async running(part: () => readonly ProcessRef[]): Promise<readonly ProcessRef[]> {
    const deadline = performance.now() + START_MS_MAX;
    for (;;) {
      const found = part();
      if (found.length > 0) return found;
      if (performance.now() > deadline) throw new Error(`A part did not run for ${START_MS_MAX / 1_000} s.`);
      await sleep(100, undefined, { signal: this.signal });
    }
  }

  /** Kills by SIGKILL, all in one go. @throws Error when nothing of it runs */
  async kill(doomed: readonly ProcessRef[]): Promise<void> {
    if (doomed.length === 0) throw new Error('Nothing of it runs.');
    await killAll(doomed);
  }

  /** Waits as long as a fault lasts, or until the run is to stop. */
  lasts(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.signal });
  }

  /** Stops processes where they stand, and lets those go on that are still there. */
  async pause(held: readonly ProcessRef[], lastsMs: number): Promise<void> {
    for (const { pid } of held) sendSignal(pid, 'SIGSTOP');
    try {
      await this.lasts(lastsMs);
    } finally {
      for (const ref of held) if (isAlive(ref)) sendSignal(ref.pid, 'SIGCONT');
    }
  }

  /** @throws Error with the end of its log when the launcher has ended by itself, or when the run is to stop */
  checkAlive(): void {
    this.signal.throwIfAborted();
    if (this.isLauncherExpected && this.instance?.hasEnded())
      throw new Error(`The launcher ended by itself.\n${this.instance.log().slice(-4_000)}`);
  }

  /** False while a fault has taken the launcher away. */
  isLauncherExpected = true;

  /** Ends everything by force, whatever state it is in: nothing here is needed any more. What fails keeps nothing else from being ended. */
  async sweep(): Promise<void> {
    const steps: (() => unknown)[] = [
      () => this.watching.abort(),
      // First who starts the others again.
      () => killAll([...this.launcher(), ...startedWith(this.dataDir)]),
      () => killAll([...this.worker(), ...this.web(), ...startedWith(this.dataDir)]),
      () => Promise.race([this.watched, sleep(SWEEP_MS_MAX)]),
      () => this.endPostgres(),
      () => this.proxy.close(),
      () => this.disk.remove(),
    ];
    for (const step of steps) {
      try {
        await step();
      } catch (error) {
        console.error(`The run has left something behind: ${error instanceof Error ? error.message : error}`);
      }
    }
  }

  /** By SIGQUIT, which leaves no memory behind that others share; what does not go is killed. */
  private async endPostgres(): Promise<void> {
    const all = this.postgres();
    for (const { pid } of all) sendSignal(pid, 'SIGCONT');
    if (all[0]) sendSignal(all[0].pid, 'SIGQUIT');
    const until = performance.now() + SWEEP_MS_MAX;
    while (all.some(isAlive) && performance.now() < until) await sleep(20);
    await killAll(all.filter(isAlive));
  }
}
