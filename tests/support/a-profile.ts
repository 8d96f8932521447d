import { proposeProfile } from '@/db/commands/profile/propose-profile';
import { saveDraft } from '@/db/commands/profile/save-draft';
import { someone } from './a-desk';

export const author = someone('risk_manager', 'NLRTM');
export const second = someone('supervisor', 'NLRTM');

/** Toys of senders that were never seen before. */
export const TOYS = {
  combinator: 'and',
  rules: [
    { field: 'commodityCodes', operator: 'beginsWith', value: '9503' },
    { field: 'senderKnownDays', operator: 'atMost', value: 3 },
  ],
};
export const draft = {
  title: 'Toys of new senders',
  harm: 'Unsafe toys reach children',
  ground: 'Article 46 of Regulation (EU) No 952/2013',
  instruction: 'Look for small parts and the CE mark',
  tree: TOYS,
  effect: { kind: 'lane', lane: 'red' },
  expectedHitPercent: 20,
  dailySlots: 5,
};

/** A profile that was proposed. */
export async function proposed(content: object = draft): Promise<{ profileId: string; version: number }> {
  const saved = await saveDraft(author, { draft: { ...content } });
  const { version } = await proposeProfile(author, saved);
  return { profileId: saved.profileId, version };
}

/** A version as somebody sees it who decides. */
export const seen = (one: { profileId: string; version: number }, rowVersion = 1) => ({
  ...one,
  rowVersion,
  reason: 'Agreed in the weekly meeting.',
});
