import { derivedId } from '@/lib/kernel/ids';

export type FeedEntry = {
  /** What it is called for ever, whatever its address becomes. */
  readonly id: readonly string[];
  readonly title: string;
  readonly address: string;
  readonly at: Date;
  readonly text: string;
};

/**
 * An Atom feed (RFC 4287): a reader's program asks for it from time to time and tells of what is new, without an account here. Entries come
 * with the latest first.
 */
export function atomFeed(feed: {
  readonly title: string;
  readonly author: string;
  readonly address: string;
  readonly entries: readonly FeedEntry[];
  /** When it was last changed, where there is no entry yet. */
  readonly at: Date;
}): string {
  const { title, author, address, entries, at } = feed;
  const updated = entries.reduce((latest, entry) => (entry.at > latest ? entry.at : latest), entries[0]?.at ?? at);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">',
    `<title>${escaped(title)}</title>`,
    `<id>urn:uuid:${derivedId('feed', address)}</id>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(address)}"/>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    ...entries.map((entry) =>
      [
        `<entry><title>${escaped(entry.title)}</title><id>urn:uuid:${derivedId('feed', ...entry.id)}</id>`,
        `<link rel="alternate" type="text/html" href="${escaped(entry.address)}"/>`,
        `<updated>${entry.at.toISOString()}</updated><published>${entry.at.toISOString()}</published>`,
        `<summary>${escaped(entry.text)}</summary></entry>`,
      ].join(''),
    ),
    '</feed>\n',
  ].join('\n');
}

/** XML has no place for most control characters. */
const escaped = (text: string): string =>
  text
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
