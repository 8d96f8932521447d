import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { discardDraft } from '@/db/commands/profile/discard-draft';
import { approveProfile } from '@/db/commands/profile/move-profile';
import { proposeProfile } from '@/db/commands/profile/propose-profile';
import { saveDraft } from '@/db/commands/profile/save-draft';
import { db } from '@/db/connection';
import { listProfiles } from '@/db/queries/profile/list-profiles';
import { tryProfile } from '@/db/queries/profile/try-profile';
import { auditLog, profileFacts, profiles } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, type InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { author, draft, proposed, second, seen, TOYS } from '../../support/a-profile';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
const reason = 'Written for another fraud.';
const problemsOf = (error: unknown) =>
  (error as InvalidInputError).problems.map(({ pointer, code }) => `${pointer} ${code}`);

describe('a draft', () => {
  it('has a title, and says what rule a title breaks', async () => {
    for (const [title, code] of [
      [undefined, 'required'],
      ['  ', 'required'],
      ['ab', 'words_short'],
      ['x'.repeat(101), 'words_long'],
    ] as const) {
      const refused = await saveDraft(author, { draft: { title } }).catch((error: unknown) => error);
      expect(problemsOf(refused)).toEqual([`title ${code}`]);
    }
  });

  it('begins one profile, however often it is sent', async () => {
    const profileId = randomUUID();
    const first = await saveDraft(author, { profileId, draft });
    const again = await saveDraft(author, { profileId, draft: { ...draft, title: 'Toys, again' } });
    expect([first.rowVersion, again.rowVersion]).toEqual([1, 2]);
    expect(await listProfiles(second, profileId)).toMatchObject([{ draft: { title: 'Toys, again' } }]);
    expect(await refusalOf(saveDraft(author, { profileId, draft }))).toEqual(['changed_meanwhile']);
    const other = someone('risk_manager', 'NLRTM');
    expect(await refusalOf(saveDraft(other, { profileId, draft }))).toEqual(['changed_meanwhile']);
  });

  it('is thrown away whole where nothing was proposed; else the versions stay', async () => {
    const saved = await saveDraft(author, { draft });
    expect(await discardDraft(author, { ...saved, reason })).toEqual({ isRemoved: true });
    expect(await listProfiles(second, saved.profileId)).toEqual([]);
    const [row] = await db()
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, saved.profileId), eq(auditLog.action, 'profile.discard_draft')));
    expect(row).toMatchObject({ reason, details: { isRemoved: true } });

    const one = await proposed();
    const [profile] = await listProfiles(second, one.profileId);
    const next = await saveDraft(author, { profileId: one.profileId, rowVersion: profile?.rowVersion, draft });
    expect(await discardDraft(author, { ...next, reason })).toEqual({ isRemoved: false });
    expect(await listProfiles(second, one.profileId)).toMatchObject([{ draft: null, versions: [{ version: 1 }] }]);
    const nothing = discardDraft(author, { profileId: one.profileId, rowVersion: next.rowVersion + 1, reason });
    expect(await refusalOf(nothing)).toEqual(['profile.no_draft']);
  });

  it('is thrown away by those who write profiles, and never unseen', async () => {
    const saved = await saveDraft(author, { draft });
    await saveDraft(author, { ...saved, draft: { ...draft, title: 'Changed meanwhile' } });
    expect(await refusalOf(discardDraft(author, { ...saved, reason }))).toEqual(['changed_meanwhile']);
    const nobody = { profileId: randomUUID(), rowVersion: 1, reason };
    await expect(discardDraft(author, nobody)).rejects.toThrow(NotFoundError);
    for (const role of ROLES.filter((one) => one !== 'risk_manager')) {
      await expect(discardDraft(someone(role, 'NLRTM'), nobody)).rejects.toThrow(ForbiddenError);
    }
  });

  it('is proposed with settled values, and not with values that cannot be', async () => {
    const rule = (value: string) => ({
      combinator: 'and',
      rules: [{ field: 'commodityCodes', operator: 'beginsWith', value }],
    });
    const wrong = await proposed({ ...draft, tree: rule('toys 9503') }).catch((error: unknown) => error);
    expect(problemsOf(wrong)).toEqual(['tree.rules.0.value hs_form']);
    const one = await proposed({ ...draft, tree: rule(' 9503.00 ') });
    const [profile] = await listProfiles(second, one.profileId);
    expect(profile?.versions[0]?.content.tree.rules).toMatchObject([{ value: '950300' }]);
    const figures = await saveDraft(author, { draft: { ...draft, dailySlots: 0, expectedHitPercent: 101 } });
    expect(problemsOf(await proposeProfile(author, figures).catch((error: unknown) => error))).toEqual([
      'expectedHitPercent percent_range',
      'dailySlots slots_range',
    ]);
  });
});

describe('a trial', () => {
  it('counts no overlap with the profile it belongs to', async () => {
    await db().delete(profiles);
    const one = await proposed();
    await approveProfile(second, { ...seen(one), shadowDays: 7 });
    const goods = { commodity_code: '950300', description: 'Wooden train set, 40 pieces', sender_name: 'New Maker' };
    await sendSubmission(desk.partner, csvOf([{ reference: 'TRY-1', ...goods }]));
    expect(await tryProfile(second, TOYS)).toMatchObject({ trial: { hits: 1, overlaps: [{ hits: 1 }] } });
    expect(await tryProfile(second, TOYS, { own: one.profileId })).toMatchObject({ trial: { hits: 1, overlaps: [] } });
  });

  it('meets "known at most" of a sender that was never seen, in the trial as at intake', async () => {
    const tree = {
      combinator: 'and',
      rules: [
        { field: 'senderKnownDays', operator: 'atMost', value: 7 },
        { field: 'senderConsignments30d', operator: 'equals', value: 0 },
      ],
    };
    const goods = { commodity_code: '610910', description: 'Cotton shirt', sender_name: 'First Of Its Name' };
    await sendSubmission(desk.partner, csvOf([{ reference: 'FIRST-1', ...goods }]));
    const id = consignmentIdOf(desk.partnerId, 'FIRST-1');
    const [facts] = await db().select().from(profileFacts).where(eq(profileFacts.consignmentId, id));
    expect(facts).toMatchObject({ senderKnownDays: 0, senderConsignments30d: 0 });
    const tried = await tryProfile(second, tree);
    expect('trial' in tried && tried.trial.samples.map(({ reference }) => reference)).toContain('FIRST-1');
  });

  it('that takes too long is stopped and says so', async () => {
    // Whoever holds a table of it keeps the trial waiting.
    await inTransaction(async (tx) => {
      await tx.execute('lock table risk.profiles in access exclusive mode');
      expect(await tryProfile(second, TOYS, { timeoutMs: 50 })).toMatchObject({
        problems: [{ code: 'too_slow', params: { seconds: 0.05 } }],
      });
    });
  });
});
