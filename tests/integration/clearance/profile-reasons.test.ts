import { beforeAll, expect, it } from 'vitest';
import { activateProfile, approveProfile } from '@/db/commands/profile/move-profile';
import { listQueue } from '@/db/queries/clearance/list-queue';
import { hitsOfConsignment } from '@/db/queries/profile/hits-of';
import { EMPTY_QUEUE_FILTER } from '@/lib/clearance/queue-filter';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { aDesk, type Desk } from '../../support/a-desk';
import { draft, proposed, second, seen } from '../../support/a-profile';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  const rules = [{ field: 'intrinsicValueMinor', operator: 'atLeast', value: 100 }];
  const tree = { combinator: 'and', rules };
  const points = { ...draft, tree, title: 'Anything of worth', effect: { kind: 'points', points: 7 } };
  const shadow = { ...draft, title: 'Only watches' };
  for (const content of [points, draft, shadow]) {
    const one = await proposed(content);
    await approveProfile(second, { ...seen(one), shadowDays: 7 });
    if (content !== shadow) await activateProfile(second, { ...seen(one, 2), days: 30 });
  }
  const toy = { commodity_code: '950300', description: 'Wooden train set for children, 40 pieces' };
  await sendSubmission(desk.partner, csvOf([{ reference: 'TOY-1', ...toy, sender_name: 'A new maker' }]));
});

it('the queue names the profiles in force that raised a consignment, strongest first, and none in shadow', async () => {
  const { rows } = await listQueue(desk.officer, EMPTY_QUEUE_FILTER);
  expect(
    rows.map(({ reference, profiles }) => [reference, profiles.map(({ title, effect }) => [title, effect])]),
  ).toEqual([
    [
      'TOY-1',
      [
        ['Toys of new senders', { kind: 'lane', lane: 'red' }],
        ['Anything of worth', { kind: 'points', points: 7 }],
      ],
    ],
  ]);
  expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
});

it('the consignment tells amounts as amounts, what is in force first, and nothing to another office', async () => {
  const id = consignmentIdOf(desk.partnerId, 'TOY-1');
  const hits = await hitsOfConsignment(desk.officer, id);
  expect(hits.map(({ title, mode }) => [title, mode])).toEqual([
    ['Toys of new senders', 'active'],
    ['Anything of worth', 'active'],
    ['Only watches', 'shadow'],
  ]);
  expect(hits[1]?.met).toEqual([
    { field: 'intrinsicValueMinor', actual: { amount: expect.stringMatching(/^\d+\.\d\d$/), currency: 'EUR' } },
  ]);
  expect(await hitsOfConsignment(desk.stranger, id)).toEqual([]);
  expect(await hitsOfConsignment(desk.officer, 'no id')).toEqual([]);
});
