import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/connection';
import { clearances, examinations, selections } from '@/db/schema';
import type { Slots } from '@/lib/capacity/slots';
import type { Worth, WorthBasis } from '@/lib/capacity/worth';
import { CONTROL_TYPES, type ControlType } from '@/lib/consignment/codes';

export type ControlUse = {
  readonly control: ControlType;
  /** Null where nothing limits it. */
  readonly slots: number | null;
  readonly mandatory: number;
  readonly ranked: number;
  readonly random: number;
  /** Examinations that officers ordered beside the planned control. */
  readonly ordered: number;
  /** Slots nobody holds; null without limit. Some are kept for the random draw. */
  readonly free: number | null;
  /** Worth of the last that worth selected, one of each basis the day saw; none where worth selected none or nothing limits it. */
  readonly cutOff: readonly Worth[];
};

export type DayUse = {
  readonly day: string;
  readonly controls: readonly ControlUse[];
  /** Released for want of a slot. */
  readonly leftOut: number;
};

type Count = {
  officeId: string;
  day: string;
  outcome: string;
  control: ControlType | null;
  basis: WorthBasis | null;
  consignments: number;
  lowest: number | null;
};

/** The selections that hold a slot of some days at some offices, and what officers ordered beside them. */
export async function countUse(
  officeIds: readonly string[],
  days: readonly string[],
  isGivenBack: SQL,
): Promise<Count[]> {
  const { rows } = await db().execute<Count>(sql`
    with own as (
      select s.consignment_id, s.office_id, s.control_on, s.outcome, s.control, s.worth, s.worth_basis, c.examination_outcome,
        ${isGivenBack} as gives_back
      from ${selections} s join ${clearances} c on c.consignment_id = s.consignment_id and c.received_on = s.received_on
      where s.office_id = any(${sql.param([...officeIds])}::text[]) and s.control_on = any(${sql.param([...days])}::date[]) and s.outcome <> 'none'
        and c.status <> 'withdrawn')
    select office_id as "officeId", control_on::text as day, outcome, control, worth_basis as basis, count(*)::int as consignments, min(worth) as lowest
    from own where not gives_back
    group by office_id, control_on, outcome, control, worth_basis
    union all
    select own.office_id, own.control_on::text, 'ordered', e.kind, null, count(distinct own.consignment_id)::int, null
    from own join ${examinations} e on e.consignment_id = own.consignment_id and e.kind <> own.control
    where own.control is not null and own.examination_outcome not in ('none', 'not_done')
    group by own.office_id, own.control_on, e.kind`);
  return rows;
}

/** What of it falls on one office and day, beside the slots there are. */
export function useOf(officeId: string, day: string, slots: Slots, counts: readonly Count[]): DayUse {
  const own = counts.filter((count) => count.officeId === officeId && count.day === day);
  const controls = CONTROL_TYPES.map((control): ControlUse => {
    const of = (outcome: string) => own.filter((count) => count.control === control && count.outcome === outcome);
    const count = (outcome: string) => of(outcome).reduce((sum, { consignments }) => sum + consignments, 0);
    const held = {
      mandatory: count('mandatory'),
      ranked: count('ranked'),
      random: count('random'),
      ordered: count('ordered'),
    };
    const limit = slots[control];
    const used = usedOf(held);
    return {
      control,
      slots: limit,
      ...held,
      free: limit === null ? null : Math.max(0, limit - used),
      cutOff: limit === null ? [] : of('ranked').flatMap(lowestOf),
    };
  });
  const leftOut = own.filter(({ outcome }) => outcome === 'no_capacity');
  return { day, controls, leftOut: leftOut.reduce((sum, { consignments }) => sum + consignments, 0) };
}

const lowestOf = ({ basis, lowest }: Count): Worth[] =>
  basis === null || lowest === null ? [] : [{ worth: lowest, worthBasis: basis }];

/** Slots that are used, whoever gave them. */
export const usedOf = ({
  mandatory,
  ranked,
  random,
  ordered,
}: Pick<ControlUse, 'mandatory' | 'ranked' | 'random' | 'ordered'>): number => mandatory + ranked + random + ordered;
