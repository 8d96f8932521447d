import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { VersionView } from '@/db/queries/profile/list-profiles';
import profile from '@/lib/messages/en/profile.json';
import ui from '@/lib/messages/en/ui.json';
import type { ProfileContent } from '@/lib/profile/content';
import { VersionChanges } from './version-changes';

const BEFORE: ProfileContent = {
  title: 'Cheap watches',
  harm: 'Revenue lost',
  ground: 'The customs act',
  instruction: 'Weigh it',
  tree: {
    combinator: 'and',
    not: false,
    rules: [
      { field: 'commodityCodes', operator: 'beginsWithAny', value: ['9101', '9102', '9103'] },
      { field: 'intrinsicValueMinor', operator: 'less', value: 15_000 },
      { field: 'dispatchCountry', operator: 'equals', value: 'HK' },
    ],
  },
  effect: { kind: 'points', points: 20 },
  expectedHitPercent: 10,
  dailySlots: 5,
};

/** What a reader hears: signs and tags gone. */
function told(after: ProfileContent): string {
  const version = (number: number, content: ProfileContent) => ({ version: number, content }) as VersionView;
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ profile, ui }}>
      <VersionChanges
        before={version(1, BEFORE)}
        version={version(2, after)}
        currency={{ currency: 'EUR', minorDigits: 2 }}
        listTitles={new Map()}
      />
    </NextIntlClientProvider>,
  )
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

it('tells what a version says otherwise: values in and out, conditions gone, statements before and after', () => {
  const text = told({
    ...BEFORE,
    tree: {
      ...BEFORE.tree,
      rules: [
        { field: 'commodityCodes', operator: 'beginsWithAny', value: ['9103', '9101', '9111'] },
        { field: 'intrinsicValueMinor', operator: 'less', value: 20_000 },
      ],
    },
    effect: { kind: 'lane', lane: 'red' },
  });
  expect(text).toContain('What changed since version 1');
  expect(text).toMatch(/Other values: .* Before: 9102 → Now: 9111 \( ?2 values as before ?\)/);
  expect(text).toMatch(/Other values: .* Before: 150.00 EUR → Now: 200.00 EUR/);
  expect(text).toMatch(/Taken out: .* HK/);
  expect(text).toMatch(/Effect Before: \+20 points → Now: Selects for examination/);
  expect(text).not.toContain('Revenue lost');
});

it('says so where nothing changed, whatever the order of the values', () => {
  const [codes, ...others] = BEFORE.tree.rules;
  const turned = { ...codes, value: ['9103', '9102', '9101'] } as typeof codes;
  expect(told({ ...BEFORE, tree: { ...BEFORE.tree, rules: turned ? [turned, ...others] : others } })).toContain(
    'Nothing: it says the same as version 1.',
  );
});
