import { standBack } from '../connection';
import { ensureDataFolder } from '../engine/data-folder';
import { withDatabase } from '../engine/with-database';
import { env, hasSecret, loadEnvFile } from '../env';
import { Heartbeat } from '../jobs/heartbeat';
import { jobs } from '../jobs/jobs';
import { runJobs } from '../jobs/run-jobs';
import { migrateDatabase } from '../migrate';
import { startTracing } from '../tracing';
import { explainFailure } from './explain-failure';
import { provideSecret } from './secret';
import { sealExchanges } from './seal-exchanges';
import { listenForStop } from './stop-signal';
import { BESIDE_DATABASE, KEPT, WORKER_NICENESS } from './worker-process';

const isKept = process.argv.includes(KEPT);

try {
  loadEnvFile();
  // Beside an embedded database lies what it was sealed with; for another one the settings have to tell it.
  if (!env().databaseUrl) await provideSecret(await ensureDataFolder(env().dataDir));
  const signal = listenForStop(() => undefined, isKept);
  if (process.argv.includes(BESIDE_DATABASE)) standBack(WORKER_NICENESS);
  await withDatabase(async (databaseUrl) => {
    if (!isKept) {
      await migrateDatabase(databaseUrl);
      console.log(`Background jobs run: ${jobs.map((job) => job.name).join(', ')}. Ctrl-C stops them.`);
      // Whatever a version before left open is sealed before the first matching asks for it.
      if (hasSecret()) for (const line of await sealExchanges()) console.log(line);
      else console.log('Without NEXTAUTH_SECRET it leaves the matchings of exchanges to a worker that has it.');
    }
    const stopTracing = await startTracing('worker');
    const heartbeat = new Heartbeat();
    const working = new AbortController();
    const beating = heartbeat.keep(working.signal);
    // It is heard of until the last job has come to its end.
    await runJobs(jobs, signal, heartbeat).finally(() => working.abort());
    await beating;
    await stopTracing();
  });
  process.exit(0);
} catch (error) {
  process.exit(explainFailure(error));
}
