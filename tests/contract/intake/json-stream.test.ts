import { expect, it } from 'vitest';
import { readRows } from '@/lib/intake/read-rows';
import { jsonTextWith } from './a-submission';

const record = `${jsonTextWith('"version":"1"')},\n`;
const postal = `${JSON.stringify({ item_id: 'RR473124829CN', content_pieces: [], note: 'x'.repeat(900) })},\n`;

it.each([
  ['records', record],
  ['postal items', postal],
])('hands out %s of a JSON document as they come, however long it is', async (_kind, one) => {
  const count = 20_000;
  let sent = 0;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('{"consignments":[\n');
    for (; sent < count - 1; sent += 1) yield Buffer.from(one);
    sent += 1;
    yield Buffer.from(`${one.slice(0, -2)}]}`);
  }
  let rows = 0;
  let lag = 0;
  for await (const row of readRows('json', chunks())) {
    rows += 1;
    lag = Math.max(lag, sent - rows);
    if (rows === 7) expect(row).toMatchObject({ line: 8, raw: one.slice(0, -2) });
  }
  expect(rows).toBe(count);
  expect(one.length * count).toBeGreaterThan(10_485_760);
  expect(lag).toBeLessThan(3);
});
