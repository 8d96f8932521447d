import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import profile from '@/lib/messages/en/profile.json';
import ui from '@/lib/messages/en/ui.json';
import { DraftNote } from './draft-note';

const WRITERS = [
  { id: 'a', name: 'U. Vass', since: new Date('2026-11-24T08:00:00Z'), savedAt: new Date('2026-11-26T16:30:00Z') },
  { id: 'b', name: 'R. Okafor', since: new Date('2026-11-25T09:00:00Z'), savedAt: new Date('2026-11-25T09:05:00Z') },
];
const text = (mayWrite: boolean) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ profile, ui }}>
      <DraftNote writers={WRITERS} mayWrite={mayWrite} />
    </NextIntlClientProvider>,
  )
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

it('names everybody who writes at the draft, since when, and when each saved last', () => {
  const shown = text(true);
  expect(shown).toMatch(/U\. Vass has been writing since .*24 Nov.*08:00.* saved last at .*26 Nov.*16:30/);
  expect(shown).toMatch(/R\. Okafor has been writing since .*25 Nov.*09:00.* saved last at .*25 Nov.*09:05/);
});

it('tells a writer whose words are kept, and a reader when there is something to decide on', () => {
  expect(text(true)).toContain('Who saves first keeps it');
  expect(text(true)).not.toContain('second person to decide on');
  expect(text(false)).toContain('second person to decide on');
});
