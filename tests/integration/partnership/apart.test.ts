import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { trackConsignment } from '@/db/commands/consignment/track-consignment';
import { createKey } from '@/db/commands/identity/create-key';
import { createSandboxKey } from '@/db/commands/sandbox/create-sandbox-key';
import { revokeSandboxKey } from '@/db/commands/sandbox/revoke-sandbox-key';
import { changeSubscription } from '@/db/commands/webhook/change-subscription';
import { newSecret } from '@/db/commands/webhook/new-secret';
import { sendTest } from '@/db/commands/webhook/send-test';
import { disableSubscription } from '@/db/commands/webhook/set-subscription-use';
import { listAccounts } from '@/db/queries/collection/list-accounts';
import { listTracked } from '@/db/queries/consignment/list-tracked';
import { listOwnKeys } from '@/db/queries/identity/list-partners';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { getRefusedRecord, listQuarantine } from '@/db/queries/intake/list-quarantine';
import { listSubmissions } from '@/db/queries/intake/list-submissions';
import { getMonthScorecard } from '@/db/queries/partnership/get-scorecard';
import { listMembers } from '@/db/queries/partnership/list-members';
import { listMemoranda } from '@/db/queries/partnership/list-memoranda';
import { getPartnerTrust } from '@/db/queries/partnership/list-trust';
import { getPartnerQuality } from '@/db/queries/quality/get-partner-quality';
import { getSubmissionQuality } from '@/db/queries/quality/get-submission-quality';
import { listPartnerQuality } from '@/db/queries/quality/list-partner-quality';
import { getSubscription } from '@/db/queries/webhook/get-subscription';
import { listSubscriptions } from '@/db/queries/webhook/list-subscriptions';
import type { ApiCall } from '@/lib/api/call';
import { ANSWER, API_CALLS, ATTACH } from '@/lib/api/calls';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { consignmentIdOf } from '@/lib/kernel/ids';
import { SUBSCRIBABLE_KINDS } from '@/lib/webhooks/told-kinds';
import { aDesk, type Desk, someone, withAccount } from '../../support/a-desk';
import { requestOf } from '../../support/api-document';
import { API_ROUTES } from '../../support/api-routes';
import { standing } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';
import { aSubscription, outboxOf } from '../../support/subscriptions';

vi.hoisted(() => vi.resetModules()); // The files of a worker share their modules.
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((code: string) => code, { has: () => true }),
  getLocale: async () => 'en-GB',
}));

useDatabase();

const REFERENCE = 'ALPHA-SECRET-1';
const REFUSED = 'ALPHA-REFUSED-2';
let alpha: Desk;
let beta: Desk;
let theirs: { submissionId: string; subscriptionId: string; referralId: string; keyId: string };
let key = '';

beforeAll(async () => {
  alpha = await aDesk();
  beta = await aDesk();
  await withAccount(alpha.partner);
  const { subscriptionId } = await aSubscription(alpha);
  const own = await aSubscription(beta);
  const rows = [{ reference: REFERENCE, description: 'Switchblade knife, spring opening', commodity_code: '821193' }];
  const submissionId = await sendSubmission(alpha.partner, csvOf([...rows, { reference: REFUSED, value: '-1' }]));
  const consignmentId = consignmentIdOf(alpha.partnerId, REFERENCE);
  const { rowVersion } = await standing(consignmentId);
  const dueAt = new Date(Date.now() + 3_600_000);
  const question = { consignmentId, rowVersion, type: 'rfi', questionCode: 'maker_and_model', dueAt } as const;
  const { referralId } = await referConsignment(alpha.officer, question);
  const { keyId } = await createSandboxKey(alpha.partner, {});
  theirs = { submissionId, subscriptionId, referralId, keyId };
  key = (await createKey(someone('admin', 'NLRTM'), { partnerId: beta.partnerId })).key;
  expect((await outboxOf(subscriptionId)).length).toBeGreaterThan(0);
  // What happens to one partner's goods is told to that partner alone.
  expect(await outboxOf(own.subscriptionId)).toEqual([]);
});

/** What a route answers to the other partner's key: its status and all it says, without what the asker wrote itself. */
async function told(call: ApiCall, params: Readonly<Record<string, string>>): Promise<string> {
  const route = API_ROUTES.find((one) => one.call === call);
  if (!route) throw new Error(`no route for ${call.id}`);
  const body = call === ANSWER ? JSON.stringify({ answer: 'Model 7' }) : undefined;
  const headers = { 'content-type': call === ATTACH ? 'image/png' : 'application/json' };
  const answered = await route(requestOf(call, { params, headers, key, body: call === ATTACH ? 'x' : body }), {
    params: Promise.resolve(params as never),
  });
  let text = `${answered.status} ${await answered.text()}`;
  for (const value of Object.values(params))
    text = text.replaceAll(value, '…').replaceAll(encodeURIComponent(value), '…');
  return text;
}

const OF_ONE = API_CALLS.filter((call) => call.path.includes('{id}') || call.path.includes('{reference}'));

describe('One partner finds nothing of another', () => {
  it.each(OF_ONE.map((call) => [call.id, call] as const))(
    'by the API: %s answers for what is another’s as for what is invented',
    async (_, call) => {
      const named = (reference: string, id: string, referralId: string) =>
        Object.fromEntries(
          Object.entries({ id, reference, referralId, attachmentId: randomUUID(), n: '1' }).filter(([name]) =>
            call.path.includes(`{${name}}`),
          ),
        );
      const foreign = await told(call, named(REFERENCE, theirs.submissionId, theirs.referralId));
      const invented = await told(call, named('NOBODY-KNOWS-1', randomUUID(), randomUUID()));
      expect(foreign).toBe(invented);
      expect(foreign).toMatch(call === ATTACH ? /^4\d\d / : /^404 /);
    },
  );

  it('in any list, table or figure', async () => {
    const { partner } = beta;
    const filter = { code: null, after: null };
    const seen = await Promise.all([
      listSubmissions(partner, null),
      listQuarantine(partner, filter),
      listTracked(partner, null),
      listAccounts(partner),
      listOwnKeys(partner),
      listMemoranda(partner),
      listMembers(partner),
      listPartnerQuality(partner, 30),
      getMonthScorecard(partner, beta.partnerId, null),
      listSubscriptions(partner, beta.partnerId),
    ]);
    const text = JSON.stringify(seen, (_, value) => (typeof value === 'bigint' ? String(value) : value));
    for (const hidden of [REFERENCE, REFUSED, alpha.partnerId, alpha.partner.id, ...Object.values(theirs)])
      expect(text).not.toContain(hidden);
  });

  it('by the address of a page, or by acting on what is not its own', async () => {
    const { partner } = beta;
    const { submissionId, subscriptionId, keyId } = theirs;
    const reason = 'trying what is not ours';
    const tries: Readonly<Record<string, () => Promise<unknown>>> = {
      submission: () => getSubmission(partner, submissionId),
      'its quality': () => getSubmissionQuality(partner, submissionId),
      'a refused record': () => getRefusedRecord(partner, submissionId, 2),
      consignment: () => trackConsignment(partner, REFERENCE),
      quality: () => getPartnerQuality(partner, alpha.partnerId),
      scorecard: () => getMonthScorecard(partner, alpha.partnerId, null),
      trust: () => getPartnerTrust(partner, alpha.partnerId),
      'web-hook': () => getSubscription(partner, subscriptionId),
      'its secret': () => newSecret(partner, { subscriptionId, rowVersion: 1 }),
      'its kinds': () => changeSubscription(partner, { subscriptionId, rowVersion: 1, kinds: [SUBSCRIBABLE_KINDS[0]] }),
      'its test': () => sendTest(partner, { subscriptionId }),
      'its end': () => disableSubscription(partner, { subscriptionId, reason }),
      key: () => revokeSandboxKey(partner, { keyId, reason }),
    };
    const found: string[] = [];
    for (const [what, look] of Object.entries(tries)) {
      const error = await look().then(
        () => null,
        (cause: unknown) => cause,
      );
      const isHidden = error instanceof NotFoundError || error instanceof ForbiddenError;
      if (!isHidden || String(error).includes(REFERENCE)) found.push(`${what}: ${String(error)}`);
    }
    expect(found).toEqual([]);
    expect(await listSubscriptions(partner, alpha.partnerId).catch(() => [])).toEqual([]);
  });
});
