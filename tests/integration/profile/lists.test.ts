import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { decideList } from '@/db/commands/profile/decide-list';
import { createList, saveList } from '@/db/commands/profile/keep-list';
import { activateProfile, approveProfile } from '@/db/commands/profile/move-profile';
import { db } from '@/db/connection';
import { listLists, listNames } from '@/db/queries/profile/list-lists';
import { tryProfile } from '@/db/queries/profile/try-profile';
import { auditLog, profileHits } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { author, draft, proposed, second, seen } from '../../support/a-profile';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const reason = 'Agreed in the weekly meeting.';
const decide = (actor: Actor, key: string, edition: number, verdict: 'approve' | 'refuse' = 'approve') =>
  decideList(actor, { key, edition, verdict, reason });
const create = (title: string, entries = '950300') => createList(author, { title, kind: 'hs', entries, reason });
const tree = (list: string) => ({
  combinator: 'and',
  rules: [{ field: 'commodityCodes', operator: 'inList', value: list }],
});

describe('a list that people keep', () => {
  it('acts in profiles when a second person put its edition in force, and each hit names the edition', async () => {
    const { key } = await create('Watched goods');
    expect(key).toBe('watched-goods');
    expect(await tryProfile(second, tree(key))).toMatchObject({ problems: [{ code: 'list_unknown' }] });
    expect(await refusalOf(decide(author, key, 1))).toEqual(['profile.list_own']);
    await decide(second, key, 1);
    expect(await listNames(second)).toMatchObject([{ key, title: 'Watched goods', kind: 'hs' }]);

    const one = await proposed({ ...draft, tree: tree(key), dailySlots: 100 });
    await approveProfile(second, { ...seen(one), shadowDays: 7 });
    await activateProfile(second, { ...seen(one, 2), days: 30 });
    const editionsNamed = async (reference: string) => {
      const id = consignmentIdOf(desk.partnerId, reference);
      const hits = await db().select().from(profileHits).where(eq(profileHits.consignmentId, id));
      return hits.flatMap(({ met }) => met.map(({ list }) => list));
    };
    const goods = (reference: string, commodity_code: string) =>
      sendSubmission(desk.partner, csvOf([{ reference, commodity_code, description: 'Wooden train set, 40 pieces' }]));
    await goods('L-1', '950300');
    expect(await editionsNamed('L-1')).toEqual([{ key, version: '1' }]);

    await saveList(author, { key, edition: 1, entries: '610910', reason });
    // Until somebody decides, the edition in force acts.
    await goods('L-2', '950300');
    expect(await editionsNamed('L-2')).toEqual([{ key, version: '1' }]);
    await decide(second, key, 2);
    await goods('L-3', '950300');
    expect(await editionsNamed('L-3')).toEqual([]);
    const [list] = await listLists(second, key);
    expect(list).toMatchObject({
      usedBy: [{ profileId: one.profileId }],
      editions: [
        { edition: 2, state: 'in_force', added: ['610910'], removed: ['950300'] },
        { edition: 1, state: 'superseded', added: ['950300'], removed: [] },
      ],
    });
    const rows = await db().select().from(auditLog).where(eq(auditLog.subjectId, key));
    expect(rows.map(({ action }) => action).sort()).toEqual([
      'profile.approve_list',
      'profile.approve_list',
      'profile.create_list',
      'profile.save_list',
    ]);
  });

  it('is decided by nobody who wrote any part of it since the edition in force', async () => {
    const third = someone('risk_manager', 'NLRTM');
    const { key } = await create('Written by two');
    await saveList(third, { key, edition: 1, entries: '950300\n610910', reason });
    for (const writer of [author, third]) {
      expect(await refusalOf(decide(writer, key, 2))).toEqual(['profile.list_own']);
      expect(await refusalOf(decide(writer, key, 2, 'refuse'))).toEqual(['profile.list_own']);
    }
    await decide(second, key, 2);
    // What is in force was seen by a second person: the next is whose it is.
    await saveList(third, { key, edition: 2, entries: '610910', reason });
    await decide(author, key, 3);
    const behind = db().execute(
      `update risk.profile_list_editions set decided_by = saved_by where list_key = '${key}'`,
    );
    await expect(behind).rejects.toMatchObject({ cause: { constraint: 'profile_list_editions_four_eyes' } });
  });

  it('of goods stands for all below its headings and chapters, in the trial as at intake', async () => {
    const { key } = await create('Footwear and toys', '95\n6404');
    await decide(second, key, 1);
    const one = await proposed({ ...draft, tree: tree(key), dailySlots: 100 });
    await approveProfile(second, { ...seen(one), shadowDays: 7 });
    await sendSubmission(
      desk.partner,
      csvOf([
        { reference: 'P-1', commodity_code: '640411', description: 'Running shoes with textile uppers' },
        { reference: 'P-2', commodity_code: '640399', description: 'Leather shoes for men, size 43' },
      ]),
    );
    const hits = await db()
      .select({ id: profileHits.consignmentId })
      .from(profileHits)
      .where(eq(profileHits.profileId, one.profileId));
    expect(hits).toEqual([{ id: consignmentIdOf(desk.partnerId, 'P-1') }]);
    const tried = await tryProfile(second, {
      combinator: 'and',
      rules: [...tree(key).rules, { field: 'commodityCodes', operator: 'beginsWith', value: '64' }],
    });
    expect(tried).toMatchObject({ trial: { hits: 1 } });
  });

  it('is changed by one at a time, from what they saw, and decided once', async () => {
    const { key } = await create('Doubtful goods');
    await decide(second, key, 1, 'refuse');
    expect(await refusalOf(decide(second, key, 1))).toEqual(['profile.list_state']);
    const save = (entries: string) => saveList(author, { key, edition: 1, entries, reason });
    const outcomes = await Promise.allSettled([save('610910'), save('610990')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(save('640399'))).toEqual(['changed_meanwhile']);
    await decide(second, key, 2);
    const [list] = await listLists(second, key);
    const entries = list?.editions[0]?.entries.join(' ') ?? '';
    expect(await refusalOf(saveList(author, { key, edition: 2, entries, reason }))).toEqual(['profile.list_unchanged']);
  });

  it('is refused with the place of what is no entry, twice under one name, and to whom it is not for', async () => {
    const wrong = await create('Wrong goods', 'toys 9503').catch((error: unknown) => error);
    expect((wrong as InvalidInputError).problems).toMatchObject([
      { pointer: 'entries', code: 'hs_form', value: 'toys9503', params: { line: 1 } },
    ]);
    await expect(create('!?&')).rejects.toThrow(InvalidInputError);
    await create('Once');
    expect(await refusalOf(create('Once'))).toEqual(['profile.list_taken']);
    const nowhere = { key: 'nowhere', edition: 1 };
    await expect(saveList(author, { ...nowhere, entries: '950300', reason })).rejects.toThrow(NotFoundError);
    await expect(decide(second, 'nowhere', 1)).rejects.toThrow(NotFoundError);
    for (const role of ROLES.filter((one) => one !== 'risk_manager')) {
      const actor = someone(role, 'NLRTM');
      const made = createList(actor, { title: 'Mine', kind: 'hs', entries: '950300', reason });
      await expect(made).rejects.toThrow(ForbiddenError);
      const saved = saveList(actor, { ...nowhere, entries: '950300', reason });
      await expect(saved).rejects.toThrow(ForbiddenError);
      if (role !== 'supervisor') await expect(decide(actor, 'once', 1)).rejects.toThrow(ForbiddenError);
    }
  });
});
