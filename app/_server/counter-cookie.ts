import 'server-only';
import { randomBytes } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import type { Browser } from '@/db/commands/identity/open-session';
import { deviceOf } from '@/lib/identity/device';
import { SESSION_LIFE_MS } from '@/lib/identity/session-life';
import { sha256Hex } from '@/lib/kernel/ids';
import { cookieOptions } from './session-cookie';

const NAME = 'luxor.counter';
const COUNTER = /^[A-Za-z0-9_-]{22}$/;

async function heldCounter(): Promise<string | null> {
  const held = (await cookies()).get(NAME)?.value;
  return held && COUNTER.test(held) ? held : null;
}

const keyOf = (counter: string): string => sha256Hex(`counter:${counter}`);

/** Key under which this browser is known as a counter; null where nobody signed in here within a shift. */
export async function counterKey(): Promise<string | null> {
  const held = await heldCounter();
  return held === null ? null : keyOf(held);
}

/** What is known of the browser that signs somebody in; it is given a name of its own, random, for one shift. */
export async function browserOfRequest(): Promise<Browser> {
  const counter = (await heldCounter()) ?? randomBytes(16).toString('base64url');
  (await cookies()).set(NAME, counter, { ...cookieOptions(), maxAge: SESSION_LIFE_MS / 1000 });
  return { device: deviceOf((await headers()).get('user-agent')), counterKey: keyOf(counter) };
}
