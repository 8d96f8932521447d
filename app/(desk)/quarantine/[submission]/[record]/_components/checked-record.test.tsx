import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import quarantine from '@/lib/messages/en/quarantine.json';
import ui from '@/lib/messages/en/ui.json';
import { CheckedRecord } from './checked-record';

const problems = [
  { key: '3', sentence: 'The value is wrong.' },
  { key: null, sentence: 'The rows disagree.' },
];
const shown = (isByField: boolean) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ quarantine, ui }}>
      <CheckedRecord passes={false} problems={problems} isByField={isByField} />
    </NextIntlClientProvider>,
  );

it('counts every problem, and tells those that do not stand beside a field', () => {
  expect(shown(true)).toContain('2 problems are left');
  expect(shown(true)).toContain('The rows disagree.');
  expect(shown(true)).not.toContain('The value is wrong.');
  expect(shown(false)).toContain('The value is wrong.');
});
