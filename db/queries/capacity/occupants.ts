import 'server-only';
import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { clearances, selections } from '@/db/schema';
import type { Occupant } from '@/lib/capacity/select-day';
import type { ControlType } from '@/lib/consignment/codes';
import { IS_UNTOUCHED } from './movable';

/** Slots of one office and day, of the controls that are limited. */
export type SlotKey = {
  readonly officeId: string;
  readonly controlOn: string;
  readonly controls: readonly ControlType[];
};

export type OccupantRow = Occupant & { readonly receivedOn: string };

export const slotKey = (officeId: string, controlOn: string): string => `${officeId} ${controlOn}`;

type Row = {
  id: string;
  received_on: string;
  slot: string;
  outcome: Occupant['outcome'];
  control: ControlType;
  lane_assigned: string;
  worth: number;
  tie_break: number;
  is_drawn: boolean;
  draw_probability: number;
  is_movable: boolean;
};

/** Who holds the slots of some offices and days, by `slotKey`; those of `except` are about to be selected anew. Takes no actor: a part of others. */
export async function occupantsOf(
  from: Executor,
  keys: readonly SlotKey[],
  except: ReadonlySet<string>,
): Promise<Map<string, OccupantRow[]>> {
  const byKey = new Map<string, OccupantRow[]>();
  if (keys.length === 0) return byKey;
  const { rows } = await from.execute<Row>(sql`
    select s.consignment_id as id, s.received_on::text, s.office_id || ' ' || s.control_on as slot, s.outcome, s.control,
      s.lane_assigned, s.worth, s.tie_break, s.is_drawn, s.draw_probability::float8,
      (s.outcome = 'ranked' and ${IS_UNTOUCHED}) as is_movable
    from json_to_recordset(${JSON.stringify(keys)}::json) as k("officeId" text, "controlOn" date, controls text[])
    join ${selections} s on s.office_id = k."officeId" and s.control_on = k."controlOn"
      and s.outcome in ('mandatory', 'random', 'ranked') and s.control = any(k.controls)
    join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
    where c.status <> 'withdrawn'`);
  for (const row of rows) {
    if (except.has(row.id)) continue;
    const own = byKey.get(row.slot) ?? [];
    byKey.set(row.slot, own);
    own.push({
      id: row.id,
      receivedOn: row.received_on,
      worth: row.worth,
      tieBreak: row.tie_break,
      lane: row.lane_assigned === 'yellow' ? 'yellow' : 'red',
      outcome: row.outcome,
      control: row.control,
      isDrawn: row.is_drawn,
      drawProbability: row.draw_probability,
      isMovable: row.is_movable,
    });
  }
  return byKey;
}
