/** What a profile is for, as it is typed; a figure that is not typed is null. */
export type About = {
  readonly title: string;
  readonly harm: string;
  readonly ground: string;
  readonly instruction: string;
  readonly effect:
    | { readonly kind: 'points'; readonly points: number | null }
    | { readonly kind: 'lane'; readonly lane: 'yellow' | 'red' };
  readonly expectedHitPercent: number | null;
  readonly dailySlots: number | null;
};

/** What a new one begins with. */
export const EMPTY_ABOUT: About = {
  title: '',
  harm: '',
  ground: '',
  instruction: '',
  effect: { kind: 'points', points: 20 },
  expectedHitPercent: 10,
  dailySlots: 5,
};
