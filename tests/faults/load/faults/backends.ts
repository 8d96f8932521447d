import type { ProcessRef } from '@/db/engine/process-identity';
import { refsOf } from '../../shared/processes';
import { withDirect } from '../direct';
import type { Site } from '../site';

/** Processes of the database that serve connections of the application, those at work first. */
export async function appBackends(site: Site): Promise<ProcessRef[]> {
  const { rows } = await withDirect(site, (client) =>
    client.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name like 'luxor-%' order by state <> 'active', query_start desc`,
    ),
  );
  return refsOf(rows.map(({ pid }) => pid));
}
