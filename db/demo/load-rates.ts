import { confirmLoad } from '@/db/commands/reference/confirm-load';
import { previewLoad } from '@/db/commands/reference/preview-load';
import { db } from '@/db/connection';
import { demoExample } from '@/db/queries/policy/installed-example';
import { policyFromRows } from '@/db/queries/policy/policy-in-force';
import { illustrativeRates } from '@/lib/demo/illustrative-rates';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { newestRates } from '@/lib/policy/examples/parameters-of';
import { NEWEST_RATES } from '@/lib/policy/facts/exchange-rates';

const EDITION = 'Illustrative rates, invented for the demo';

/**
 * Loads monthly rates of exchange for the days of the demo, by the way of every list, labelled as invented: the published ones we ship
 * would be older than the law allows. Days are ISO dates. Loading again changes nothing.
 */
export async function loadDemoRates(from: string, to: string, at = new Date()): Promise<void> {
  const { validFrom: after } = NEWEST_RATES;
  const known = newestRates(await demoExample(db()));
  // From the rows themselves: a policy kept for a while would be that without these rates.
  const { currency } = await policyFromRows(db(), to);
  const table = illustrativeRates(currency, known, { from, to, after });
  if (table === '') return;
  const bytes = Buffer.from(table, 'utf8');
  const asked = {
    kind: 'exchange-rates',
    series: null,
    edition: EDITION,
    validFrom: from,
    fileName: 'illustrative-rates.csv',
  } as const;
  const sent = { body: once(bytes), announcedBytes: bytes.length };
  const { loadId, status, fingerprint } = await previewLoad(SYSTEM_ACTOR, asked, sent, at);
  if (status !== 'unchanged') await confirmLoad(SYSTEM_ACTOR, { loadId, fingerprint }, at);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
