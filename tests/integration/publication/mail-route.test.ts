import { eq } from 'drizzle-orm';
import { NextRequest } from 'next/server';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as oneStep from '@/app/api/publication/mail/[key]/route';
import { askForMails } from '@/db/commands/publication/ask-mail';
import { confirmMails } from '@/db/commands/publication/change-mail';
import { tellSubscribers } from '@/db/commands/publication/tell-subscribers';
import { db } from '@/db/connection';
import { findMailSubscription } from '@/db/queries/publication/find-mail-subscription';
import { mailSubscribers, mails, mailTries, releases } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { derivedId } from '@/lib/kernel/ids';
import { composeMail } from '@/lib/publication/mail-text';
import { NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

// The files of a worker share their modules: these are to be read anew with what is put in their place here.
vi.hoisted(() => vi.resetModules());
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((code: string) => code, { has: () => true }),
}));

useDatabase();
const BASE = 'https://customs.example';
const RELEASE = { month: '2026-09', number: 1, note: '' };

beforeAll(async () => {
  await db()
    .insert(releases)
    .values({
      ...{ id: derivedId('release', 'mail route'), ...RELEASE, state: 'published', releaseAt: NOW, publishedAt: NOW },
      ...{ preparedAt: NOW, preparedBy: derivedId('somebody'), preparedByName: 'S' },
    });
});
beforeEach(async () => {
  for (const table of [mails, mailSubscribers, mailTries]) await db().delete(table);
});

async function subscribed(email: string): Promise<string> {
  await askForMails(email, `network of ${email}`, NOW);
  const [row] = await db().select().from(mailSubscribers).where(eq(mailSubscribers.email, email));
  await confirmMails(row?.key ?? '', NOW);
  return row?.key ?? '';
}

/** What the program of the reader does with the headers of a mail, as RFC 8058 3.2 has it: a form of one field, and no cookie. */
async function endAsMailPrograms(key: string, headers: Record<string, string> = {}): Promise<Response> {
  const mail = composeMail({ kind: 'release', release: RELEASE, administration: 'Customs', base: BASE, key });
  const address = /^<(https:[^>]+)>$/.exec(mail.headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
  const request = new NextRequest(address, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: mail.headers['List-Unsubscribe-Post'] ?? '',
  });
  return oneStep.POST(request, { params: Promise.resolve({ key: new URL(address).pathname.split('/').at(-1) ?? '' }) });
}

describe('The one step out of a mail', () => {
  it('ends the subscription, forgets its address and what still waited for it, and touches no other', async () => {
    const [ada, bo] = [await subscribed('ada@example.org'), await subscribed('bo@example.org')];
    await inTransaction((tx) => tellSubscribers(tx, RELEASE, NOW));
    const answer = await endAsMailPrograms(ada);
    expect([answer.status, await answer.text(), answer.headers.get('location')]).toEqual([204, '', null]);
    expect(await findMailSubscription(ada)).toBeNull();
    expect(await db().$count(mailSubscribers, eq(mailSubscribers.email, 'ada@example.org'))).toBe(0);
    expect(await findMailSubscription(bo)).toMatchObject({ email: 'bo@example.org', isConfirmed: true });
    const waiting = await db().select().from(mails).where(eq(mails.kind, 'release'));
    expect(waiting).toHaveLength(1);
  });

  it('answers alike when it was ended before, for a key of nobody and for what is no key', async () => {
    const key = await subscribed('ada@example.org');
    const answers = [];
    for (const one of [key, key, 'A'.repeat(43), 'short']) answers.push((await endAsMailPrograms(one)).status);
    expect(answers).toEqual([204, 204, 204, 204]);
  });

  it('asks for no cookie, no page of ours and no origin: the sender of the request is a mail provider', async () => {
    const key = await subscribed('ada@example.org');
    const foreign = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' };
    expect((await endAsMailPrograms(key, foreign)).status).toBe(204);
    expect(await findMailSubscription(key)).toBeNull();
  });

  it('is not taken by opening the address: programs that look at every link of a mail end nothing', async () => {
    const key = await subscribed('ada@example.org');
    const request = new NextRequest(`${BASE}/api/publication/mail/${key}`);
    const answer = await oneStep.GET(request, { params: Promise.resolve({ key }) });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/published/mail/${key}`]);
    expect(await findMailSubscription(key)).toMatchObject({ isConfirmed: true });
  });
});
