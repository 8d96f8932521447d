import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { policyInForce } from '@/db/queries/policy/policy-in-force';
import { clearances, examinations, selections } from '@/db/schema';
import type { Occupant } from '@/lib/capacity/select-day';
import type { Worth, WorthBasis } from '@/lib/capacity/worth';
import { CONTROL_TYPES, type ControlLane, type ControlType } from '@/lib/consignment/codes';
import { dayOf } from '@/lib/kernel/dates';
import { COMPETES_BY_WORTH, givesSlotBack, IS_UNTOUCHED } from './movable';

/** Slots of one office and day, of the controls that are limited. */
export type SlotKey = {
  readonly officeId: string;
  readonly controlOn: string;
  readonly controls: readonly ControlType[];
};

/** What was read of a selection, so that nothing decided meanwhile is overwritten. */
export type SeenSelection = { readonly receivedOn: string; readonly version: number };

export type OccupantRow = Occupant &
  SeenSelection &
  Pick<Worth, 'worthBasis'> & {
    /** It holds this slot by an officer's order, beside or without a planned control. */
    readonly isOrdered: boolean;
  };

export const slotKey = (officeId: string, controlOn: string): string => `${officeId} ${controlOn}`;

type Row = {
  id: string;
  received_on: string;
  version: number;
  slot: string;
  outcome: Occupant['outcome'];
  control: ControlType;
  lane_assigned: string;
  floor: ControlLane | null;
  worth: number;
  basis: WorthBasis;
  tie_break: number;
  is_drawn: boolean;
  draw_probability: number;
  is_movable: boolean;
  gives_back: boolean;
  ordered: ControlType[] | null;
};

/**
 * Who holds the slots of some offices and days, by `slotKey`; those of `except` are about to be selected anew. An examination that an
 * officer ordered beside the planned control takes a slot of its own, whether there is one or not. Takes no actor: a part of others.
 */
export async function occupantsOf(
  from: Executor,
  keys: readonly SlotKey[],
  { at, except }: { readonly at: Date; readonly except: ReadonlySet<string> },
): Promise<Map<string, OccupantRow[]>> {
  const byKey = new Map<string, OccupantRow[]>();
  if (keys.length === 0) return byKey;
  const { undoMinutes } = await policyInForce(from, dayOf(at));
  const { rows } = await from.execute<Row>(sql`
    select s.consignment_id as id, s.received_on::text, s.version, s.office_id || ' ' || s.control_on as slot, s.outcome, s.control,
      s.lane_assigned, s.floor, s.worth, s.worth_basis as basis, s.tie_break, s.is_drawn, s.draw_probability::float8,
      (${IS_UNTOUCHED} and ${COMPETES_BY_WORTH}) as is_movable, ${givesSlotBack(at, undoMinutes)} as gives_back,
      case when c.examination_outcome not in ('none', 'not_done') then array(
        select distinct e.kind from ${examinations} e where e.consignment_id = s.consignment_id and e.kind <> s.control) end as ordered
    from json_to_recordset(${JSON.stringify(keys)}::json) as k("officeId" text, "controlOn" date, controls text[])
    join ${selections} s on s.office_id = k."officeId" and s.control_on = k."controlOn"
      and s.outcome in ('mandatory', 'random', 'ranked')
    join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    where c.status <> 'withdrawn' and (s.control = any(k.controls) or c.examination_outcome not in ('none', 'not_done'))`);
  const limited = new Map(keys.map(({ officeId, controlOn, controls }) => [slotKey(officeId, controlOn), controls]));
  for (const row of rows) {
    const controls = limited.get(row.slot) ?? [];
    const own = byKey.get(row.slot) ?? [];
    byKey.set(row.slot, own);
    if (!except.has(row.id) && !row.gives_back && controls.includes(row.control)) own.push(occupantOf(row));
    for (const control of CONTROL_TYPES) {
      if (!row.ordered?.includes(control) || !controls.includes(control)) continue;
      own.push({ ...occupantOf(row), outcome: 'mandatory', control, isMovable: false, isOrdered: true });
    }
  }
  return byKey;
}

function occupantOf(row: Row): OccupantRow {
  return {
    id: row.id,
    receivedOn: row.received_on,
    version: row.version,
    worth: row.worth,
    worthBasis: row.basis,
    tieBreak: row.tie_break,
    lane: row.lane_assigned === 'yellow' ? 'yellow' : 'red',
    floor: row.floor,
    outcome: row.outcome,
    control: row.control,
    isDrawn: row.is_drawn,
    drawProbability: row.draw_probability,
    isMovable: row.is_movable,
    isOrdered: false,
  };
}
