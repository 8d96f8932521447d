import { activateProfile, approveProfile } from '@/db/commands/profile/move-profile';
import { proposeProfile } from '@/db/commands/profile/propose-profile';
import { saveDraft } from '@/db/commands/profile/save-draft';
import { db } from '@/db/connection';
import { profiles } from '@/db/schema';
import { DEMO_OFFICES } from '@/lib/demo/partners';
import type { Actor } from '@/lib/identity/actor';
import type { Role } from '@/lib/identity/roles';
import { DAY_MS } from '@/lib/kernel/dates';
import { derivedId } from '@/lib/kernel/ids';
import type { ProfileContent } from '@/lib/profile/content';

/** Two invented colleagues: who wrote the profiles of the demo and trained its models, and who decided on them. */
export const DEMO_AUTHOR = person('U. Vass', 'risk_manager');
export const DEMO_SECOND = person('V. Keller', 'supervisor');

function person(name: string, role: Role): Actor {
  const officeIds = DEMO_OFFICES.map(({ code }) => code);
  const id = derivedId('demo-risk', name);
  return { kind: 'user', id, name, role, officeId: null, officeIds, partnerId: null, sessionId: null };
}

const GROUND = 'Article 46 of Regulation (EU) No 952/2013';

/** Selects from the first day on what the shared scheme number of the demo brings. */
const SHARED_SCHEME: ProfileContent = {
  title: 'Scheme number used by many',
  harm: 'VAT that nobody accounts for',
  ground: GROUND,
  instruction: 'Ask the partner whose scheme number it is, and compare it with the seller.',
  tree: {
    combinator: 'and',
    not: false,
    rules: [
      { field: 'collectionModel', operator: 'equals', value: 'vendor' },
      { field: 'schemeSenders30d', operator: 'atLeast', value: 4 },
    ],
  },
  effect: { kind: 'points', points: 15 },
  expectedHitPercent: 40,
  dailySlots: 4,
};

/** Watches in shadow. */
const CHEAP_ELECTRONICS: ProfileContent = {
  title: 'Cheap electronics of new senders',
  harm: 'Unsafe chargers and batteries reach consumers',
  ground: GROUND,
  instruction: 'Look for the CE mark and for the data of the battery.',
  tree: {
    combinator: 'and',
    not: false,
    rules: [
      { field: 'commodityCodes', operator: 'beginsWith', value: '85' },
      { field: 'intrinsicValueMinor', operator: 'less', value: 1_500 },
      { field: 'senderKnownDays', operator: 'atMost', value: 0 },
    ],
  },
  effect: { kind: 'lane', lane: 'yellow' },
  expectedHitPercent: 15,
  dailySlots: 6,
};

/** Waits for a second person. */
const LARGE_GIFTS: ProfileContent = {
  title: 'Gifts of many pieces',
  harm: 'Trade goods pass as gifts without duty and VAT',
  ground: GROUND,
  instruction: 'Compare the number of pieces with what one household gives another.',
  tree: {
    combinator: 'and',
    not: false,
    rules: [
      { field: 'transactionType', operator: 'equals', value: 'gift' },
      { field: 'pieces', operator: 'atLeast', value: 5 },
    ],
  },
  effect: { kind: 'points', points: 10 },
  expectedHitPercent: 30,
  dailySlots: 5,
};

const DECIDED = 'Agreed in the weekly meeting.';
const count = async () => (await db().select({ id: profiles.id }).from(profiles)).length;
const seen = (one: Proposed, rowVersion: number) => ({ ...one, rowVersion, reason: DECIDED });

type Proposed = { readonly profileId: string; readonly version: number };

async function propose(content: ProfileContent, at: Date): Promise<Proposed> {
  const saved = await saveDraft(DEMO_AUTHOR, { draft: { ...content } }, at);
  const { version } = await proposeProfile(DEMO_AUTHOR, saved, at);
  return { profileId: saved.profileId, version };
}

/** The profile that selects during the whole demo, activated before its first day; nothing where profiles are already. */
export async function activateDemoProfile(firstDay: Date): Promise<void> {
  if ((await count()) > 0) return;
  const daysBefore = (days: number) => new Date(firstDay.getTime() - days * DAY_MS);
  const one = await propose(SHARED_SCHEME, daysBefore(20));
  await approveProfile(DEMO_SECOND, { ...seen(one, 1), shadowDays: 14 }, daysBefore(18));
  await activateProfile(DEMO_SECOND, { ...seen(one, 2), days: 183 }, daysBefore(1));
}

/** What risk managers have under way when the demo ends: one in shadow, one that waits for a second person. */
export async function leaveProfilesUnderWay(at: Date): Promise<void> {
  if ((await count()) > 1) return;
  const one = await propose(CHEAP_ELECTRONICS, at);
  await approveProfile(DEMO_SECOND, { ...seen(one, 1), shadowDays: 14 }, at);
  await propose(LARGE_GIFTS, at);
}
