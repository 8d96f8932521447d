import { expect, it } from 'vitest';
import { CONTENT_SHAPE } from '@/lib/profile/content';
import { formOf } from './draft';

it('figures that were emptied come back empty, and are asked for when the profile is proposed', () => {
  const draft = { expectedHitPercent: null, dailySlots: null, effect: { kind: 'points', points: null } };
  const { about } = formOf(draft);
  expect(about).toMatchObject(draft);
  const asked = CONTENT_SHAPE.safeParse(about).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  expect(asked).toEqual(
    expect.arrayContaining(['effect.points required', 'expectedHitPercent required', 'dailySlots required']),
  );
});

it('figures that were never typed begin with what is usual', () => {
  expect(formOf(null).about).toMatchObject({ expectedHitPercent: 10, dailySlots: 5 });
});
