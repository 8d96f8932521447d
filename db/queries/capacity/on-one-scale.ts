import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { clearances, selections } from '@/db/schema';
import { scaleOf, type Worth } from '@/lib/capacity/worth';
import { COMPETES_BY_WORTH } from './movable';

type Valued = Worth & { readonly id: string };

/**
 * Puts who holds or waits for the slots of an office and day, and who comes now, on one scale. Only a day that saw another basis of
 * worth come into force is read whole: see `scaleOf`. Of `except`, who is selected anew, only who comes counts. Takes no actor: a part of others.
 */
export async function onOneScale<One extends Valued, Other extends Valued>(
  from: Executor,
  slot: { readonly officeId: string; readonly controlOn: string },
  { coming, except }: { readonly coming: readonly Valued[]; readonly except: ReadonlySet<string> },
  { occupants, waiting }: { readonly occupants: readonly One[]; readonly waiting: readonly Other[] },
): Promise<{ occupants: One[]; waiting: Other[]; worthOf: (one: Worth) => number }> {
  const here = [...occupants, ...waiting, ...coming];
  const isMixed = new Set(here.map(({ worthBasis }) => worthBasis)).size > 1;
  const worthOf = scaleOf(isMixed ? [...(await whole(from, slot, except)), ...coming] : here);
  const put = <Row extends Valued>(rows: readonly Row[]) => rows.map((row) => ({ ...row, worth: worthOf(row) }));
  return { occupants: put(occupants), waiting: put(waiting), worthOf };
}

/** All that competed by worth on a day, also what was left out and can come back no more. */
async function whole(
  from: Executor,
  { officeId, controlOn }: { readonly officeId: string; readonly controlOn: string },
  except: ReadonlySet<string>,
): Promise<Valued[]> {
  const { rows } = await from.execute<Valued>(sql`
    select s.consignment_id as id, s.worth, s.worth_basis as "worthBasis"
    from ${selections} s join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    where s.office_id = ${officeId} and s.control_on = ${controlOn} and ${COMPETES_BY_WORTH}
      and c.status <> 'withdrawn'`);
  return rows.filter(({ id }) => !except.has(id));
}
