import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { fault, warning } from '@/lib/intake/problem-codes';
import consignment from '@/lib/messages/en/consignment.json';
import quarantine from '@/lib/messages/en/quarantine.json';
import { MarkedText } from './marked-text';

it('tells what stops the record before the remarks that stop nothing, and marks each by its kind', () => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ consignment, quarantine }}>
      <MarkedText
        text="A,1e3"
        format="csv"
        marked={[
          {
            problem: warning('field_missing', 'sender_address', { line: 4, params: { regime: 'h7' } }),
            place: { start: 0, end: 1 },
          },
          { problem: fault('decimal_shape', 'items.0.value', { line: 4, value: '1e3' }), place: { start: 2, end: 5 } },
        ]}
      />
    </NextIntlClientProvider>,
  );
  const order = ['1e3. ', quarantine.record.warnings, 'sender_address'].map((words) => html.indexOf(words));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
  expect(html).toContain('(column value, line 4)');
  expect(html).toMatch(/text-danger">1e3|bg-danger-bg[^>]*><span>1e3<\/span><sup[^>]*>1</);
  expect(html).toMatch(/bg-warning-bg[^>]*><span>A<\/span><sup[^>]*>2</);
});
