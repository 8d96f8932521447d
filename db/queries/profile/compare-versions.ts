import 'server-only';
import { sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances, profileHits } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { type Rate, wilson } from '@/lib/kernel/wilson';

/** Which of two versions met a consignment: both, only the one in force, only the one in shadow. */
export const MET_BY = ['both', 'active', 'shadow'] as const;
export type MetBy = (typeof MET_BY)[number];

const SAMPLES = 5;

/** What one of the parts came to; the latest of its consignments, newest first. */
export type ComparedPart = {
  readonly metBy: MetBy;
  readonly hits: number;
  readonly hitRate: Rate | null;
  readonly samples: readonly { readonly consignmentId: string; readonly reference: string }[];
};

type Row = {
  met_by: MetBy;
  hits: number;
  examined: number;
  findings: number;
  samples: ComparedPart['samples'];
};

type Compared = {
  readonly profileId: string;
  readonly active: number;
  readonly shadow: number;
  /** From when on both looked. */
  readonly since: Date;
};

/**
 * What the version in force and the one in shadow met of the same traffic of the reader's offices, since both look at it: every part,
 * empty ones too. A consignment counts once, by the last of its data that met either.
 */
export async function compareVersions(
  actor: Actor,
  { profileId, active, shadow, since }: Compared,
): Promise<readonly ComparedPart[]> {
  authorise(actor, 'profile.read');
  const { rows } = await db().execute<Row>(sql`
    with met as (
      select distinct on (consignment_id, received_on) consignment_id, received_on, hit_at,
        case when by_active and by_shadow then 'both' when by_active then 'active' else 'shadow' end as met_by
      from (
        select consignment_id, received_on, consignment_version, max(hit_at) as hit_at,
          bool_or(version = ${active}) as by_active, bool_or(version = ${shadow}) as by_shadow
        from ${profileHits}
        where profile_id = ${profileId} and version in (${active}, ${shadow}) and hit_at >= ${since}
        group by consignment_id, received_on, consignment_version
      ) h
      order by consignment_id, received_on, consignment_version desc
    )
    select met_by, count(*)::int as hits,
      count(*) filter (where c.examination_outcome in ('conform', 'finding'))::int as examined,
      count(*) filter (where c.examination_outcome = 'finding')::int as findings,
      to_json((array_agg(json_build_object('consignmentId', c.consignment_id, 'reference', c.reference)
        order by met.hit_at desc, c.consignment_id))[1:${sql.raw(String(SAMPLES))}]) as samples
    from met
    join ${clearances} c on c.consignment_id = met.consignment_id and c.received_on = met.received_on
    where c.office_id = any(${sql.param([...actor.officeIds])}::text[])
    group by met_by`);
  return MET_BY.map((metBy) => {
    const row = rows.find(({ met_by }) => met_by === metBy);
    return {
      metBy,
      hits: row?.hits ?? 0,
      hitRate: wilson(row?.findings ?? 0, row?.examined ?? 0),
      samples: row?.samples ?? [],
    };
  });
}
