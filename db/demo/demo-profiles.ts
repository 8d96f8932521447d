import { and, eq, sql } from 'drizzle-orm';
import { activateProfile, approveProfile } from '@/db/commands/profile/move-profile';
import { proposeProfile } from '@/db/commands/profile/propose-profile';
import { saveDraft } from '@/db/commands/profile/save-draft';
import { db } from '@/db/connection';
import { profiles, profileVersions } from '@/db/schema';
import type { ExampleId } from '@/lib/codes/example-ids';
import { demoOffices, euroAt } from '@/lib/demo/at-home';
import type { Actor } from '@/lib/identity/actor';
import type { Role } from '@/lib/identity/roles';
import { DAY_MS } from '@/lib/kernel/dates';
import { derivedId } from '@/lib/kernel/ids';
import type { ProfileContent } from '@/lib/profile/content';

/** Two invented colleagues: who wrote the profiles of the demo and trained its models, and who decided on them. */
export const demoAuthor = (example: ExampleId): Actor => person('U. Vass', 'risk_manager', example);
export const demoSecond = (example: ExampleId): Actor => person('V. Keller', 'supervisor', example);

function person(name: string, role: Role, example: ExampleId): Actor {
  const officeIds = demoOffices(example);
  const id = derivedId('demo-risk', name);
  // Invented people sit at no screen that could be left alone.
  const confirmedAt = new Date('9999-12-31T00:00:00Z');
  const alone = { officeId: null, partnerId: null, agencyId: null, sessionId: null };
  return { kind: 'user', id, name, role, officeIds, confirmedAt, ...alone };
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
      { field: 'schemeSenders30d', operator: 'atLeast', value: 3 },
    ],
  },
  effect: { kind: 'points', points: 15 },
  expectedHitPercent: 40,
  dailySlots: 4,
};

/** Selects from the first day on what the buyers of the demo have sent to them in parts. */
const SPLIT_ORDERS: ProfileContent = {
  title: 'Orders split among senders to one address',
  harm: 'Duty and VAT on one order worth more than 150 euro',
  ground: GROUND,
  instruction: 'Look for the other parts: same goods, same household, days apart. Ask for the order and its payment.',
  tree: {
    combinator: 'and',
    not: false,
    rules: [
      { field: 'addressSenders7d', operator: 'atLeast', value: 2 },
      { field: 'addressConsignments7d', operator: 'atLeast', value: 3 },
      { field: 'intrinsicValueMinor', operator: 'between', value: [10_000, 15_000] },
    ],
  },
  effect: { kind: 'lane', lane: 'red' },
  expectedHitPercent: 50,
  dailySlots: 3,
};

const costsLess = (code: string, euro: number): ProfileContent['tree']['rules'][number] => ({
  combinator: 'and',
  not: false,
  rules: [
    { field: 'commodityCodes', operator: 'beginsWith', value: code },
    { field: 'intrinsicValueMinor', operator: 'less', value: euro * 100 },
  ],
});

/** Selects from the first day on what the undervaluers of the demo send: prices that none of these goods are sold at. */
const BELOW_PRICE: ProfileContent = {
  title: 'Phones, watches and handbags far below their price',
  harm: 'Duty and VAT on the price that was paid',
  ground: GROUND,
  instruction: 'Look the goods up at the seller, and ask for the proof of payment.',
  tree: {
    combinator: 'and',
    not: false,
    rules: [
      { field: 'pieces', operator: 'equals', value: 1 },
      { field: 'transactionType', operator: 'equals', value: 'sale' },
      {
        combinator: 'or',
        not: false,
        rules: [costsLess('851713', 95), costsLess('910211', 25), costsLess('420221', 42)],
      },
    ],
  },
  effect: { kind: 'lane', lane: 'yellow' },
  expectedHitPercent: 60,
  dailySlots: 4,
};

/** Watches in shadow. */
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

/** Waits for a second person. */
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

const DECIDED = 'Agreed in the weekly meeting.';
/** How long before the end of the demo its shadow begins, and how long it lasts: past the end, so that it can be watched. */
const SHADOW = { daysBeforeEnd: 35, days: 49 };
const seen = (one: Proposed, rowVersion: number) => ({ ...one, rowVersion, reason: DECIDED });

/** Whether the demo proposed a profile before: a stream that goes on finds what it left. */
async function isProposed({ title }: ProfileContent): Promise<boolean> {
  const { proposedBy, content } = profileVersions;
  const ofDemo = and(eq(proposedBy, demoAuthor('eu').id), sql`${content}->>'title' = ${title}`);
  return (await db().$count(profileVersions, ofDemo)) > 0;
}

type Proposed = { readonly profileId: string; readonly version: number };

async function propose(content: ProfileContent, example: ExampleId, at: Date): Promise<Proposed> {
  const author = demoAuthor(example);
  const saved = await saveDraft(author, { draft: { ...inMoneyOf(content, example) } }, at);
  const { version } = await proposeProfile(author, saved, at);
  return { profileId: saved.profileId, version };
}

type Tree = ProfileContent['tree'];
const VALUE = 'intrinsicValueMinor';

/** The profile with its values, which are written in cents of a euro, in minor units of the administration's money. */
function inMoneyOf(content: ProfileContent, example: ExampleId): ProfileContent {
  const own = (minor: unknown) => (typeof minor === 'number' ? euroAt(example, minor) : minor);
  const walk = (tree: Tree): Tree => ({
    ...tree,
    rules: tree.rules.map((rule) => {
      if ('rules' in rule) return walk(rule);
      if (rule.field !== VALUE) return rule;
      return { ...rule, value: Array.isArray(rule.value) ? rule.value.map(own) : own(rule.value) } as typeof rule;
    }),
  });
  return { ...content, tree: walk(content.tree) };
}

/** The profiles that select during the whole demo, activated before its first day; nothing where profiles are already. */
export async function activateDemoProfiles(firstDay: Date, example: ExampleId): Promise<void> {
  if ((await db().$count(profiles)) > 0) return;
  const daysBefore = (days: number) => new Date(firstDay.getTime() - days * DAY_MS);
  for (const content of [SHARED_SCHEME, SPLIT_ORDERS, BELOW_PRICE]) {
    const one = await propose(content, example, daysBefore(20));
    await approveProfile(demoSecond(example), { ...seen(one, 1), shadowDays: 14 }, daysBefore(18));
    await activateProfile(demoSecond(example), { ...seen(one, 2), days: 183 }, daysBefore(1));
  }
}

/**
 * The profile that watches in shadow, once the end is near enough that its shadow lasts beyond: weeks of hits stand beside what officers
 * found meanwhile. Asked on every day before anything of it arrives; acts on one.
 */
export async function watchDemoProfile(today: Date, endAt: Date, example: ExampleId): Promise<void> {
  if (endAt.getTime() - today.getTime() > SHADOW.daysBeforeEnd * DAY_MS) return;
  if (!(await isProposed(SPLIT_ORDERS)) || (await isProposed(LARGE_GIFTS))) return;
  const one = await propose(LARGE_GIFTS, example, today);
  await approveProfile(demoSecond(example), { ...seen(one, 1), shadowDays: SHADOW.days }, today);
}

/** What risk managers have under way when the demo ends: one waits for a second person. */
export async function leaveProfilesUnderWay(at: Date, example: ExampleId): Promise<void> {
  if ((await isProposed(LARGE_GIFTS)) && !(await isProposed(CHEAP_ELECTRONICS)))
    await propose(CHEAP_ELECTRONICS, example, at);
}
