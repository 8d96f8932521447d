import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createKey } from '@/db/commands/identity/create-key';
import { createSandboxKey } from '@/db/commands/sandbox/create-sandbox-key';
import type { ApiCall } from '@/lib/api/call';
import {
  API_CALLS,
  ATTACH,
  LIST_RESPONSES,
  READ_ACKNOWLEDGEMENTS,
  READ_ATTACHMENT,
  READ_CONSIGNMENT,
  READ_DOCUMENT,
  READ_PROBLEMS,
  READ_RESPONSE,
  READ_SENT,
  READ_SUBMISSION,
  SUBMIT,
  UNDO_SUBMISSION,
} from '@/lib/api/calls';
import { aDesk, someone } from '../../support/a-desk';
import { ajv, document, holdToDocument, requestOf, type Told, type Wish } from '../../support/api-document';
import { API_ROUTES } from '../../support/api-routes';
import { useDatabase } from '../../support/database';
import { csvOf } from '../../support/submissions';

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
let live = '';
let sandbox = '';
beforeAll(async () => {
  const { partnerId, partner } = await aDesk();
  live = (await createKey(someone('admin', 'NLRTM'), { partnerId })).key;
  sandbox = (await createSandboxKey(partner, {})).key;
});

/** Calls a route as a partner would, and holds what it answers against the document. */
async function call(
  wanted: ApiCall,
  { params = {}, query = '', headers = {}, body, key = live }: Wish = {},
): Promise<Told> {
  const route = API_ROUTES.find((one) => one.call === wanted);
  if (!route) throw new Error(`no route for ${wanted.id}`);
  const request = requestOf(wanted, { params, query, headers, body, key });
  const answered = await route(request, { params: Promise.resolve(params as never) });
  return holdToDocument(wanted, answered);
}

const csv = { 'content-type': 'text/csv' };
const send = (body: string, wish: Wish = {}) => call(SUBMIT, { body, headers: csv, ...wish });

describe('the running API answers as its document says', () => {
  it('with every route made of the call the document tells of', () => {
    expect(API_ROUTES.map((route) => route.call.id).sort()).toEqual(API_CALLS.map(({ id }) => id).sort());
  });

  it.each(['live', 'sandbox'])('for the examples of every format, which all pass (%s)', async (kind) => {
    const key = kind === 'live' ? live : sandbox;
    const { content = {} } = document.paths[SUBMIT.path]?.post?.requestBody ?? {};
    expect(Object.keys(content)).toEqual(['application/json', 'text/csv', 'application/x-ndjson', 'application/xml']);
    for (const [type, { example, schema }] of Object.entries(content)) {
      if (type === 'application/json') {
        const shapes = schema.anyOf as readonly { $ref: string }[];
        const validate = ajv.compile({
          anyOf: shapes.map(({ $ref }) => ({ $ref: `https://luxor.example/openapi${$ref}` })),
        });
        expect(validate(example) ? [] : validate.errors).toEqual([]);
      }
      const body = typeof example === 'string' ? example : JSON.stringify(example);
      const { status, json } = await call(SUBMIT, { body, headers: { 'content-type': type }, key });
      expect({ type, status, json }).toMatchObject({ status: 200, json: { received: 1, quarantined: 0 } });
      expect(json.sandbox).toBe(kind === 'live' ? undefined : true);
    }
  });

  it.each(['live', 'sandbox'])('for what was taken and what was refused (%s)', async (kind) => {
    const key = kind === 'live' ? live : sandbox;
    const reference = `C/${kind} 1`;
    const file = csvOf([{ reference }, { reference: 'X-2', value: '1,5' }]);
    const { json } = await send(file, { key });
    expect(json).toMatchObject({ accepted: 1, quarantined: 1 });
    const id = String(json.submissionId);
    expect((await call(READ_SUBMISSION, { params: { id }, key })).json).toEqual(json);
    const page = await call(READ_ACKNOWLEDGEMENTS, { params: { id }, query: '?limit=1', key });
    expect(page.json).toMatchObject({ acknowledgements: [{ outcome: 'accepted', reference }] });
    expect(page.headers.get('link')).toContain('after=1');
    const lines = await call(READ_ACKNOWLEDGEMENTS, {
      params: { id },
      headers: { accept: 'application/x-ndjson' },
      key,
    });
    expect(lines.text.trim().split('\n')).toHaveLength(2);
    expect((await call(READ_PROBLEMS, { params: { id }, key })).text).toContain('1,5');
    const raw = await call(READ_SENT, { params: { id }, key });
    expect(kind === 'live' ? raw.text : raw.status).toEqual(kind === 'live' ? file : 403);
    expect((await call(READ_CONSIGNMENT, { params: { reference }, key })).json).toMatchObject({
      reference,
      version: 1,
    });
  });

  it.each(['text/csv', 'application/json', 'application/xml'])(
    'for an empty body, which is kept (%s)',
    async (type) => {
      for (const key of [live, sandbox]) {
        const { status, json } = await call(SUBMIT, { body: '', headers: { 'content-type': type }, key });
        expect({ status, json }).toMatchObject({ status: 422, json: { problems: [{ code: 'file_empty' }] } });
        const kept = await call(READ_SUBMISSION, { params: { id: String(json.submissionId) }, key });
        expect(kept.json).toMatchObject({ status: 'refused', received: 0 });
      }
    },
  );

  it('for responses of customs, which a sandbox has none of', async () => {
    const { json } = await call(LIST_RESPONSES, { params: { reference: 'C/live 1' } });
    expect((json.responses as object[])[0]).toMatchObject({ number: 1, kind: 'accepted' });
    expect((await call(READ_RESPONSE, { params: { reference: 'C/live 1', n: '1' } })).text).toContain('<?xml');
    for (const wanted of [LIST_RESPONSES, READ_RESPONSE])
      expect((await call(wanted, { params: { reference: 'C/live 1', n: '1' }, key: sandbox })).status).toBe(403);
  });

  it('for a file attached, attached again, read back and refused, and for a sandbox, which keeps none', async () => {
    await send(csvOf([{ reference: 'FILE/1' }]));
    const params = { reference: 'FILE/1' };
    const listing = (body: string, wish: Wish = {}) =>
      call(ATTACH, {
        params,
        query: '?kind=listing_text',
        headers: { 'x-file-name': 'listing%20%C3%A4.txt' },
        body,
        ...wish,
      });
    const first = await listing('Leather shoes');
    expect(first).toMatchObject({ status: 201, json: { isNew: true } });
    expect(await listing('Leather shoes')).toMatchObject({ status: 200, json: { ...first.json, isNew: false } });
    const { json } = await call(READ_CONSIGNMENT, { params });
    expect(json.attachments).toMatchObject([
      { kind: 'listing_text', fileName: 'listing ä.txt', mediaType: 'text/plain' },
    ]);
    const attachmentId = String(first.json.attachmentId);
    const read = await call(READ_ATTACHMENT, { params: { ...params, attachmentId } });
    expect(read.text).toBe('Leather shoes');
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
    expect(read.headers.get('content-security-policy')).toContain('sandbox');
    expect(read.headers.get('content-disposition')).toMatch(
      /^attachment; filename="listing-text.txt"; filename\*=UTF-8''/,
    );
    expect(await listing('<svg/>')).toMatchObject({ status: 409, json: { reasons: [{ code: 'attachment.type' }] } });
    expect(await listing('x', { query: '?kind=song' })).toMatchObject({ status: 400 });
    expect(await listing('x', { params: { reference: 'NONE' } })).toMatchObject({ status: 404 });
    expect(await listing('x', { key: sandbox })).toMatchObject({ status: 403 });
    const nothing = { params: { ...params, attachmentId: crypto.randomUUID() } };
    expect(await call(READ_ATTACHMENT, nothing)).toMatchObject({ status: 404 });
  });

  it('for a submission undone, the same when it is undone again, and for one that a sandbox sent', async () => {
    const { json } = await send(csvOf([{ reference: 'UNDO/1' }, { reference: 'UNDO/2', value: '1,5' }]));
    const params = { id: String(json.submissionId) };
    const undone = await call(UNDO_SUBMISSION, { params, query: '?reason=Sent%20twice' });
    expect(undone.json).toMatchObject({ ...json, withdrawn: 1, undone: { reason: 'Sent twice' } });
    expect(undone.json).toMatchObject({ mended: { records: 0, by: [], waiting: 1 } });
    expect((await call(UNDO_SUBMISSION, { params })).json).toEqual(undone.json);
    expect((await call(READ_SUBMISSION, { params })).json).toEqual(undone.json);
    expect((await call(READ_CONSIGNMENT, { params: { reference: 'UNDO/1' } })).json).toMatchObject({
      status: 'withdrawn',
      withdrawn: { by: 'partner', reason: 'Sent twice' },
    });
    expect((await call(UNDO_SUBMISSION, { params, key: sandbox })).status).toBe(403);
    const refused = await send(csvOf([{ reference: 'UNDO/3', value: '1,5' }]));
    const { status, json: problem } = await call(UNDO_SUBMISSION, {
      params: { id: String(refused.json.submissionId) },
    });
    expect({ status, problem }).toMatchObject({
      status: 409,
      problem: { reasons: [{ code: 'undo_submission.nothing' }] },
    });
  });

  it('for an undo of what nobody knows and on words that do not fit', async () => {
    expect((await call(UNDO_SUBMISSION, { params: { id: 'x' } })).status).toBe(404);
    expect((await call(UNDO_SUBMISSION, { params: { id: crypto.randomUUID() } })).status).toBe(404);
    const { status, json } = await call(UNDO_SUBMISSION, { params: { id: 'x' }, query: '?reason=No' });
    expect({ status, json }).toMatchObject({ status: 400, json: { type: 'urn:luxor:problem:query_invalid' } });
  });

  it.each<[string, number, ApiCall, Wish]>([
    ['a wrong key', 401, READ_SUBMISSION, { key: `lux_${'A'.repeat(43)}`, params: { id: 'x' } }],
    ['no key', 401, SUBMIT, { key: null, body: 'x', headers: csv }],
    ['nothing found', 404, READ_CONSIGNMENT, { params: { reference: 'NONE' } }],
    ['a page that does not fit', 400, READ_ACKNOWLEDGEMENTS, { params: { id: 'x' }, query: '?limit=0' }],
    ['a bad Idempotency-Key', 400, SUBMIT, { body: 'x', headers: { ...csv, 'idempotency-key': 'a b' } }],
    ['no body', 400, SUBMIT, { headers: csv }],
    ['an unknown type', 415, SUBMIT, { body: 'x', headers: { 'content-type': 'application/pdf' } }],
    ['another charset', 415, SUBMIT, { body: 'x', headers: { 'content-type': 'text/csv; charset=koi8-r' } }],
    ['an encoded body', 415, SUBMIT, { body: 'x', headers: { ...csv, 'content-encoding': 'gzip' } }],
    ['a file refused as a whole', 422, SUBMIT, { body: '[{', headers: { 'content-type': 'application/json' } }],
    ['an empty body', 409, SUBMIT, { body: '', headers: { ...csv, 'content-length': '5' } }],
  ])('for %s (%i)', async (_title, status, wanted, wish) => {
    for (const key of wish.key === undefined ? [live, sandbox] : [wish.key])
      expect((await call(wanted, { ...wish, key })).status).toBe(status);
  });

  it('for more records than a trial takes', async () => {
    const rows = Array.from({ length: 1_001 }, (_, index) => ({ reference: `S-${index}` }));
    const { status, json } = await send(csvOf(rows), { key: sandbox });
    expect({ status, json }).toMatchObject({ status: 409, json: { reasons: [{ code: 'sandbox.too_many_records' }] } });
  });

  it('for the document itself, without a key', async () => {
    const { json } = await call(READ_DOCUMENT, { key: null });
    expect(Object.keys(json.paths as object)).toEqual(Object.keys(document.paths));
  });
});
