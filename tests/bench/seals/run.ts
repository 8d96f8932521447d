import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyLog } from '@/db/cli/verify-log';
import { PER_SEAL, sealEntries } from '@/db/commands/audit/seal-entries';
import { closeConnections, setDefaultPurpose, withOwnerClient } from '@/db/connection';
import { acquireEngine } from '@/db/engine/engine';
import { setDatabaseUrl } from '@/db/env';
import { migrateDatabase } from '@/db/migrate';
import { headsAfter } from '@/db/queries/audit/last-head';
import { signingKey } from '@/lib/audit/seal';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { watchMemory } from '../memory';
import { type Figure, printReport } from '../report';

const USAGE = 'Usage: npm run bench:seals -- [--entries 1000000] [--json]';
const ROWS_PER_INSERT = 100_000;

/** Rows as commands write them, over the last ninety days, each waiting for its seal. */
async function writeEntries(wanted: number): Promise<void> {
  await withOwnerClient(async (client) => {
    for (let from = 0; from < wanted; from += ROWS_PER_INSERT) {
      await client.query(
        `with made as (
           insert into audit.log (id, received_on, at, actor_id, actor_name, role, office_id, action, subject_type, subject_id, details, reason)
           select (lpad(to_hex(n), 12, '0') || '7000' || substr(md5(n::text), 1, 16))::uuid, (now() - n % 90 * interval '1 day')::date,
             now() - n % 90 * interval '1 day', gen_random_uuid(), 'A. Officer', 'officer', 'NLRTM', 'clearance.release', 'consignment',
             gen_random_uuid()::text, jsonb_build_object('from', 'selected', 'to', 'released', 'rowVersion', n % 9), 'Seen and found in order'
           from generate_series($1::bigint, $2::bigint) n returning id, received_on)
         insert into audit.unsealed select id, received_on from made`,
        [from, Math.min(from + ROWS_PER_INSERT, wanted) - 1],
      );
    }
    await client.query('analyze audit.log, audit.unsealed');
  });
}

async function bench(entries: number): Promise<Figure[]> {
  await writeEntries(entries);
  const key = signingKey(String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })));
  const sealingAt = performance.now();
  while ((await sealEntries(SYSTEM_ACTOR, key)) === PER_SEAL);
  const sealS = (performance.now() - sealingAt) / 1_000;
  const heads = [...(await headsAfter(SYSTEM_ACTOR, 0, entries))];
  await withOwnerClient((client) => client.query('analyze audit.leaves, audit.seals'));
  const keys = new Map([[key.keyId, createPublicKey(key.publicPem)]]);
  const verifyingAt = performance.now();
  const { result, risenMib } = await watchMemory([process.pid], () =>
    withOwnerClient((client) => verifyLog(client, { heads, keys })),
  );
  const verifyS = (performance.now() - verifyingAt) / 1_000;
  if (result.faults.length > 0 || result.entries !== entries) {
    throw new Error(`${result.entries} of ${entries} entries verified, ${result.faults.length} faults.`);
  }
  return [
    { name: 'entries', value: entries, note: `rows of the audit log under ${result.seals} seals, every head outside` },
    { name: 'seal_entries_per_s', value: entries / sealS, note: 'put under seals' },
    { name: 'verify_s', value: verifyS, note: 'to verify all; a million within sixty seconds is promised' },
    { name: 'verify_entries_per_s', value: entries / verifyS, note: 'verified' },
    { name: 'verify_risen_mib', value: risenMib[0] ?? 0, note: 'memory above idle while verifying' },
  ];
}

const { values } = parseArgs({
  options: { entries: { type: 'string', default: '1000000' }, json: { type: 'boolean', default: false } },
});
const entries = Number(values.entries);
if (!Number.isSafeInteger(entries) || entries < 1) throw new RangeError(USAGE);
const folder = await mkdtemp(join(tmpdir(), 'luxor-seals-'));
const engine = await acquireEngine(folder);
try {
  setDatabaseUrl(engine.url);
  setDefaultPurpose('jobs');
  await migrateDatabase(engine.url);
  printReport(await bench(entries), values.json);
} finally {
  await closeConnections();
  await engine.release();
  await rm(folder, { recursive: true, force: true });
}
