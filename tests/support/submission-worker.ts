import { closeConnections, setDefaultPurpose } from '@/db/connection';
import { processSubmissions } from '@/db/jobs/process-submissions';

/** The job of submissions as a process of its own, on the database of DATABASE_URL, for tests that kill it. */
setDefaultPurpose('jobs');
await processSubmissions(new AbortController().signal);
await closeConnections();
