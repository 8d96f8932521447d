import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { filledCubes } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Dimension } from '@/lib/statistics/contributions';
import { type Cube, cubesFor } from '@/lib/statistics/cubes';

/**
 * The first cube that has these dimensions and holds every day, as a scalar for one statement: a cube that came with an upgrade is passed
 * over until its job has filled it. It rests on no row of the query around it, so that the database asks once.
 */
export function firstFilled(dimensions: readonly Dimension[]): SQL {
  const candidates = cubesFor(dimensions);
  if (candidates.length === 1) return sql`${candidates[0]}`;
  return sql`(select coalesce((
      select candidate.cube from unnest(${sql.param([...candidates])}::text[]) with ordinality as candidate (cube, place)
      join ${filledCubes} as f on f.cube = candidate.cube and f.filled_at is not null
      order by candidate.place limit 1), 'fine'))`;
}

/** The cube that questions of these dimensions are answered from now. From `fine` an answer takes longer the more there was. */
export async function answeringCube(actor: Actor, dimensions: readonly Dimension[]): Promise<Cube> {
  authorise(actor, 'statistics.read');
  const { rows } = await db().execute<{ cube: Cube }>(sql`select ${firstFilled(dimensions)}::text as cube`);
  return rows[0]?.cube ?? 'fine';
}
