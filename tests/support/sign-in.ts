import { readDemoFile } from '@/db/seed/demo-file';
import type { Instance } from './instance';

type Account = { readonly email: string; readonly password: string };

/** Signs a person of the demo in over HTTP as the sign-in page does; gives the cookies of the session. */
export async function signIn(instance: Pick<Instance, 'baseUrl' | 'dataDir'>, person: string): Promise<string> {
  const account = readDemoFile(instance.dataDir)?.accounts.find(({ email }) => email.startsWith(`${person}@`));
  if (!account) throw new Error(`The demo has no account ${person}.`);
  return signInAs(instance.baseUrl, account);
}

/** The same for any account. */
export async function signInAs(baseUrl: string, account: Account): Promise<string> {
  const first = await fetch(`${baseUrl}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const jar = new Map(cookiesOf(first));
  const answer = await fetch(`${baseUrl}/api/auth/callback/password`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: written(jar), origin: baseUrl },
    body: new URLSearchParams({ csrfToken, email: account.email, password: account.password, json: 'true' }),
  });
  for (const [name, value] of cookiesOf(answer)) jar.set(name, value);
  if (!jar.has('luxor.session')) throw new Error(`${account.email} could not sign in: ${answer.status}`);
  return written(jar);
}

const written = (jar: ReadonlyMap<string, string>) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

function cookiesOf(answer: Response): [string, string][] {
  return answer.headers.getSetCookie().map((line) => {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
}
