import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { clearances, selections } from '@/db/schema';
import type { Wish } from '@/lib/capacity/room';
import type { Waiting } from '@/lib/capacity/select-day';
import type { Worth, WorthBasis } from '@/lib/capacity/worth';
import { CONTROL_TYPES } from '@/lib/consignment/codes';
import { CAN_COME_BACK } from './movable';
import { type OccupantRow, occupantsOf, type SeenSelection, slotKey } from './occupants';
import { onOneScale } from './on-one-scale';

export type WaitingRow = Waiting & SeenSelection & Pick<Worth, 'worthBasis'>;

/** Everybody that competes for the slots of one office and day: who holds one, and who was released without and is not here yet. */
export type DayPoolRows = { readonly occupants: readonly OccupantRow[]; readonly waiting: readonly WaitingRow[] };

type Row = {
  id: string;
  received_on: string;
  version: number;
  lane_assigned: string;
  worth: number;
  basis: WorthBasis;
  tie_break: number;
  is_drawn: boolean;
  draw_probability: number;
};

const NOBODY: ReadonlySet<string> = new Set();

/** The pool of an office and day. Takes no actor: a part of others. */
export async function dayPool(from: Executor, officeId: string, controlOn: string, at: Date): Promise<DayPoolRows> {
  const occupants = await occupantsOf(from, [{ officeId, controlOn, controls: CONTROL_TYPES }], {
    at,
    except: NOBODY,
  });
  const waiting = await waitingOf(from, officeId, controlOn, { at, except: NOBODY, wishes: null });
  const nobodyComes = { coming: [], except: NOBODY };
  return onOneScale(from, { officeId, controlOn }, nobodyComes, {
    occupants: occupants.get(slotKey(officeId, controlOn)) ?? [],
    waiting,
  });
}

/**
 * Who was released for want of a slot of an office and day and is not here yet, with one of some wishes; null stands for whatever
 * wish. Takes no actor: a part of others.
 */
export async function waitingOf(
  from: Executor,
  officeId: string,
  controlOn: string,
  {
    at,
    except,
    wishes,
  }: { readonly at: Date; readonly except: ReadonlySet<string>; readonly wishes: readonly Wish[] | null },
): Promise<WaitingRow[]> {
  if (wishes?.length === 0) return [];
  const asked = wishes?.map(({ lane, isDrawn }) => `${lane} ${isDrawn}`) ?? null;
  const isAsked =
    asked === null
      ? sql`true`
      : sql`(case when s.lane_assigned = 'yellow' then 'yellow' else 'red' end || ' ' || s.is_drawn::text)
        = any(${sql.param(asked)}::text[])`;
  const { rows } = await from.execute<Row>(sql`
    select s.consignment_id as id, s.received_on::text, s.version, s.lane_assigned, s.worth, s.worth_basis as basis, s.tie_break,
      s.is_drawn, s.draw_probability::float8
    from ${selections} s join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    where s.office_id = ${officeId} and s.control_on = ${controlOn} and s.outcome = 'no_capacity'
      and ${CAN_COME_BACK} and c.act_by_at > ${at.toISOString()}::timestamptz and ${isAsked}`);
  return rows.flatMap((row) => {
    if (except.has(row.id)) return [];
    return {
      id: row.id,
      receivedOn: row.received_on,
      version: row.version,
      lane: row.lane_assigned === 'yellow' ? 'yellow' : 'red',
      worth: row.worth,
      worthBasis: row.basis,
      tieBreak: row.tie_break,
      isDrawn: row.is_drawn,
      drawProbability: row.draw_probability,
    };
  });
}

/** Days from one on on which somebody competes for the slots of an office, in order. */
export async function daysInUse(from: Executor, officeId: string, firstDay: string): Promise<string[]> {
  const { rows } = await from.execute<{ day: string }>(sql`
    select distinct control_on::text as day from ${selections}
    where office_id = ${officeId} and control_on >= ${firstDay} and outcome <> 'none' order by day`);
  return rows.map(({ day }) => day);
}
