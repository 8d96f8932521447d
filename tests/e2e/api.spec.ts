import { partnerKey } from './people';
import { csvOf, newPrefix, send } from './records';
import { expect, test } from './test';

test('a partner sends by key and reads what became of it', async ({ request }) => {
  const reference = `${newPrefix()}-A`;
  const sent = await send(request, csvOf([{ reference }]));
  expect(sent.status()).toBe(200);
  expect(await sent.json()).toMatchObject({ status: 'finished', received: 1, accepted: 1, quarantined: 0 });
  const read = await request.get(`/api/v1/consignments/${reference}`, {
    headers: { authorization: `Bearer ${partnerKey()}` },
  });
  expect(read.status()).toBe(200);
  expect(await read.json()).toMatchObject({ reference, version: 1, charges: { currency: 'EUR' } });
});

test('a wrong key opens nothing', async ({ request }) => {
  const sent = await send(request, csvOf([{}]), { authorization: 'Bearer lux_notakey' });
  expect(sent.status()).toBe(401);
  const read = await request.get('/api/v1/consignments/E2E', { headers: { authorization: 'Bearer lux_notakey' } });
  expect(read.status()).toBe(401);
});

test('an address of the API that is none is answered to programs', async ({ request }) => {
  const answer = await request.get('/api/v1/consignment');
  expect(answer.status()).toBe(404);
  expect(answer.headers()['content-type']).toContain('application/problem+json');
  expect(await answer.json()).toMatchObject({ type: 'urn:luxor:problem:not_found', status: 404 });
});

test('a file of another kind than it is called is named as what it is', async ({ request }) => {
  const sent = await send(request, 'PK\u0003\u0004 xl/workbook.xml');
  expect(sent.status()).toBe(422);
  expect(await sent.json()).toMatchObject({
    detail: expect.stringContaining('save its sheet as CSV'),
    problems: [{ code: 'file_other_kind', line: 1 }],
  });
});

test('a type that is not read is refused as such', async ({ request }) => {
  expect((await send(request, '%PDF-1.7', { 'content-type': 'application/pdf' })).status()).toBe(415);
});

test('the same call sent twice is one submission, and another body under its key is refused', async ({ request }) => {
  const prefix = newPrefix();
  const headers = { 'idempotency-key': prefix };
  const body = csvOf([{ reference: `${prefix}-A` }]);
  const first = await send(request, body, headers);
  const again = await send(request, body, headers);
  const { submissionId } = (await first.json()) as { submissionId: string };
  expect(await again.json()).toMatchObject({ submissionId, status: 'finished', accepted: 1 });
  const other = await send(request, csvOf([{ reference: `${prefix}-B` }]), headers);
  expect([409, 422]).toContain(other.status());
});

test('a file refused as a whole is answered as a problem that names the submission', async ({ request }) => {
  const sent = await send(request, 'reference;channel\nA;post\n');
  expect(sent.status()).toBe(422);
  expect(sent.headers()['content-type']).toContain('application/problem+json');
  const answer = (await sent.json()) as { submissionId: string };
  expect(answer).toMatchObject({ status: 422, submissionStatus: 'refused', received: 0 });
  expect(answer).toHaveProperty('detail', expect.stringContaining('separated by commas'));
  const empty = await send(request, '');
  expect(JSON.stringify(await empty.json())).toContain('empty');
});

test('a bad value comes back with its line, place, rule and value', async ({ request }) => {
  const prefix = newPrefix();
  const sent = await send(
    request,
    csvOf([{ reference: `${prefix}-A` }, { reference: `${prefix}-B`, value: 'twelve' }]),
  );
  const answer = (await sent.json()) as { problems: { severity: string }[] };
  expect(answer).toMatchObject({ received: 2, accepted: 1, quarantined: 1 });
  const errors = answer.problems.filter(({ severity }) => severity === 'error');
  expect(errors).toEqual([expect.objectContaining({ line: 3, value: 'twelve' })]);
});
