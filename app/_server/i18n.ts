import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cookies } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { type MessageTree, PSEUDO_LOCALE, pseudoMessages } from '@/lib/messages/pseudo';

/** The cookie that holds the reader's language. */
const LOCALE_COOKIE = 'locale';
/** English messages; the region decides only that a date reads 24 Nov 2026. */
const DEFAULT_LOCALE = 'en-GB';

const read = new Map<string, MessageTree>();

/** All files of `lib/messages/<language>`, each one namespace named by its file; read once, afresh while developing. */
function messagesOf(language: string): MessageTree {
  const known = read.get(language);
  if (known && process.env.NODE_ENV === 'production') return known;
  const folder = join(process.cwd(), 'lib', 'messages', language);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const messages: MessageTree = {};
  for (const name of files) {
    messages[name.slice(0, -'.json'.length)] = JSON.parse(readFileSync(join(folder, name), 'utf8')) as MessageTree;
  }
  read.set(language, messages);
  return messages;
}

export default getRequestConfig(async () => {
  const pseudo = (await cookies()).get(LOCALE_COOKIE)?.value === PSEUDO_LOCALE;
  const messages = messagesOf('en');
  return {
    locale: pseudo ? PSEUDO_LOCALE : DEFAULT_LOCALE,
    timeZone: 'UTC',
    messages: pseudo ? pseudoMessages(messages) : messages,
  };
});
