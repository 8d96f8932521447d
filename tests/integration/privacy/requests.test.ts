import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { revealPartyData } from '@/db/commands/consignment/reveal-party-data';
import { answerAccess } from '@/db/commands/privacy/answer-access';
import { recordStatement } from '@/db/commands/privacy/record-statement';
import { db, withOwnerClient } from '@/db/connection';
import { listAccessRequests } from '@/db/queries/privacy/list-erasures';
import { privacyOfConsignment } from '@/db/queries/privacy/privacy-of-consignment';
import { auditLog, parties } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, withRecipient, withReference, withSender } from '../../support/a-consignment';
import { aDesk, type Desk, NOW, someone } from '../../support/a-desk';
import { releaseOf } from '../../support/an-account';
import { auditOf, refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aRecord } from '../../support/records';
import { auditAbout } from '../../support/people';

useDatabase();
let desk: Desk;
let admin: Actor;
const PERSON = { name: 'Ines Okonkwo-Maas', postcode: '3024 ZX', country: 'NL', phone: '+31 10 765 43 21' };
beforeAll(async () => {
  desk = await aDesk();
  admin = someone('admin', desk.officeId, 'P. Keeper');
});

type Sought = Partial<Record<'name' | 'postcode' | 'country' | 'phone' | 'email' | 'reference' | 'cameOn', string>>;
const NONE = { name: null, postcode: null, country: null, phone: null, email: null, reference: null };
const ask = (by: Sought, actor = admin) =>
  answerAccess(actor, { fileNumber: 'DPO-17', cameOn: '2026-11-01', ...NONE, ...by }, NOW);

describe('A person who asks what is held', () => {
  it('is told by name and postcode, telephone, e-mail or reference, other people masked; every look leaves its row', async () => {
    const email = 'Ines.Maas@example.org';
    const placed = await aConsignment(
      desk,
      withReference('ASK-1'),
      withRecipient({ ...PERSON, email }),
      withSender({ name: 'Volker Drittmann', city: 'Bonn' }),
    );
    await revealPartyData(
      desk.officer,
      { consignmentId: placed.consignmentId, reason: 'notice', note: 'to Volker' },
      NOW,
    );
    await releaseOf(desk, placed);
    const by = [
      { name: 'maas, okonkwo ines', postcode: '3024zx', country: 'nl' },
      { phone: '0107654321' },
      { email: email.toUpperCase() },
      { reference: 'ask-1', name: 'Okonkwo-Maas Ines' },
    ];
    for (const sought of by) {
      const held = await ask(sought);
      expect(held.consignments).toHaveLength(1);
      const [one] = held.consignments;
      expect(one).toMatchObject({ reference: 'ASK-1', standsAs: 'recipient', status: 'released', isRestricted: false });
      expect(one?.own).toMatchObject([{ ...PERSON, email, version: 1 }]);
      expect(one?.otherParty).toMatchObject({ initial: 'V***', city: 'Bonn' });
      expect(one?.looks).toMatchObject([{ role: 'officer', why: 'notice' }]);
      expect(JSON.stringify(held)).not.toMatch(/Drittmann|A\. Kaya|Volker/);
      const [request, ...more] = await auditAbout(held.requestId);
      expect(more).toEqual([]);
      expect(request).toMatchObject({
        action: 'privacy.answer_access',
        details: { consignments: 1, cameOn: '2026-11-01' },
      });
    }
    expect(
      (await auditOf(placed.consignmentId)).filter(({ action }) => action === 'privacy.answer_access'),
    ).toHaveLength(4);
    const log = await db().select().from(auditLog).where(eq(auditLog.action, 'privacy.answer_access'));
    expect(JSON.stringify(log)).not.toMatch(/Okonkwo|Volker Drittmann/i);
    expect(await listAccessRequests(admin)).toHaveLength(4);
  });

  it('is told as a sender too, by the postcode that was declared and no other', async () => {
    await aConsignment(
      desk,
      withReference('ASK-2'),
      withSender({ name: 'Bela Sandor', postcode: '1011', country: 'HU' }),
    );
    const found = await ask({ name: 'Sandor Bela', postcode: '1011', country: 'HU' });
    expect(found.consignments).toMatchObject([{ reference: 'ASK-2', standsAs: 'sender' }]);
    expect((await ask({ name: 'Sandor Bela', postcode: '2022', country: 'HU' })).consignments).toEqual([]);
  });

  it('is told no version that names somebody else, nor of strangers who use the same reference', async () => {
    const alice = { name: 'Alice Aldermann', postcode: '1011 AA', country: 'NL', email: 'alice@example.org' };
    const bob = { name: 'Bob Bystander', postcode: '2022 BB', country: 'NL', email: 'bob@example.org' };
    const { consignmentId } = await aConsignment(desk, withReference('ASK-4'), withRecipient(alice));
    await recordStatement(
      admin,
      {
        ...{ consignmentId, standsAs: 'recipient', version: 1, kind: 'objection' },
        ...{ cameOn: '2026-11-01', words: 'Not for Alice' },
      },
      NOW,
    );
    const [first] = await db()
      .select()
      .from(parties)
      .where(and(eq(parties.consignmentId, consignmentId), eq(parties.kind, 'recipient')));
    if (!first) throw new Error('the recipient is not there');
    await db()
      .insert(parties)
      .values({ ...first, ...bob, version: 2 });
    const asked = await ask({ email: bob.email });
    expect(asked.consignments).toMatchObject([
      { own: [{ ...bob, version: 2 }], ofOthers: [{ version: 1, initial: 'A***' }], statements: [] },
    ]);
    expect(JSON.stringify(asked)).not.toMatch(/Aldermann|alice|1011/i);
    // Who stands in an old version only is told that version, and nothing of what is another's by now.
    const before = await ask({ email: alice.email });
    expect(before.consignments).toMatchObject([
      { own: [{ ...alice, version: 1 }], goods: [], statements: [{ words: 'Not for Alice' }] },
    ]);
    expect(JSON.stringify(before)).not.toMatch(/Bystander|bob@|2022/);
    expect((await ask({ reference: 'ASK-4', name: 'Somebody Else' })).consignments).toEqual([]);
    expect((await ask({ reference: 'ASK-4', name: 'Bystander Bob' })).consignments).toHaveLength(1);
  });

  it('is told nothing of decisions and looks while proceedings are open', async () => {
    const { consignmentId } = await aConsignment(desk, withReference('ASK-3'));
    await revealPartyData(desk.officer, { consignmentId, reason: 'identity_check', note: null }, NOW);
    expect((await ask({ reference: 'ASK-3', name: aRecord().recipient.name })).consignments).toMatchObject([
      { isRestricted: true, looks: [], decisions: [] },
    ]);
  });

  it('has to give enough to be found by, on a day that has come', async () => {
    expect(await refusalOf(ask({ name: 'Ines' }))).toEqual(['access.nothing_to_look_for']);
    expect(await refusalOf(ask({ reference: 'ASK-1' }))).toEqual(['access.nothing_to_look_for']);
    expect(await refusalOf(ask({ reference: 'X', name: 'Ines', cameOn: '2026-12-24' }))).toEqual(['access.ahead']);
  });

  it('is answered by no other role', async () => {
    for (const role of ROLES.filter((name) => name !== 'admin'))
      await expect(ask({ reference: 'ASK-1', name: 'Ines' }, someone(role, desk.officeId))).rejects.toBeInstanceOf(
        ForbiddenError,
      );
  });
});

describe('What a person says of the data', () => {
  const say = (consignmentId: string, actor = admin, words = 'The address is of my brother') =>
    recordStatement(
      actor,
      { consignmentId, standsAs: 'recipient', version: 1, kind: 'rectification', cameOn: '2026-11-01', words },
      NOW,
    );

  it('stands beside what was sent, which stays, and leaves one audit row without the words', async () => {
    const { consignmentId } = await aConsignment(desk, withReference('SAY-1'));
    const before = await db().select().from(parties).where(eq(parties.consignmentId, consignmentId));
    await say(consignmentId);
    expect(await db().select().from(parties).where(eq(parties.consignmentId, consignmentId))).toEqual(before);
    expect((await privacyOfConsignment(desk.officer, consignmentId)).statements).toMatchObject([
      { kind: 'rectification', cameOn: '2026-11-01', words: 'The address is of my brother' },
    ]);
    const [row] = await auditOf(consignmentId);
    expect(row).toMatchObject({
      action: 'privacy.record_statement',
      reason: null,
      details: { statementKind: 'rectification' },
    });
    expect(JSON.stringify(row)).not.toContain('brother');
    const { recipient, sender } = aRecord();
    const asked = await ask({ reference: 'SAY-1', name: recipient.name });
    expect(asked.consignments[0]?.statements).toHaveLength(1);
    // The sender of the same consignment does not read it.
    const email = 'sender@example.org';
    await withOwnerClient((client) =>
      client.query("update consignment.parties set email = $1 where consignment_id = $2 and kind = 'sender'", [
        email,
        consignmentId,
      ]),
    );
    const other = await ask({ email });
    expect(other.consignments).toMatchObject([{ standsAs: 'sender', own: [{ name: sender.name }], statements: [] }]);
  });

  it('is recorded by no other role, of nothing that is not there, and not of a day to come', async () => {
    const { consignmentId } = await aConsignment(desk);
    for (const role of ROLES.filter((name) => name !== 'admin'))
      await expect(say(consignmentId, someone(role, desk.officeId))).rejects.toBeInstanceOf(ForbiddenError);
    await expect(say(randomUUID())).rejects.toBeInstanceOf(NotFoundError);
    const ahead = {
      consignmentId,
      standsAs: 'recipient',
      version: 1,
      kind: 'objection',
      cameOn: '2027-01-01',
      words: 'Not this',
    } as const;
    expect(await refusalOf(recordStatement(admin, ahead, NOW))).toEqual(['statement.ahead']);
    const unnamed = { ...ahead, version: 2, cameOn: '2026-11-01' };
    await expect(recordStatement(admin, unnamed, NOW)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('is not seen from another office', async () => {
    const { consignmentId } = await aConsignment(desk);
    await say(consignmentId);
    await expect(privacyOfConsignment(desk.stranger, consignmentId)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('is recorded once, whoever of two is faster', async () => {
    const { consignmentId } = await aConsignment(desk);
    const tries = await Promise.allSettled([say(consignmentId), say(consignmentId, someone('admin', 'BELGG'))]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(say(consignmentId))).toEqual(['statement.there']);
  });
});
