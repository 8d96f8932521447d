import pg from 'pg';
import { acquireEngine } from '@/db/engine/engine';

export type TrainingCheck = {
  readonly differences: readonly string[];
  readonly versions: number;
  /** The different SHA-256 of the models; one, when all are the same. */
  readonly sums: readonly string[];
};

type Version = {
  version: number;
  runId: string;
  sha256: string;
  real: string;
  card: string;
  standings: number;
  told: number;
};

const VERSIONS = `
  select v.version, v.run_id as "runId", v.artefact_sha256 as sha256, encode(sha256(v.artefact), 'hex') as real, v.card::text as card,
    (select count(*)::int from risk.model_standings s where s.version = v.version and s.state = 'candidate') as standings,
    (select count(*)::int from audit.log a where a.action = 'model.trained' and a.subject_id = v.version::text) as told
  from risk.model_versions v where v.run_id = any($1::uuid[]) order by v.version`;

/** What a stopped installation must hold after its trainings: one version of each that finished, all the same, none of the cancelled one. */
export async function checkTrainings(
  dataDir: string,
  finished: readonly string[],
  cancelled: string,
): Promise<TrainingCheck> {
  const engine = await acquireEngine(dataDir);
  const client = new pg.Client({ connectionString: engine.url });
  try {
    await client.connect();
    const { rows } = await client.query<Version>(VERSIONS, [[...finished, cancelled]]);
    return {
      differences: differencesIn(rows, finished, cancelled),
      versions: rows.length,
      sums: distinct(rows, 'sha256'),
    };
  } finally {
    await client.end();
    await engine.release();
  }
}

const distinct = (rows: readonly Version[], of: 'sha256' | 'real' | 'card') => [...new Set(rows.map((row) => row[of]))];

function differencesIn(rows: readonly Version[], finished: readonly string[], cancelled: string): string[] {
  const differences: string[] = [];
  for (const [index, runId] of finished.entries()) {
    const own = rows.filter((row) => row.runId === runId);
    if (own.length !== 1) differences.push(`training ${index + 1} made ${own.length} versions`);
  }
  const unwanted = rows.filter(({ runId }) => runId === cancelled).length;
  if (unwanted > 0) differences.push(`the cancelled training made ${unwanted} versions`);
  for (const { version, standings, told } of rows) {
    if (standings !== 1) differences.push(`version ${version} stands ${standings} times as a candidate`);
    if (told !== 1) differences.push(`version ${version} was audited ${told} times`);
  }
  for (const of of ['sha256', 'real', 'card'] as const) {
    const sums = distinct(rows, of).length;
    if (sums > 1)
      differences.push(`${sums} different ${of === 'card' ? 'cards' : 'models'} came of the same results and seed`);
  }
  return differences;
}
