import { withDatabase } from '../engine/with-database';
import { loadEnvFile } from '../env';
import { jobs } from '../jobs/jobs';
import { runJobs } from '../jobs/run-jobs';
import { migrateDatabase } from '../migrate';
import { explainFailure } from './explain-failure';
import { listenForStop } from './stop-signal';

try {
  loadEnvFile();
  const signal = listenForStop(() => undefined);
  await withDatabase(async (databaseUrl) => {
    await migrateDatabase(databaseUrl);
    console.log(`Background jobs run: ${jobs.map((job) => job.name).join(', ')}. Ctrl-C stops them.`);
    await runJobs(jobs, signal);
  });
  process.exit(0);
} catch (error) {
  process.exit(explainFailure(error));
}
