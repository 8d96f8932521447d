import { createPublicKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { isPublicKeyFile } from '@/db/audit-key';
import { verifyLog } from '@/db/cli/verify-log';
import { keyIdOf, readHeads } from '@/lib/audit/seal';
import { QUEUE_OFFICE } from '../claims/queue';
import { checkAgainstFile } from '../import/check-file';
import { checkSubmissions } from '../import/compare';
import type { Ledger } from '../shared/ledger';
import { compareActs, type KnownAct, type ToldAct } from './acts';
import { withDirect } from './direct';
import type { Imported } from './imports';
import { INVARIANTS, TOLD_ACTS } from './invariants';
import type { Site } from './site';
import { checkTotals } from './totals';

const counted = (statement: string) => `select count(*)::int as n from (${statement}) as broken`;

/** What was found of each invariant over a run. */
export class Found {
  readonly looks = new Map<string, number>();
  private readonly broken = new Map<string, number>();

  note(id: string, sentence: string, times: number): void {
    this.looks.set(id, (this.looks.get(id) ?? 0) + 1);
    if (times === 0) return;
    const line = `${id}: ${sentence}`;
    this.broken.set(line, Math.max(times, this.broken.get(line) ?? 0));
  }

  differences(): string[] {
    return [...this.broken].map(([line, times]) => `${line} (${times})`);
  }
}

/** Looks once at every invariant; those that the database cannot answer now are left out. */
export async function lookOnce(ledger: Ledger, found: Found): Promise<void> {
  for (const { id, sentence, statement } of INVARIANTS) {
    const rows = await ledger.tryAsk<{ n: number }>(counted(statement), [QUEUE_OFFICE]);
    if (rows) found.note(id, `${sentence}, during the run`, rows[0]?.n ?? 0);
  }
}

const TOTALS_DIFFER = 'sums by currency that are not those of the stored file';

/** Looks at the sums of files from the `next` one on, as far as the database answers; gives the first that was not looked at. */
export async function lookAtTotals(site: Site, { files }: Imported, next: number, found: Found): Promise<number> {
  for (let index = next; index < files.length; index += 1) {
    const file = files[index];
    const wrong = file && (await withDirect(site, (client) => checkTotals(client, file)).catch(() => null));
    if (!wrong) return index;
    found.note('I8', `${TOTALS_DIFFER}, during the run`, wrong.length);
  }
  return files.length;
}

type Ended = {
  readonly known: readonly KnownAct[];
  readonly officerIds: readonly string[];
  readonly imported: Imported;
};

/** Looks at everything once the load has ended and nothing waits any more. */
export async function checkAfter(site: Site, ended: Ended, found: Found): Promise<string[]> {
  const differences: string[] = [];
  await withDirect(site, async (client) => {
    for (const { id, sentence, statement } of INVARIANTS) {
      const { rows } = await client.query<{ n: number }>(counted(statement), [QUEUE_OFFICE]);
      found.note(id, `${sentence}, after the run`, rows[0]?.n ?? 0);
    }
    const told = await client.query<ToldAct>(TOLD_ACTS, [[...ended.officerIds]]);
    differences.push(...compareActs(ended.known, told.rows).map((line) => `I4: ${line}`));
    differences.push(...(await verifiedLog(site, client)));
    for (const file of ended.imported.files) {
      const wrong = await checkTotals(client, file);
      found.note('I8', TOTALS_DIFFER, wrong.length);
      differences.push(...wrong.map((line) => `I8: ${line}`));
    }
  });
  const { submissionIds } = ended.imported;
  const broken = await checkSubmissions({ name: 'the files', databaseUrl: site.databaseUrl, submissionIds });
  differences.push(...broken.map((line) => `I1: ${line}`));
  for (const { seed, earlier, main, submissionId } of ended.imported.files) {
    const side = { name: `file of seed ${seed}`, databaseUrl: site.databaseUrl, submissionId };
    const { differences: own } = await checkAgainstFile(side, { earlier, main, prefix: `FI-${seed}-` });
    differences.push(...own.map((line) => `I1: ${line}`));
  }
  return differences;
}

/** I7: the chain against the heads that left the database, and their signatures against the key of the installation. */
async function verifiedLog(site: Site, client: pg.Client): Promise<string[]> {
  const { heads } = readHeads(readFileSync(join(site.dataDir, 'audit-heads.jsonl'), 'utf8'));
  const keys = readdirSync(site.dataDir)
    .filter(isPublicKeyFile)
    .map((name) => createPublicKey(readFileSync(join(site.dataDir, name), 'utf8')))
    .map((key) => [keyIdOf(key), key] as const);
  const { faults } = await verifyLog(client, { heads, keys: new Map(keys) });
  const differences = faults.map((fault) => `I7: ${JSON.stringify(fault)}`);
  if (heads.length === 0) differences.push('I7: no head left the database');
  if (keys.length === 0) differences.push('I7: the installation has no key');
  return differences;
}
