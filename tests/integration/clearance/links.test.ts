import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { getLinks, type LinksWish } from '@/db/queries/consignment/get-links';
import { consignments } from '@/db/schema';
import type { Party } from '@/lib/consignment/record';
import { DAY_MS } from '@/lib/kernel/dates';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import type { LinkCursor } from '@/lib/risk/links';
import {
  aConsignment,
  consignmentsLike,
  type Placed,
  receivedAt,
  underScheme,
  withRecipient,
  withSender,
} from '../../support/a-consignment';
import { aDesk, type Desk, NOW, someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
let one: Placed;
let atHome: Placed;
let byPhone: Placed;
let further: Placed;
const daysAgo = (days: number) => receivedAt(new Date(NOW.getTime() - days * DAY_MS));
const person = (name: string, changes: Partial<Party> = {}) =>
  withRecipient({ name, address: `Elmstraat ${name.length}`, postcode: '9999 ZZ', phone: null, ...changes });
const maker = (name: string) => withSender({ name });
const JORIS = { address: 'Lindenstraat 12', postcode: '3511 AA', phone: null };

beforeAll(async () => {
  desk = await aDesk();
  one = await aConsignment(
    desk,
    maker('First Maker'),
    person('Mara Veldkamp', { ...JORIS, phone: '+31 20 555 0142' }),
    underScheme('IM5281234567'),
  );
  atHome = await aConsignment(desk, daysAgo(3), maker('Maker B'), person('Joris Ankersmit', JORIS));
  byPhone = await aConsignment(desk, daysAgo(9), maker('Maker C'), person('Noor de Wit', { phone: '020-555 0142' }));
  further = await aConsignment(desk, daysAgo(20), maker('Maker B'), person('Piet Smit'));
  // Shared with an office that is not one's own, more than a year ago, or by nobody.
  await aConsignment({ ...desk, officeId: 'BELGG' }, maker('First Maker'), person('Elsewhere'));
  await aConsignment(desk, daysAgo(400), maker('First Maker'), person('Long ago'));
  await aConsignment(desk, maker('Nobody Knows'), person('Nobody'));
});

const FIRST: LinksWish = { steps: 1, kind: null, after: null };
const ask = (wish: Partial<LinksWish> = {}, actor = desk.officer, id = one.consignmentId) =>
  getLinks(actor, id, { ...FIRST, ...wish }, NOW);

describe('the links of a consignment', () => {
  it('are those that share recipient, address, telephone, sender or scheme number, with what each shares', async () => {
    const { page, kinds, firstHubs } = await ask();
    expect(kinds).toEqual(['recipient', 'address', 'phone', 'sender', 'scheme']);
    expect(page.rows.map(({ consignmentId, kinds: shared }) => [consignmentId, shared])).toEqual([
      [atHome.consignmentId, ['address']],
      [byPhone.consignmentId, ['phone']],
    ]);
    expect(firstHubs.map(({ kind, members }) => [kind, members.length])).toEqual([
      ['recipient', 0],
      ['address', 1],
      ['phone', 1],
      ['sender', 0],
      ['scheme', 0],
    ]);
  });

  it('lead one step further over what the linked ones share, and not back', async () => {
    expect((await ask()).secondHubs).toEqual([]);
    const { secondHubs, consignments: shown } = await ask({ steps: 2 });
    expect(secondHubs.map(({ kind, members }) => [kind, members])).toEqual([
      ['sender', [atHome.consignmentId, further.consignmentId]],
    ]);
    expect(shown.has(further.consignmentId)).toBe(true);
  });

  it('show nothing of the persons but what the consignment itself shows', async () => {
    const links = await ask({ steps: 2 });
    expect(links.parties.recipient).toEqual({ initial: 'M***', city: 'Utrecht', country: 'NL' });
    const text = JSON.stringify([links.page, [...links.consignments.values()], links.parties]);
    for (const secret of ['Mara', 'Joris', 'Noor', 'Lindenstraat', '3511', '5550142', 'Maker']) {
      expect(text).not.toContain(secret);
    }
  });

  it('are never made by an address that was not given', async () => {
    const bare = await aConsignment(desk, maker('Maker D'), person('Bare', { address: null }));
    await aConsignment(desk, maker('Maker E'), person('Naked', { address: null }));
    expect((await ask({}, desk.officer, bare.consignmentId)).page.rows).toEqual([]);
  });

  it('come in pages that meet without a gap, most recent first, and in a bounded network', async () => {
    const busy = await consignmentsLike(desk, 58, daysAgo(5), maker('Busy Maker'), person('Ann'));
    const [first] = busy;
    const seen: string[] = [];
    let after: LinkCursor | null = null;
    do {
      const { page, firstHubs } = await ask({ after }, desk.officer, first?.consignmentId);
      expect(firstHubs.find(({ kind }) => kind === 'sender')).toMatchObject({ isMore: true });
      expect(firstHubs.every(({ members }) => members.length <= 6)).toBe(true);
      seen.push(...page.rows.map(({ consignmentId }) => consignmentId));
      after = page.next;
    } while (after);
    expect(seen).toHaveLength(57);
    expect(new Set(seen)).toEqual(new Set(busy.slice(1).map(({ consignmentId }) => consignmentId)));
    const { page } = await ask({ kind: 'phone' }, desk.officer, first?.consignmentId);
    expect(page.rows).toEqual([]);
  });

  it('are found by their indexes', async () => {
    for (const [column, index] of [
      ['recipient_key', 'recipient'],
      ['address_key', 'address'],
      ['phone_key', 'phone'],
      ['sender_key', 'sender'],
      ['scheme_id', 'scheme'],
    ] as const) {
      const plan = await db().transaction(async (tx) => {
        await tx.execute(sql`set local enable_seqscan = off`);
        return tx.execute<{ 'QUERY PLAN': string }>(
          sql`explain select consignment_id from consignment.consignments where ${sql.raw(column)} = 'x'
            order by received_on desc, consignment_id desc limit 7`,
        );
      });
      const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(text).toMatch(new RegExp(`${column}_received_on|consignments_.*${index}`));
      expect(text).not.toContain('Seq Scan');
    }
  });

  it('exist for those who read consignments of the office, and for nobody else', async () => {
    for (const role of ['officer', 'supervisor', 'risk_manager', 'auditor'] as const) {
      expect((await ask({}, someone(role, 'NLRTM'))).page.rows.length).toBeGreaterThan(0);
    }
    await expect(ask({}, desk.stranger)).rejects.toBeInstanceOf(NotFoundError);
    for (const actor of [desk.analyst, desk.partner]) {
      await expect(ask({}, actor)).rejects.toBeInstanceOf(ForbiddenError);
    }
  });
});

describe('the key of a telephone', () => {
  it('is kept with the data, and is no number', async () => {
    const [row] = await db().select().from(consignments).where(eq(consignments.consignmentId, byPhone.consignmentId));
    expect(row?.phoneKey).toMatch(/^[0-9a-f]{32}$/);
  });
});
