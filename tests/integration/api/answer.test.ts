import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as answers from '@/app/api/v1/consignments/[reference]/referrals/[referralId]/answer/route';
import { referConsignment } from '@/db/commands/clearance/refer-consignment';
import { createKey } from '@/db/commands/identity/create-key';
import { createSandboxKey } from '@/db/commands/sandbox/create-sandbox-key';
import { ANSWER } from '@/lib/api/calls';
import { aConsignment, withReference } from '../../support/a-consignment';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { holdToDocument, requestOf } from '../../support/api-document';
import { useDatabase } from '../../support/database';

vi.hoisted(() => vi.resetModules()); // The files of a worker share their modules.
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((code: string) => code, { has: () => true }),
}));

useDatabase();
let desk: Desk;
let live = '';
let sandbox = '';
beforeAll(async () => {
  desk = await aDesk();
  live = (await createKey(someone('admin', 'NLRTM'), { partnerId: desk.partnerId })).key;
  sandbox = (await createSandboxKey(desk.partner, {})).key;
});

/** Sends an answer as a partner's program does, and holds what comes back against the document. */
async function reply(params: { reference: string; referralId: string }, body: string | undefined, key = live) {
  const request = requestOf(ANSWER, { params, body, key, headers: { 'content-type': 'application/json' } });
  return holdToDocument(ANSWER, await answers.POST(request, { params: Promise.resolve(params) }));
}

async function asked(reference: string) {
  const { consignmentId, rowVersion } = await aConsignment(desk, withReference(reference));
  const dueAt = new Date(Date.now() + 3_600_000);
  const wish = { consignmentId, rowVersion, type: 'rfi', questionCode: 'maker_and_model', dueAt } as const;
  const { referralId } = await referConsignment(desk.officer, wish);
  return { reference, referralId };
}

const MODEL = JSON.stringify({ answer: 'Model 7' });

describe('A partner answers a question by the API', () => {
  it('once, and is told the question with its answer', async () => {
    const params = await asked('ASKED/1');
    expect(await reply(params, MODEL)).toMatchObject({ status: 200, json: { state: 'answered', answer: 'Model 7' } });
    const other = JSON.stringify({ answer: 'Model 8' });
    expect(await reply(params, other)).toMatchObject({ status: 409, json: { reasons: [{ code: 'referral.closed' }] } });
  });

  it('again in the same words, and is told what it was told the first time', async () => {
    const params = await asked('ASKED/3');
    const first = await reply(params, MODEL);
    expect(first).toMatchObject({ status: 200 });
    for (const again of [MODEL, JSON.stringify({ answer: ' Model 7 ' })]) {
      const { status, json } = await reply(params, again);
      expect({ status, json }).toEqual({ status: first.status, json: first.json });
    }
    const both = await asked('ASKED/4');
    const replies = await Promise.all([reply(both, MODEL), reply(both, MODEL)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(replies[0]?.json).toEqual(replies[1]?.json);
  });

  it('and is told what is wrong with an answer that is none', async () => {
    const params = await asked('ASKED/2');
    for (const body of [undefined, 'Model 7']) expect(await reply(params, body)).toMatchObject({ status: 400 });
    for (const body of ['{"answer":""}', '{"answer":7}', '{"answer":"x","more":1}'])
      expect(await reply(params, body)).toMatchObject({ status: 422 });
    expect(await reply(params, MODEL, sandbox)).toMatchObject({ status: 403 });
    expect(await reply({ ...params, referralId: crypto.randomUUID() }, MODEL)).toMatchObject({ status: 404 });
    expect(await reply({ ...params, reference: 'NONE' }, MODEL)).toMatchObject({ status: 404 });
  });
});
