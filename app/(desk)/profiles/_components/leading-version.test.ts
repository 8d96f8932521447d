import { expect, it } from 'vitest';
import type { ProfileView, VersionView } from '@/db/queries/profile/list-profiles';
import type { ProfileState } from '@/lib/profile/life-cycle';
import { versionBefore } from './leading-version';

/** A profile by the states of its versions, the first version first. */
const profile = (...states: ProfileState[]) =>
  ({
    versions: states.map((state, index) => ({ version: index + 1, state }) as VersionView).reverse(),
  }) as unknown as ProfileView;
const heldAgainst = (states: readonly ProfileState[], version = states.length) =>
  versionBefore(profile(...states), version)?.version ?? null;

it.each<[string, readonly ProfileState[], number | null]>([
  ['the one in force, not one that watches since', ['active', 'shadow', 'proposed'], 1],
  ['the one that is suspended', ['suspended', 'refused', 'proposed'], 1],
  ['the latest that was not sent back where none is in force', ['superseded', 'shadow', 'refused', 'proposed'], 2],
  ['the latest where all were sent back', ['refused', 'refused', 'proposed'], 2],
  ['none where it is the first', ['proposed'], null],
])('what is proposed is held against %s', (_title, states, version) => {
  expect(heldAgainst(states)).toBe(version);
});

it('what was decided is held against the one before it', () => {
  expect(heldAgainst(['superseded', 'superseded', 'active'])).toBe(2);
  expect(heldAgainst(['active', 'superseded', 'shadow'], 3)).toBe(2);
});
