import pg from 'pg';
import { checkStatistics } from '@/db/commands/statistics/recompute';
import { closeConnections } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { brokenRules } from '@/tests/support/import-rules';
import { apart, digestsOf } from '@/tests/support/ledger-digest';

export type Side = { readonly name: string; readonly databaseUrl: string; readonly submissionId: string };

/** What two runs of one file must have in common, table by table. Gives a sentence for each that differs. */
export async function compareRuns(one: Side, other: Side): Promise<{ differences: string[]; rows: number }> {
  const sides = await Promise.all([one, other].map(opened));
  const differences: string[] = [];
  let rows = 0;
  try {
    const [first, second] = await Promise.all(sides.map(({ client, submissionId }) => digestsOf(client, submissionId)));
    for (const [name, expected] of first ?? []) {
      const found = second?.get(name);
      rows += expected.rows;
      if (found?.hash === expected.hash && found.rows === expected.rows) continue;
      const keys = await apart(name, sides);
      differences.push(
        `${name}: ${one.name} has ${expected.rows} rows, ${other.name} ${found?.rows ?? 0}; for instance ${keys.join('; ')}`,
      );
    }
    return { differences, rows };
  } finally {
    await Promise.all(sides.map(({ client }) => client.end()));
  }
}

async function opened({ databaseUrl, submissionId }: Side): Promise<{ client: pg.Client; submissionId: string }> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c timezone=UTC' });
  await client.connect();
  return { client, submissionId };
}

/** What must hold within one run, whatever another did: nothing doubled, one assessment each, statistics as the ledger tells. */
export async function checkRun({ databaseUrl, submissionId, name }: Side): Promise<string[]> {
  return checkSubmissions({ databaseUrl, name, submissionIds: [submissionId] });
}

/** The same of all submissions of a database. */
export async function checkSubmissions(
  side: Omit<Side, 'submissionId'> & { readonly submissionIds: readonly string[] },
): Promise<string[]> {
  const { databaseUrl, name, submissionIds } = side;
  const { client } = await opened({ databaseUrl, submissionId: '', name });
  const differences: string[] = [];
  try {
    for (const [index, submissionId] of submissionIds.entries()) {
      const broken = await brokenRules(client, submissionId, index === 0 ? 'all' : 'own');
      differences.push(...broken.map((line) => `${name}: ${line}`));
    }
    const days = await client.query<{ day: string }>(
      `select distinct received_on::text as day from consignment.versions where submission_id = any($1)`,
      [[...submissionIds]],
    );
    setDatabaseUrl(databaseUrl);
    for (const { day } of days.rows) {
      const check = await checkStatistics(SYSTEM_ACTOR, day);
      if (check.differences.length > 0)
        differences.push(`${name}: ${check.differences.length} cells of ${day} differ from the ledger`);
      if (check.disagreeingCubes.length > 0)
        differences.push(`${name}: cubes ${check.disagreeingCubes.join(', ')} of ${day} do not sum up the finest one`);
    }
    return differences;
  } finally {
    await closeConnections();
    setDatabaseUrl(undefined);
    await client.end();
  }
}
