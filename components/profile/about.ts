/** What a profile is for, as it is typed. */
export type About = {
  readonly title: string;
  readonly harm: string;
  readonly ground: string;
  readonly instruction: string;
  readonly effect:
    | { readonly kind: 'points'; readonly points: number }
    | { readonly kind: 'lane'; readonly lane: 'yellow' | 'red' };
  readonly expectedHitPercent: number;
  readonly dailySlots: number;
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
