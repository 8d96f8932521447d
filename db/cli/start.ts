import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXAMPLE_IDS } from '@/lib/codes/example-ids';
import { closeConnections, setDefaultPurpose } from '../connection';
import { ensureDataFolder } from '../engine/data-folder';
import { acquireEngine } from '../engine/engine';
import { acquireFileLock, LockHeldError } from '../engine/file-lock';
import { env, loadEnvFile, setDatabaseUrl } from '../env';
import { logLine, messageOf } from '../log';
import { migrateDatabase } from '../migrate';
import { buildIfNeeded } from './build-if-needed';
import { explainFailure } from './explain-failure';
import { endLeft, type KeptProcess } from './kept-process';
import { provideSecret } from './secret';
import { startSteps } from './start-steps';
import { listenForStop } from './stop-signal';
import { claimPort, GRACE_MS, startWeb } from './web-process';
import { startWorker } from './worker-process';

const USAGE = `Usage: npm start, or npm run dev. It takes no words: settings are variables of the environment or of .env; .env.example lists them all.
LUXOR_EXAMPLE sets an empty database up as an example administration: ${EXAMPLE_IDS.join(', ')}.`;
const LEAST_NODE = [20, 19] as const;
const CLOSE_MS_MAX = 5_000;

/** Whether to start for development; null where only the usage was asked for. @throws Error for a word that is none of ours: it may mean not to start */
function wishOf(words: readonly string[]): 'serve' | 'develop' | null {
  if (words.includes('--help') || words.includes('-h')) return null;
  const unknown = words.find((word) => word !== '--dev');
  if (unknown !== undefined) throw new Error(`Luxor does not know ${unknown}.\n${USAGE}`);
  return words.includes('--dev') ? 'develop' : 'serve';
}

function requireNode(): void {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  throw new Error(`Luxor needs Node.js ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  try {
    return await acquireFileLock(join(dataDir, 'luxor.lock'), 0);
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw error;
    throw new Error(
      `Luxor runs already on ${dataDir}, as process ${error.pid}. Stop it first, or set another LUXOR_DATA_DIR and PORT.`,
    );
  }
}

/** Rejects as soon as the signal is aborted; the work itself may go on until what it uses is closed. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  work.catch(() => undefined);
  return Promise.race([work, aborted]);
}

/** Starts everything, serves until asked to stop or until the web server fails, and undoes each part in reverse order. */
async function serve(isDevelopment: boolean): Promise<void> {
  let graceMs = GRACE_MS;
  const signal = listenForStop(() => {
    graceMs = 0;
  });
  const undo: (() => Promise<unknown>)[] = [];
  try {
    const settings = env();
    const dataDir = await ensureDataFolder(settings.dataDir);
    undo.push(await lockDataFolder(dataDir));
    const refFile = join(dataDir, 'web.json');
    await claimPort({ host: settings.host, port: settings.port, refFile });
    const workerFile = join(dataDir, 'worker.json');
    await endLeft(workerFile);
    if (!isDevelopment) await buildIfNeeded(signal);

    const engine = settings.databaseUrl ? undefined : await acquireEngine(dataDir);
    if (engine) {
      undo.push(engine.release);
      const watch = new AbortController();
      const watching = engine.keepRunning(watch.signal);
      undo.push(() => {
        watch.abort();
        return watching;
      });
    }
    const databaseUrl = settings.databaseUrl ?? engine?.url ?? '';
    setDatabaseUrl(databaseUrl);
    await provideSecret(dataDir);
    setDefaultPurpose('jobs');
    undo.push(() => Promise.race([closeConnections(), sleep(CLOSE_MS_MAX)]));
    signal.throwIfAborted();
    await migrateDatabase(databaseUrl);

    const url = settings.publicUrl ?? `http://localhost:${settings.port}`;
    const say = (line: string) => console.log(line);
    const context = { env: settings, url, dataDir, databaseUrl, isEmbedded: engine !== undefined, signal, say };
    const lines: string[] = [];
    for (const step of startSteps) lines.push(...(await untilAborted(step.run(context), signal)));

    const kept: KeptProcess[] = [];
    undo.push(() => Promise.all(kept.map((one) => one.stop(() => graceMs))));
    const web = await startWeb(
      {
        mode: isDevelopment ? 'dev' : 'start',
        host: settings.host,
        port: settings.port,
        refFile,
        drainMs: settings.drainSeconds * 1_000,
        env: {
          NODE_ENV: isDevelopment ? 'development' : 'production',
          DATABASE_URL: databaseUrl,
          NEXTAUTH_URL: url,
          NEXT_TELEMETRY_DISABLED: '1',
        },
      },
      signal,
    );
    kept.push(web);
    if (settings.hasWorker) {
      kept.push(await startWorker({ databaseUrl, isEmbedded: engine !== undefined, refFile: workerFile }));
    }

    console.log(['', `Luxor serves on ${url}`, ...lines, 'Ctrl-C stops it.', ''].join('\n'));
    throw new Error(await untilAborted(web.ended, signal));
  } catch (error) {
    // An end that was asked for is no failure, whatever it interrupted.
    if (!signal.aborted) throw error;
  } finally {
    for (const step of undo.reverse()) {
      await step().catch((error: unknown) => logLine('error', 'stop.failed', { message: messageOf(error) }));
    }
  }
}

try {
  requireNode();
  const wish = wishOf(process.argv.slice(2));
  if (wish === null) {
    console.log(USAGE);
    process.exit(0);
  }
  loadEnvFile();
  await serve(wish === 'develop');
  process.exit(0);
} catch (error) {
  process.exit(explainFailure(error));
}
