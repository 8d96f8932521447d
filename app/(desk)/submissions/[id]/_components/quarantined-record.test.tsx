import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { fault, warning } from '@/lib/intake/problem-codes';
import consignment from '@/lib/messages/en/consignment.json';
import quality from '@/lib/messages/en/quality.json';
import quarantine from '@/lib/messages/en/quarantine.json';
import submissions from '@/lib/messages/en/submissions.json';
import { QuarantinedRecord } from './quarantined-record';

const render = (raw: string) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ consignment, quality, quarantine, submissions }}>
      <QuarantinedRecord
        record={{
          recordNumber: 1,
          line: 2,
          reference: 'R-1',
          rows: [{ line: 2, raw }],
          problems: [
            warning('description_vague', 'items.0.description', { line: 2, value: 'stuff', params: { why: 'short' } }),
            fault('decimal_shape', 'items.0.value', { line: 2, value: 'x' }),
            fault('country_unknown', 'sender_country', { line: 2, value: 'XX' }),
          ],
          state: 'open',
        }}
        format="csv"
        mendHref={null}
      />
    </NextIntlClientProvider>,
  );

it('tells faults and remarks of a refused record apart, with how many there are of each', () => {
  const html = render('R-1,x');
  const order = ['2 faults, which refused it', 'XX', '1 remark, which stops nothing'].map((words) =>
    html.indexOf(words),
  );
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
});

it('shows only the beginning of a long row, never half a character of it', () => {
  const html = render(`${'x'.repeat(1_999)}😀${'y'.repeat(300_000)}`);
  expect(html).toContain(`2: ${'x'.repeat(1_999)}</pre>`);
  expect(html).toContain('Only the beginning of its 302,001 characters');
});
