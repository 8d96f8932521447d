import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import policy from '@/lib/messages/en/policy.json';
import ui from '@/lib/messages/en/ui.json';
import { fieldsOf } from '@/lib/policy/value-fields';
import { groupsOf } from '@/lib/policy/value-groups';
import { ValueDiff } from './value-diff';
import { ValueGroupFields } from './value-group-fields';
import { ValueText } from './value-text';

/** What a reader hears: tags gone. */
const told = (what: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ policy, ui, clearance: {} }}>
      {what}
    </NextIntlClientProvider>,
  )
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|');

const capacity = (physical: number | null) => ({
  slots: { documents: null, nii: 4, physical },
  randomShare: '0.1',
});

it('a limit that is lifted is told as no limit to whoever approves it, and one that is set as set where there was none', () => {
  expect(told(<ValueDiff before={capacity(5)} after={capacity(null)} />)).toBe(
    '|A day: Physical examinations|was |5| |→| |becomes |no limit|',
  );
  expect(told(<ValueDiff before={capacity(null)} after={capacity(0)} />)).toContain('|no limit| |→| |becomes |0|');
});

it('the book says of each control that it has no limit', () => {
  const text = told(<ValueText value={capacity(null)} />);
  expect(text).toContain('|A day: Document checks:| |no limit|');
  expect(text).toContain('|A day: X-ray scans:| |4|');
  expect(text).toContain('|A day: Physical examinations:| |no limit|');
});

it('the form says how no limit is written, and that it stands today', () => {
  const value = capacity(null);
  const [group] = groupsOf(value);
  if (!group) throw new Error('no group');
  const today = Object.fromEntries(fieldsOf(value).map(({ name, text }) => [name, text]));
  const form = told(
    <ValueGroupFields group={group} texts={{ 'slots.physical': '7' }} today={today} onText={() => {}} />,
  );
  expect(form).toContain('Today: no limit. Leave empty for no limit.');
  expect(form).not.toContain('Leave empty where there is none.');
});

it('areas of the routing are told each by its place, and none by the key of its field', () => {
  const routing = (...areas: string[][]) => ({ points: 10, areas });
  const text = told(<ValueDiff before={routing(['BE', 'NL'])} after={routing(['BE', 'NL'], ['EE', 'LV'])} />);
  expect(text).toBe('|Countries of one area 2|was |nothing| |→| |becomes |EE LV|');
});
