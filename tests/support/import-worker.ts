import { processSubmission } from '@/db/commands/intake/process-submission';
import { closeConnections, setDefaultPurpose } from '@/db/connection';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

// A worker in a process of its own, for tests to kill: takes the submission named on its command line to its end.
setDefaultPurpose('jobs');
await processSubmission(SYSTEM_ACTOR, process.argv[2] ?? '');
await closeConnections();
