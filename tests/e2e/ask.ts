import { readFileSync } from 'node:fs';
import { cookiesOf, type Person, setting } from './people';

export type Answer = { readonly status: number; readonly location: string | null; readonly text: string };

type Asked = {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** The cookies of somebody as a header; none of nobody. */
function cookieOf(person: Person | null): Record<string, string> {
  if (person === null) return {};
  const { cookies } = JSON.parse(readFileSync(cookiesOf(person), 'utf8')) as {
    cookies: { name: string; value: string }[];
  };
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

/**
 * Asks as a program does, that writes every header itself and follows nothing but one thing: content has an address of its own, made from
 * the headers that ask for it, which the framework names to who does not know it.
 */
export async function ask(person: Person | null, path: string, asked: Asked = {}): Promise<Answer> {
  const send = async (address: string): Promise<Answer> => {
    const answer = await fetch(`${setting('E2E_BASE_URL')}${address}`, {
      method: asked.method,
      body: asked.body,
      headers: { ...cookieOf(person), 'accept-language': 'en-GB', ...asked.headers },
      redirect: 'manual',
    });
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() };
  };
  const first = await send(path);
  const { pathname, searchParams } = new URL(first.location ?? '', 'http://asked');
  const isOwnAddress = searchParams.has('_rsc') && pathname === new URL(path, 'http://asked').pathname;
  return isOwnAddress ? send(`${pathname}${new URL(first.location ?? '', 'http://asked').search}`) : first;
}

/** Runs something for all of many, a few at once. */
export async function forAll<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await run(item);
    }),
  );
}
