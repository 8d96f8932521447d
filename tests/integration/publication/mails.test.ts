import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { eq } from 'drizzle-orm';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askForMails } from '@/db/commands/publication/ask-mail';
import { confirmMails, endMails } from '@/db/commands/publication/change-mail';
import { claimMails } from '@/db/commands/publication/claim-mails';
import { settleMail, tidyMails } from '@/db/commands/publication/settle-mail';
import { tellSubscribers } from '@/db/commands/publication/tell-subscribers';
import { db } from '@/db/connection';
import { deliverMails } from '@/db/jobs/deliver-mails';
import { findMailSubscription } from '@/db/queries/publication/find-mail-subscription';
import { mailSubscribers, mails, mailTries, releases } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { derivedId } from '@/lib/kernel/ids';
import { ForbiddenError } from '@/lib/kernel/errors';
import { MAIL_LIMIT, TRIES_KEPT_MS, UNCONFIRMED_KEPT_MS } from '@/lib/publication/mail';
import { aDesk, minutesLater, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();

type Got = { readonly to: readonly string[]; readonly from: string; readonly text: string };
const got: Got[] = [];
/** What the mail server answers to a recipient: null takes it. */
let refusal: { readonly code: number; readonly text: string } | null = null;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onRcptTo: (_address, _session, done) =>
    done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : null),
  onData: (stream, { envelope }, done) => {
    stream.on('error', done);
    let text = '';
    stream.setEncoding('utf8').on('data', (part) => {
      text += part;
    });
    stream.on('end', () => {
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      got.push({ to: envelope.rcptTo.map(({ address }) => address), from, text });
      done();
    });
  },
});
let mail: { server: string; from: string; base: string };

beforeAll(async () => {
  await aDesk();
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  mail = { server: `smtp://127.0.0.1:${port}`, from: 'statistics@customs.example', base: 'https://customs.example' };
  await db()
    .insert(releases)
    .values({
      ...{ id: derivedId('release', 'mails'), month: '2026-09', number: 1, state: 'published', note: 'The first.' },
      ...{ releaseAt: NOW, publishedAt: NOW, preparedAt: NOW, preparedBy: derivedId('somebody'), preparedByName: 'S' },
    });
});
afterAll(() => new Promise<void>((done) => server.close(() => done())));
beforeEach(async () => {
  got.length = 0;
  refusal = null;
  await db().delete(mails);
  await db().delete(mailSubscribers);
  await db().delete(mailTries);
});

const deliver = (at = NOW) => deliverMails(new AbortController().signal, { mail, now: () => at, random: () => 0.5 });
const keyOf = async (email: string) =>
  (await db().select().from(mailSubscribers).where(eq(mailSubscribers.email, email)))[0]?.key ?? '';
async function subscribed(email: string): Promise<string> {
  await askForMails(email, 'network', NOW);
  const key = await keyOf(email);
  await confirmMails(key, NOW);
  return key;
}
const publish = (at = NOW) => inTransaction((tx) => tellSubscribers(tx, { month: '2026-09', number: 1 }, at));

describe('Whoever wants to be told of releases', () => {
  it('is sent one mail that asks to confirm, and no release before that', async () => {
    expect(await askForMails('Ada@Example.org', 'network', NOW)).toEqual({ isTaken: true });
    await publish();
    await deliver();
    expect(got).toHaveLength(1);
    const key = await keyOf('Ada@Example.org');
    expect(got[0]).toMatchObject({ to: ['Ada@example.org'], from: 'statistics@customs.example' });
    expect(got[0]?.text.replaceAll('=\r\n', '')).toContain(`https://customs.example/published/mail/${key}`);
    expect(await findMailSubscription(key)).toEqual({ email: 'Ada@Example.org', isConfirmed: false });
  });

  it('is told of a release once confirmed, once each, with a way to end it in one step', async () => {
    const key = await subscribed('ada@example.org');
    await publish();
    await expect(publish()).rejects.toThrow();
    await deliver();
    await deliver(minutesLater(5));
    expect(got).toHaveLength(1);
    const told = got[0]?.text ?? '';
    expect(told.replaceAll('\r\n ', ' ')).toContain(
      `List-Unsubscribe: <https://customs.example/api/publication/mail/${key}>`,
    );
    expect(told).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(told.replaceAll('=\r\n', '')).toContain('https://customs.example/published/imports/2026-09/1');
  });

  it('is forgotten with the key of a mail alone, and sent nothing that still waited', async () => {
    const key = await subscribed('ada@example.org');
    await publish();
    expect(await endMails(key)).toBe('ended');
    await deliver();
    expect(got).toEqual([]);
    expect(await findMailSubscription(key)).toBeNull();
    expect(await db().$count(mails)).toBe(0);
    expect(await endMails(key)).toBe('gone');
  });

  it('learns nothing of whether an address is known, and fills nobody’s mailbox', async () => {
    await subscribed('ada@example.org');
    expect(await askForMails('ADA@example.org', 'another network', minutesLater(90))).toEqual({ isTaken: true });
    await askForMails('bo@example.org', 'another network', minutesLater(90));
    await askForMails('bo@example.org', 'a third network', minutesLater(91));
    const asked = await db().select().from(mails);
    expect(asked.filter(({ dueAt }) => dueAt >= minutesLater(90))).toHaveLength(1);
  });

  it('is refused unheard where one network asks for too many, also at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: MAIL_LIMIT.ofAddress + 3 }, (_, at) => askForMails(`p${at}@example.org`, 'network', NOW)),
    );
    expect(asked.filter(({ isTaken }) => isTaken)).toHaveLength(MAIL_LIMIT.ofAddress);
  });

  it('gains no other try by confirming or ending, and is counted alike whether known or not', async () => {
    for (let at = 0; at < MAIL_LIMIT.ofAddress - 1; at += 1) await endMails(await subscribed(`p${at}@example.org`));
    await subscribed('ada@example.org');
    expect(await askForMails('ada@example.org', 'network', NOW)).toEqual({ isTaken: false });
    expect(await askForMails('bo@example.org', 'network', NOW)).toEqual({ isTaken: false });
    for (let at = 0; at < MAIL_LIMIT.ofAddress; at += 1) await askForMails('ada@example.org', 'another', NOW);
    expect(await askForMails('ada@example.org', 'another', NOW)).toEqual({ isTaken: false });
  });

  it('is asked to confirm twice a day at most, from whatever networks and however often it was ended', async () => {
    for (let hour = 0; hour < 20; hour += 2) {
      await askForMails('ada@example.org', `network ${hour}`, minutesLater(hour * 60));
      await deliver(minutesLater(hour * 60));
      await endMails(await keyOf('ada@example.org'));
    }
    expect(got).toHaveLength(MAIL_LIMIT.ofEmailADay);
    await tidyMails(SYSTEM_ACTOR, new Date(minutesLater(20 * 60).getTime() + TRIES_KEPT_MS));
    expect(await db().$count(mailTries)).toBe(0);
  });

  it('is forgotten where nobody confirms, with what was sent', async () => {
    await askForMails('ada@example.org', 'network', NOW);
    refusal = { code: 550, text: 'ada@example.org is not here' };
    await deliver();
    expect((await db().select().from(mails))[0]).toMatchObject({ state: 'failed', fault: '550' });
    const key = await keyOf('ada@example.org');
    const later = new Date(NOW.getTime() + UNCONFIRMED_KEPT_MS + 1_000);
    expect(await confirmMails(key, later)).toBe('gone');
    await tidyMails(SYSTEM_ACTOR, later);
    expect([await db().$count(mailSubscribers), await db().$count(mails)]).toEqual([0, 0]);
  });
});

describe('A mail that is not taken', () => {
  it('is tried again later where the server is busy, and sent then', async () => {
    await subscribed('ada@example.org');
    await db().delete(mails);
    await publish();
    refusal = { code: 451, text: 'Come back later' };
    await deliver();
    const [waiting] = await db().select().from(mails);
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1, leaseUntil: null });
    expect(waiting?.fault).toBe('451');
    refusal = null;
    await deliver();
    expect(got).toHaveLength(0);
    await deliver(minutesLater(1));
    expect(got).toHaveLength(1);
    expect((await db().select().from(mails))[0]).toMatchObject({ state: 'sent', attempts: 2, fault: null });
  });

  it('is given up at once where there is no such mailbox, and holds up no other', async () => {
    await subscribed('gone@example.org');
    await db().delete(mails);
    await publish();
    refusal = { code: 550, text: 'No such mailbox' };
    await deliver();
    expect((await db().select().from(mails))[0]).toMatchObject({ state: 'failed', attempts: 1 });
  });

  it('is tried again where the server will not relay for us, which says nothing of the mailbox', async () => {
    await subscribed('ada@example.org');
    await db().delete(mails);
    await publish();
    for (const [code, text] of [
      [550, '5.7.1 Relaying denied'],
      [552, 'Mailbox full'],
    ] as const) {
      await db().update(mails).set({ dueAt: NOW });
      refusal = { code, text };
      await deliver();
      expect((await db().select().from(mails))[0]).toMatchObject({ state: 'waiting', fault: String(code) });
    }
  });

  it('ends the run where the server is not there: the others are not held to have been tried', async () => {
    for (const name of ['ada', 'bo', 'cy']) await subscribed(`${name}@example.org`);
    await db().delete(mails);
    await publish();
    // Nobody listens on the port of nothing.
    const away = { ...mail, server: 'smtp://127.0.0.1:1' };
    await deliverMails(new AbortController().signal, { mail: away, now: () => NOW, random: () => 0.5 });
    const tried = (await db().select().from(mails)).map(({ attempts, state }) => `${attempts} ${state}`).sort();
    expect(tried).toEqual(['0 waiting', '0 waiting', '1 waiting']);
  });

  it('is in the hands of one worker, and the outcome of an older claim is refused', async () => {
    await subscribed('ada@example.org');
    await db().delete(mails);
    await publish();
    const both = await Promise.all([claimMails(SYSTEM_ACTOR, 5, NOW), claimMails(SYSTEM_ACTOR, 5, NOW)]);
    expect(both.flat()).toHaveLength(1);
    const [first] = both.flat();
    const [second] = await claimMails(SYSTEM_ACTOR, 5, minutesLater(2));
    if (!first || !second) throw new Error('nothing was claimed');
    expect(await settleMail(SYSTEM_ACTOR, first, { ok: true }, minutesLater(2), 0.5)).toBe(false);
    expect(await settleMail(SYSTEM_ACTOR, second, { ok: true }, minutesLater(2), 0.5)).toBe(true);
    const analyst = { ...SYSTEM_ACTOR, kind: 'user' as const, role: 'analyst' as const };
    await expect(claimMails(analyst, 5, NOW)).rejects.toBeInstanceOf(ForbiddenError);
  });

  it('waits where no mail server is set', async () => {
    await subscribed('ada@example.org');
    await publish();
    await deliverMails(new AbortController().signal, { mail: undefined, now: () => NOW });
    expect(got).toEqual([]);
  });
});
