/**
 * Where a version of a profile stands. Proposed: waits for a second person. Shadow: notes what it would select and selects nothing.
 * Active: selects. Suspended: selects nothing until somebody resumes it. Refused and retired are ends; so is superseded, by a newer version.
 */
export const PROFILE_STATES = [
  'proposed',
  'shadow',
  'active',
  'suspended',
  'refused',
  'retired',
  'superseded',
] as const;
export type ProfileState = (typeof PROFILE_STATES)[number];

export const PROFILE_ACTS = ['approve', 'refuse', 'activate', 'suspend', 'resume', 'retire'] as const;
export type ProfileAct = (typeof PROFILE_ACTS)[number];

/** How many days an approved version may watch, and an activated one may select, before a person looks at it again. */
export const SHADOW_DAYS_MAX = 60;
export const ACTIVE_DAYS_MAX = 183;

/** From which states an act leads where. */
export const PROFILE_MOVES: Readonly<
  Record<ProfileAct, { readonly from: readonly ProfileState[]; readonly to: ProfileState }>
> = {
  approve: { from: ['proposed'], to: 'shadow' },
  refuse: { from: ['proposed'], to: 'refused' },
  activate: { from: ['shadow'], to: 'active' },
  suspend: { from: ['active'], to: 'suspended' },
  resume: { from: ['suspended'], to: 'active' },
  retire: { from: ['shadow', 'active', 'suspended'], to: 'retired' },
};

/** Whether the last day of a version in force or in shadow is over: it looks at nothing any more. `today` is `YYYY-MM-DD`. */
export function isOver(
  { state, shadowUntil, expiresOn }: { state: ProfileState; shadowUntil: string | null; expiresOn: string | null },
  today: string,
): boolean {
  const until = state === 'shadow' ? shadowUntil : state === 'active' || state === 'suspended' ? expiresOn : null;
  return until !== null && until < today;
}

/** Acts that only somebody other than the author may take: what one person wrote alone selects nobody. */
export const NEEDS_SECOND: ReadonlySet<ProfileAct> = new Set(['approve', 'refuse', 'activate', 'resume']);

/** The acts open in a state; to those who wrote at the version or proposed it, only what needs no second person. */
export function actsIn(state: ProfileState, { isOwn }: { readonly isOwn: boolean }): readonly ProfileAct[] {
  return PROFILE_ACTS.filter((act) => PROFILE_MOVES[act].from.includes(state) && !(isOwn && NEEDS_SECOND.has(act)));
}
