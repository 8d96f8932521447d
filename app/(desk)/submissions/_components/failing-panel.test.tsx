import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it, vi } from 'vitest';
import type { FailingSubmission } from '@/db/queries/intake/list-failing';
import clearance from '@/lib/messages/en/clearance.json';
import forms from '@/lib/messages/en/forms.json';
import identity from '@/lib/messages/en/identity.json';
import reference from '@/lib/messages/en/reference.json';
import submissions from '@/lib/messages/en/submissions.json';
import ui from '@/lib/messages/en/ui.json';
import { FailingPanel } from './failing-panel';

vi.mock('../actions', () => ({ retryAction: vi.fn() }));

const MESSAGES = { clearance, forms, identity, reference, submissions, ui };

const row: FailingSubmission = {
  submissionId: '00000000-0000-4000-8000-000000000001',
  partnerName: 'Harbour Lane Marketplace',
  fileName: 'day.csv',
  receivedAt: '2026-11-27T09:13:00.000Z',
  faults: 3,
  retryAt: '2026-11-27T09:23:00.000Z',
  fault: 'disk is full',
  retryAskedBy: null,
};

const shown = (rows: readonly FailingSubmission[]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={MESSAGES}>
      <FailingPanel rows={rows} />
    </NextIntlClientProvider>,
  );

it('says what failed, how often, when it is tried again, and offers to try it at once by a button that names it', () => {
  const html = shown([row]);
  expect(html).toContain('1 submission stands still for a fault of Luxor');
  expect(html).toContain('No record is to blame and nothing is lost.');
  for (const told of ['Harbour Lane Marketplace', 'disk is full', '>3<', '2026-11-27T09:23'])
    expect(html).toContain(told);
  expect(html).toMatch(/<button[^>]*aria-label="Try again now: submission of 27 Nov 2026, 09:13[^"]*"/);
  expect(html).toContain('href="/submissions/00000000-0000-4000-8000-000000000001"');
});

it('tells who asked for it to be tried at once, and offers it no second time', () => {
  const html = shown([{ ...row, retryAskedBy: 'Filipa Admin', fault: null }]);
  expect(html).toContain('at once, asked by');
  expect(html).toContain('Filipa Admin');
  expect(html).toContain('not kept');
  expect(html).not.toContain('<button');
});

it('is not there where nothing stands still', () => {
  expect(shown([])).toBe('');
});
