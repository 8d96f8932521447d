import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import type { BackTestView } from '@/db/queries/profile/list-back-tests';
import type { ProfileView } from '@/db/queries/profile/list-profiles';
import forms from '@/lib/messages/en/forms.json';
import profile from '@/lib/messages/en/profile.json';
import statistics from '@/lib/messages/en/statistics.json';
import ui from '@/lib/messages/en/ui.json';
import { backTestSums } from '@/lib/profile/back-test';
import { BackTestsPanel } from './back-tests-panel';

vi.mock('../actions', () => ({ askBackTestAction: vi.fn(), cancelBackTestAction: vi.fn() }));

const DONE: BackTestView = {
  id: 't',
  version: 2,
  tree: null,
  state: 'done',
  fromOn: '2026-10-28',
  toOn: '2026-11-26',
  lists: ['flagged-shops 3', 'customs_territory 4f1c2ab9'],
  problem: null,
  askedByName: 'V. Keller',
  askedAt: new Date('2026-11-26T09:00:00Z'),
  endedAt: new Date('2026-11-26T09:01:00Z'),
  progress: 1,
  sums: backTestSums([]),
  days: [],
};

it('names the lists that were read as people call them, each with its edition', () => {
  const shown = renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ forms, profile, statistics, ui }}>
      <BackTestsPanel
        profile={{ profileId: 'p', versions: [], draft: null } as unknown as ProfileView}
        tests={[DONE]}
        mayAsk={false}
        currency="EUR"
        listTitles={new Map([['flagged-shops', 'Shops under watch']])}
      />
    </NextIntlClientProvider>,
  ).replace(/<[^>]+>/g, ' ');
  expect(shown).toContain('Shops under watch (edition 3)');
  expect(shown).toContain('Countries of the customs territory (edition 4f1c2ab9)');
  expect(shown).not.toContain('flagged-shops');
});
