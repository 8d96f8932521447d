import { NextRequest } from 'next/server';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { defineAction } from '@/app/_server/define-action';
import { defineRoute } from '@/app/_server/define-route';
import { IDLE } from '@/components/forms/action-state';
import { createUser } from '@/db/commands/identity/create-user';
import { openSession } from '@/db/commands/identity/open-session';
import { db } from '@/db/connection';
import { setDatabaseUrl } from '@/db/env';
import { processSubmissions } from '@/db/jobs/process-submissions';
import { runJobs } from '@/db/jobs/run-jobs';
import { type LogFields, logLine } from '@/db/log';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { redactConsole } from '@/db/redact-error';
import { users } from '@/db/schema';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { LODGER, seedPartners } from '../../support/lodged';
import { aPerson } from '../../support/people';
import { storeSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

// The files of a worker share their modules: these are to be read anew with what is put in their place here.
vi.hoisted(() => vi.resetModules());
const sent = vi.hoisted(() => ({ headers: new Headers(), cookie: '' }));
vi.mock('next/headers', () => ({
  headers: async () => sent.headers,
  cookies: async () => ({ get: (name: string) => (name === 'luxor.session' ? { value: sent.cookie } : undefined) }),
}));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((code: string) => code, { has: () => true }),
}));

/** What no line of a log and no answer to an error may hold, whatever went wrong. */
const CANARY = 'Xanthippe Kanarienvogel';
const PERSONAL = [
  ...['sender_name', 'sender_address', 'sender_city', 'sender_postcode', 'sender_id'],
  ...['recipient_name', 'recipient_address', 'recipient_city', 'recipient_postcode', 'recipient_phone'],
  ...['recipient_email', 'recipient_id', 'seller_name', 'description'],
];
const marked = (reference: string, more: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries(PERSONAL.map((column) => [column, column.endsWith('_postcode') ? 'Xanthippe' : CANARY])),
  reference,
  ...more,
});

/** A constraint whose breach quotes the whole row, and a function that quotes the name. */
const PLANTED = `
  create function public.quote_it() returns trigger language plpgsql as
    $$ begin raise exception using errcode = '23514', message = 'planted for ' || new.reference,
      detail = 'Failing row contains (${CANARY}).'; end $$;
  create trigger quote_it before insert on clearance.clearances for each row
    when (new.reference = 'CANARY-FAILS') execute function public.quote_it();`;

const database = useDatabase();
const secret = 'a test secret of thirty-two bytes or more';
const own = { origin: 'http://localhost:3000', host: 'localhost:3000', 'sec-fetch-site': 'same-origin' };
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_SECRET', secret);
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  setDatabaseUrl(database.url());
  await seedPartners();
  await database.owner((client) => client.query(PLANTED));
});
afterAll(() => vi.unstubAllEnvs());

/** All that left by the two streams of the process while a test ran. */
const written: string[] = [];
beforeEach(async () => {
  written.length = 0;
  const keep = (text: unknown) => written.push(String(text)) > 0;
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  const sessionId = await openSession((await aPerson({ role: 'admin', offices: [] })).id, 'password');
  sent.headers = new Headers(own);
  sent.cookie = await encode({ token: { sid: sessionId }, secret });
  return () => vi.restoreAllMocks();
});

/** What was written, which must tell of the fault and not of the person. */
function logged(event: string): string {
  const text = written.join('\n');
  expect(text).toContain(`"event":"${event}"`);
  expect(text).not.toMatch(/xanthippe|kanarienvogel/i);
  return text;
}

/** A query that fails in the database and repeats its parameters: an account whose e-mail address is taken. */
async function failInDatabase(): Promise<never> {
  const account = { email: `${CANARY.replace(' ', '.')}@example.org`, name: CANARY, role: 'officer' as const };
  const row = () => ({ ...account, id: crypto.randomUUID(), createdAt: new Date() });
  await db().insert(users).values([row(), row()]);
  throw new Error('two accounts of one address');
}
/** What the language itself quotes. */
const failInLanguage = async (): Promise<never> => JSON.parse(CANARY) as never;
const FAULTS = [
  ['the database', failInDatabase],
  ['the language', failInLanguage],
] as const;

describe('a canary in every personal field', () => {
  it('is in no log after intake, of records taken, refused, and failing in the database', async () => {
    const rows = [
      marked('CANARY-GOOD'),
      marked('CANARY-BAD', { office: CANARY, currency: CANARY, recipient_country: CANARY, gross_mass_kg: CANARY }),
    ];
    const good = await storeSubmission(LODGER, csvOf(rows));
    const failing = await storeSubmission(LODGER, csvOf([marked('CANARY-FAILS')]));
    await processSubmissions(new AbortController().signal);
    expect(await getSubmission(LODGER, good)).toMatchObject({ status: 'finished', accepted: 1, quarantined: 1 });
    expect((await getSubmission(LODGER, failing)).stalled?.faults).toBe(1);
    expect(logged('intake.failed')).toContain(failing);
  });

  it.each(FAULTS)('is in no log, and no answer, after an action that fails in %s', async (_, fail) => {
    const action = defineAction(z.object({ name: z.string() }), fail, { attempt: 'admin.users' });
    await expect(action(IDLE, { name: CANARY })).rejects.toThrow();
    logged('action.failed');
  });

  it.each(FAULTS)('is in no log, and no answer, after a call that fails in %s', async (_, fail) => {
    const route = defineRoute('admin.users', fail);
    const request = new NextRequest(`http://localhost:3000/api/v1/x?name=${encodeURIComponent(CANARY)}`);
    const answer = await route(request, { params: Promise.resolve({}) });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/xanthippe/i);
    logged('route.failed');
  });

  it.each(FAULTS)(
    'is in no log after a page that fails in %s: the server prints what no page caught',
    async (_, fail) => {
      const target = {
        error: (...parts: unknown[]) =>
          void written.push(...parts.map((part) => String((part as Error)?.stack ?? part))),
      };
      redactConsole(target);
      await fail().catch((error: unknown) => target.error(error));
      await fail().catch((error: unknown) => target.error(new Error('the page failed', { cause: error })));
      expect(written.join('\n')).toContain('Error');
      expect(written.join('\n')).not.toMatch(/xanthippe|kanarienvogel/i);
    },
  );

  it.each(FAULTS)('is in no log after a job that fails in %s', async (_, fail) => {
    const stop = new AbortController();
    let runs = 0;
    const run = async () => {
      runs += 1;
      if (runs > 1) return stop.abort();
      await fail();
    };
    await runJobs([{ name: 'canary', everyMs: 1, run }], stop.signal);
    logged('job.failed');
  });

  it('is in no refusal of a command', async () => {
    const input = { email: CANARY, name: CANARY, role: 'officer' as const, officeIds: [] };
    const error = await createUser(someone('admin', 'NLRTM'), input).catch((caught: unknown) => caught);
    expect(String(error)).not.toMatch(/xanthippe/i);
    expect(written.join('')).toBe('');
  });

  it('is in no line even where somebody hands it over', () => {
    logLine('error', 'canary', { job: 'x', recipientName: CANARY } as LogFields);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ job: 'x', left: 1 });
    logged('canary');
  });
});
