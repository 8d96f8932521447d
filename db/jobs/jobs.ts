import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { refillSlots } from '../commands/capacity/refill-slots';
import { keepValueBands } from '../commands/intake/keep-value-bands';
import { refuseBrokenTransfers } from '../commands/intake/refuse-broken-transfers';
import { keepModelDrift } from '../commands/model/keep-drift';
import { countDueMonths } from '../commands/partnership/count-due-months';
import { dropSandboxAnswers } from '../commands/sandbox/drop-sandbox-answers';
import { keepPartitionsAhead } from '../partitions';
import { deliverMails, tidyMailLog } from './deliver-mails';
import { deliverWebhooks, tidyWebhookLog } from './deliver-webhooks';
import { eraseDue, tellErasures } from './erase-due';
import { foldContributions } from './fold-contributions';
import { judgeBrowsingDays } from './judge-browsing';
import { judgeDays } from './judge-days';
import { matchExchanges } from './match-exchanges';
import { postDues } from './post-dues';
import { processSubmissions } from './process-submissions';
import { freezeClosedMonths, publishReleases } from './publish-statistics';
import { recomputeDays } from './recompute-days';
import { returnLeases } from './return-leases';
import { runBackTests } from './run-back-tests';
import type { Job } from './run-jobs';
import { runSimulations } from './run-simulations';
import { sealAudit } from './seal-audit';
import { trainModels } from './train-models';
import { wakeSnoozed } from './wake-snoozed';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** All background work of the product. */
export const jobs: readonly Job[] = [
  { name: 'submissions', everyMs: SECOND_MS / 4, run: processSubmissions },
  { name: 'contributions', everyMs: 15 * SECOND_MS, run: foldContributions },
  { name: 'dues', everyMs: 5 * SECOND_MS, run: (signal) => postDues(signal) },
  { name: 'statistics', everyMs: 6 * HOUR_MS, run: (signal) => recomputeDays(signal) },
  { name: 'unusual days', everyMs: HOUR_MS, run: (signal) => judgeDays(signal) },
  { name: 'frozen months', everyMs: 6 * HOUR_MS, run: (signal) => freezeClosedMonths(signal) },
  { name: 'releases', everyMs: 10 * SECOND_MS, run: () => publishReleases() },
  { name: 'audit seals', everyMs: 5 * SECOND_MS, run: sealAudit },
  { name: 'leases', everyMs: 10 * SECOND_MS, run: async () => void (await returnLeases()) },
  { name: 'put off', everyMs: 10 * SECOND_MS, run: async () => void (await wakeSnoozed()) },
  { name: 'free slots', everyMs: MINUTE_MS, run: async () => void (await refillSlots(SYSTEM_ACTOR)) },
  { name: 'web-hooks', everyMs: SECOND_MS, run: (signal) => deliverWebhooks(signal) },
  { name: 'web-hook log', everyMs: 6 * HOUR_MS, run: tidyWebhookLog },
  { name: 'mails', everyMs: 5 * SECOND_MS, run: (signal) => deliverMails(signal) },
  { name: 'mail log', everyMs: 6 * HOUR_MS, run: tidyMailLog },
  { name: 'back-tests', everyMs: SECOND_MS, run: runBackTests },
  { name: 'matchings', everyMs: 2 * SECOND_MS, run: matchExchanges },
  { name: 'simulations', everyMs: SECOND_MS, run: runSimulations },
  { name: 'value bands', everyMs: 10 * MINUTE_MS, run: async () => void (await keepValueBands(SYSTEM_ACTOR)) },
  { name: 'model training', everyMs: 2 * SECOND_MS, run: (signal) => trainModels(signal) },
  { name: 'model drift', everyMs: HOUR_MS, run: async (signal) => void (await keepModelDrift(SYSTEM_ACTOR, signal)) },
  {
    name: 'partner months',
    everyMs: 10 * MINUTE_MS,
    run: async (signal) => void (await countDueMonths(SYSTEM_ACTOR, { signal })),
  },
  { name: 'broken transfers', everyMs: MINUTE_MS, run: async () => void (await refuseBrokenTransfers(SYSTEM_ACTOR)) },
  { name: 'sandbox', everyMs: HOUR_MS, run: async () => void (await dropSandboxAnswers(SYSTEM_ACTOR)) },
  { name: 'erasing', everyMs: 6 * HOUR_MS, run: (signal) => eraseDue(signal) },
  { name: 'erasures told', everyMs: MINUTE_MS, run: tellErasures },
  { name: 'looks at people', everyMs: HOUR_MS, run: (signal) => judgeBrowsingDays(signal) },
  { name: 'partitions', everyMs: 6 * HOUR_MS, run: () => keepPartitionsAhead() },
];
