import { beforeAll, expect, it } from 'vitest';
import { discardRecord } from '@/db/commands/intake/discard-record';
import { listQuarantine } from '@/db/queries/intake/list-quarantine';
import { nextRefused, type RefusedKey } from '@/db/queries/intake/next-refused';
import { waitingUnder } from '@/db/queries/intake/waiting-under';
import type { Actor } from '@/lib/identity/actor';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

useDatabase();
let desk: Desk;
let liege: Actor;

/** Two files, the second newer; every other record breaks the other rule, the last of a file both, one is of another office. */
beforeAll(async () => {
  desk = await aDesk();
  liege = someone('supervisor', 'BELGG');
  for (const file of ['OLD', 'NEW']) {
    await sendSubmission(
      desk.partner,
      csvOf([
        { reference: `${file}-1`, value: 'x' },
        { reference: `${file}-2`, currency: 'QQQ' },
        { reference: `${file}-3`, value: 'x' },
        { reference: `${file}-4`, value: 'x', office: 'BELGG' },
        { reference: `${file}-5`, value: 'x', currency: 'QQQ' },
      ]),
    );
  }
});

const VALUE = 'decimal_shape';
const CURRENCY = 'currency_unknown';
const keyOf = ({ submissionId, recordNumber }: RefusedKey) => ({ submissionId, recordNumber });
const listed = (actor: Actor, code: string | null) => listQuarantine(actor, { code, after: null });

/** The records one comes by who begins with the first of the list and goes on to the next until there is none. */
async function walk(actor: Actor, code: string | null): Promise<RefusedKey[]> {
  const { rows } = await listed(actor, code);
  const walked: RefusedKey[] = [];
  for (let at: RefusedKey | null = rows[0] ?? null; at !== null; at = await nextRefused(actor, at, code)) {
    walked.push(keyOf(at));
  }
  return walked;
}

it('comes by every record of the list once, in its order, and ends with the last', async () => {
  for (const [code, count] of [
    [null, 10],
    [VALUE, 8],
    [CURRENCY, 4],
  ] as const) {
    const { rows } = await listed(desk.partner, code);
    expect(rows).toHaveLength(count);
    expect(await walk(desk.partner, code)).toEqual(rows.map(keyOf));
  }
});

it('begins with the newest file and goes down its lines', async () => {
  const { rows } = await listed(desk.partner, CURRENCY);
  expect(rows.map(({ reference }) => reference)).toEqual(['NEW-2', 'NEW-5', 'OLD-2', 'OLD-5']);
});

it('leads staff to no record of another office', async () => {
  expect(await walk(desk.supervisor, VALUE)).toHaveLength(6);
  expect(await walk(liege, null)).toHaveLength(2);
});

it('goes on from a record that is settled, and passes over it from then on', async () => {
  const [first, second, third] = (await listed(desk.partner, VALUE)).rows;
  if (!first || !second || !third) throw new Error('too few');
  await discardRecord(desk.partner, { ...keyOf(second), reason: 'Sent by mistake.' });
  expect(await nextRefused(desk.partner, first, VALUE)).toEqual(keyOf(third));
  expect(await nextRefused(desk.partner, second, VALUE)).toEqual(keyOf(third));
});

it('finds nothing after a record that is not there, and refuses who may not mend', async () => {
  const [first] = (await listed(desk.partner, null)).rows;
  if (!first) throw new Error('none');
  expect(await nextRefused(desk.partner, { ...first, recordNumber: 99 }, null)).toBeNull();
  expect(await nextRefused(desk.partner, { submissionId: 'x', recordNumber: 1 }, null)).toBeNull();
  await expect(nextRefused(someone('auditor', ''), first, null)).rejects.toThrow();
});

it('finds the newest record that waits under a reference for its sender alone', async () => {
  await sendSubmission(desk.partner, csvOf([{ reference: 'TWICE-1', value: 'x' }]));
  const newer = await sendSubmission(desk.partner, csvOf([{ reference: 'TWICE-1', value: 'y' }]));
  const waiting = await waitingUnder(desk.partner, 'TWICE-1');
  expect(waiting).toEqual({ submissionId: newer, recordNumber: 1 });
  expect(await waitingUnder(desk.partner, 'TWICE-2')).toBeNull();
  expect(await waitingUnder((await aDesk()).partner, 'TWICE-1')).toBeNull();
  expect(await waitingUnder(desk.supervisor, 'TWICE-1')).toBeNull();
  if (waiting) await discardRecord(desk.partner, { ...waiting, reason: 'Sent by mistake.' });
  expect(await waitingUnder(desk.partner, 'TWICE-1')).toBeNull();
  await expect(waitingUnder(someone('auditor', ''), 'TWICE-1')).rejects.toThrow();
});
