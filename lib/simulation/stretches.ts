/** Consecutive days that are read together, both included. */
export type Stretch = { readonly fromOn: string; readonly toOn: string };

/** How many consignments came on a day. */
export type CountedDay = { readonly day: string; readonly consignments: number };

/**
 * Days, in their order, put together as long as they hold no more than `most` between them: a quiet month is read at once. A day that
 * alone holds more stands alone, and is read by pages.
 */
export function stretchesOf(days: readonly CountedDay[], most: number): Stretch[] {
  const stretches: { fromOn: string; toOn: string; consignments: number }[] = [];
  for (const { day, consignments } of days) {
    const last = stretches.at(-1);
    if (last && last.consignments + consignments <= most) {
      last.toOn = day;
      last.consignments += consignments;
    } else {
      stretches.push({ fromOn: day, toOn: day, consignments });
    }
  }
  return stretches.map(({ fromOn, toOn }) => ({ fromOn, toOn }));
}
