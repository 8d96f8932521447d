import { getTableColumns } from 'drizzle-orm';
import type pg from 'pg';
import { cells } from '@/db/schema';
import { DIMENSIONS, MEASURES } from '@/lib/statistics/contributions';

type Part = {
  readonly name: string;
  /** What names a row in a report of differences. */
  readonly key: string;
  /** Rows of the submission in question, whose id is $1. */
  readonly source: string;
  /** Columns that hold the instant of writing or a random id, and so differ between two sound runs. */
  readonly except: readonly string[];
};

const all = (name: string, key: string, except: readonly string[] = []): Part => ({
  name,
  key,
  source: `select * from ${name} where $1::uuid is not null`,
  except,
});

/** Other work on other consignments may differ, so these are taken of what the submission touched alone. */
const touched = (name: string, key: string, except: readonly string[]): Part => ({
  name,
  key,
  source: `select * from ${name} where consignment_id in (select consignment_id from consignment.versions where submission_id = $1)`,
  except,
});

/** Everything an import writes. */
const PARTS: readonly Part[] = [
  all('consignment.identities', 'consignment_id'),
  all('consignment.consignments', 'consignment_id', ['submission_id', 'received_at', 'updated_at']),
  all('consignment.versions', 'consignment_id, version', ['submission_id', 'received_at']),
  all('consignment.items', 'consignment_id, item_number'),
  all('consignment.parties', 'consignment_id, version, kind'),
  all('risk.assessments', 'consignment_id, version', ['assessed_at']),
  all('risk.party_days', 'kind, key, day'),
  touched('clearance.clearances', 'consignment_id', ['received_at', 'released_at', 'transmitted_at']),
  touched('clearance.events', 'consignment_id, kind', ['event_id', 'at']),
  {
    name: 'intake.quarantined_records',
    key: 'record_number',
    source: 'select * from intake.quarantined_records where submission_id = $1',
    except: ['submission_id', 'quarantined_at'],
  },
  { name: 'statistics', key: 'day, office_id, channel, lane, heading, origin', source: statisticsSource(), except: [] },
  {
    name: 'audit',
    key: `details ->> 'fromRecord'`,
    source: `select action, role, subject_type, details from audit.log where subject_type = 'submission' and subject_id = $1::uuid::text`,
    except: [],
  },
];

/** The finest cube with what waits to be folded. How long release took depends on when a run took place, so it is left out. */
function statisticsSource(): string {
  const columns = getTableColumns(cells);
  const dimensions = DIMENSIONS.filter((key) => key !== 'releaseBucket').map((key) => columns[key].name);
  const measures = MEASURES.filter((key) => key !== 'releaseSeconds').map((key) => columns[key].name);
  const names = [...dimensions, ...measures].join(', ');
  return `
    select ${dimensions.join(', ')}, ${measures.map((name) => `sum(${name}) as ${name}`).join(', ')}
    from (select ${names} from statistics.contributions union all
      select ${names} from statistics.cells where cube = 'fine') as both_parts
    where $1::uuid is not null group by ${dimensions.join(', ')}
    having ${measures.map((name) => `sum(${name}) <> 0`).join(' or ')}`;
}

const hashed = ({ key, source, except }: Part) => `
  select concat_ws(' ', ${key}) as key, md5((to_jsonb(r) - '{${except.join(',')}}'::text[])::text) as hash from (${source}) as r`;

export type Digests = ReadonlyMap<string, { readonly rows: number; readonly hash: string }>;

/** Of everything an import wrote one digest a table, equal for two runs that did the same. Read in one snapshot. */
export async function digestsOf(client: pg.Client, submissionId: string): Promise<Digests> {
  await client.query('begin isolation level repeatable read, read only');
  try {
    const digests = new Map<string, { rows: number; hash: string }>();
    for (const part of PARTS) {
      const { rows } = await client.query<{ rows: number; hash: string }>(
        `select count(*)::int as rows, coalesce(md5(string_agg(hash, '' order by key, hash)), '') as hash from (${hashed(part)}) as h`,
        [submissionId],
      );
      if (rows[0]) digests.set(part.name, rows[0]);
    }
    return digests;
  } finally {
    await client.query('commit');
  }
}

/** The keys of rows of one part that only one of two databases has, at most `most`. */
export async function apart(
  name: string,
  sides: readonly { readonly client: pg.Client; readonly submissionId: string }[],
  most = 5,
): Promise<string[]> {
  const part = PARTS.find((candidate) => candidate.name === name);
  if (!part) throw new Error(`nothing is compared as ${name}`);
  const seen = new Map<string, number>();
  for (const { client, submissionId } of sides) {
    const { rows } = await client.query<{ key: string; hash: string }>(hashed(part), [submissionId]);
    for (const { key, hash } of rows) seen.set(`${key}\u0000${hash}`, (seen.get(`${key}\u0000${hash}`) ?? 0) + 1);
  }
  const single = [...seen]
    .filter(([, count]) => count % sides.length !== 0)
    .map(([key]) => key.split('\u0000')[0] ?? '');
  return [...new Set(single)].slice(0, most);
}
