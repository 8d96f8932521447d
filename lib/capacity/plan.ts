import type { Slots } from './slots';

/** Slots as somebody set them: for some weekdays (1 is Monday), from a first day to a last, both included. */
export type Revision = {
  readonly revision: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly weekdays: readonly number[];
  readonly slots: Slots;
};

export type SlotsInForce = {
  readonly slots: Slots;
  /** 0 where the policy alone decides. */
  readonly revision: number;
};

/** 1 for Monday to 7 for Sunday, of a day `YYYY-MM-DD`. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** Whether a revision holds on a day. */
export function holdsOn({ validFrom, validTo, weekdays }: Omit<Revision, 'revision' | 'slots'>, day: string): boolean {
  return validFrom <= day && (validTo === null || validTo >= day) && weekdays.includes(weekdayOf(day));
}

/** The slots of a day: of all revisions that hold on it the newest counts; `otherwise` where there is none. */
export function slotsOn(revisions: readonly Revision[], day: string, otherwise: Slots): SlotsInForce {
  let newest: Revision | null = null;
  for (const one of revisions) {
    if (holdsOn(one, day) && (newest === null || one.revision > newest.revision)) newest = one;
  }
  return newest ?? { slots: otherwise, revision: 0 };
}
