import { expect, it } from 'vitest';
import type { ProfileFacts } from '@/lib/profile/fields';
import { consignmentRow } from './consignment-row';

const facts = (more: Partial<ProfileFacts>) =>
  ({ commodityCodes: [], originCountries: [], warningCodes: [], ...more }) as unknown as ProfileFacts;
const ageOf = (senderKnownDays: number | null, senderConsignments30d: number) =>
  consignmentRow(facts({ senderKnownDays, senderConsignments30d }), '2026-11-26').numbers.senderKnownDays;

it('a sender that was never seen has no age, whichever way the facts of its day tell it', () => {
  expect([ageOf(0, 0), ageOf(null, 0)]).toEqual([null, null]);
  expect([ageOf(0, 2), ageOf(40, 0)]).toEqual([0, 40]);
});
