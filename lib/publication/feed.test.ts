import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { atomFeed } from './feed';

it('a feed is well-formed whatever a note says, and as new as its newest entry', () => {
  const entry = { title: 'Imports', address: 'https://a.example/x?a=1&b=2', text: 'A "note" <b>&\u0007' };
  const made = atomFeed({
    ...{ title: 'Statistics', author: 'Customs of A & B', address: 'https://a.example/feed' },
    at: new Date('2026-01-01T00:00:00Z'),
    entries: [
      { ...entry, id: ['a'], at: new Date('2026-11-15T09:00:00Z') },
      { ...entry, id: ['b'], at: new Date('2026-11-16T09:00:00Z') },
    ],
  });
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (text) => texts.push(text.trim()));
  parser.write(made).close();
  expect(texts.filter((text) => text === 'A "note" <b>&')).toHaveLength(2);
  expect(made).toContain('<updated>2026-11-16T09:00:00.000Z</updated>\n<author>');
  expect(new Set(made.match(/urn:uuid:[^<]+/g)).size).toBe(3);
});
