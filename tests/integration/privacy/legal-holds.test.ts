import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { eraseAttachment } from '@/db/commands/consignment/erase-attachment';
import { liftLegalHold } from '@/db/commands/privacy/lift-legal-hold';
import { placeLegalHold } from '@/db/commands/privacy/place-legal-hold';
import { findToHold } from '@/db/queries/privacy/find-to-hold';
import { listLegalHolds } from '@/db/queries/privacy/list-legal-holds';
import { privacyOfConsignment } from '@/db/queries/privacy/privacy-of-consignment';
import type { Actor } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aConsignment, withReference, withSender } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW, someone } from '../../support/a-desk';
import { attach } from '../../support/a-file';
import { auditOf, refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
let [admin, other]: Actor[] = [];
beforeAll(async () => {
  desk = await aDesk();
  admin = someone('admin', 'BELGG', 'P. Keeper');
  other = someone('supervisor', desk.officeId, 'Q. Second');
});

const place = (actor: Actor, consignmentId: string, subject: 'consignment' | 'sender' = 'consignment') =>
  placeLegalHold(actor, { consignmentId, subject, reason: 'A court asked for the file' }, NOW);
const lift = (actor: Actor, holdId: string) => liftLegalHold(actor, { holdId, reason: 'The case is closed' }, NOW);

describe('A legal hold', () => {
  it('is placed on a consignment and lifted by another person; both leave their audit row and reason', async () => {
    const { consignmentId } = await aConsignment(desk, withReference('LEGAL-1'));
    const { holdId } = await place(desk.supervisor, consignmentId);
    expect((await privacyOfConsignment(desk.officer, consignmentId)).holds).toMatchObject([
      {
        holdId,
        subject: 'consignment',
        known: { placedByName: desk.supervisor.name },
        isOwn: false,
        isElsewhere: false,
      },
    ]);
    await lift(other as Actor, holdId);
    expect((await privacyOfConsignment(desk.officer, consignmentId)).holds).toEqual([]);
    const rows = (await auditOf(consignmentId)).map(({ action, reason, officeId }) => ({ action, reason, officeId }));
    expect(rows).toEqual([
      { action: 'privacy.place_hold', reason: 'A court asked for the file', officeId: desk.officeId },
      { action: 'privacy.lift_hold', reason: 'The case is closed', officeId: desk.officeId },
    ]);
    expect(await listLegalHolds(admin as Actor)).toMatchObject([
      { reference: 'LEGAL-1', liftReason: 'The case is closed' },
    ]);
  });

  it('is not lifted by who placed it', async () => {
    const { consignmentId } = await aConsignment(desk);
    const { holdId } = await place(desk.supervisor, consignmentId);
    expect(await refusalOf(lift(desk.supervisor, holdId))).toEqual(['legal_hold.own']);
  });

  it('of a party shows at every consignment of it', async () => {
    const [first, second] = [await aConsignment(desk), await aConsignment(desk)];
    await place(desk.supervisor, first.consignmentId, 'sender');
    expect((await privacyOfConsignment(desk.officer, second.consignmentId)).holds).toMatchObject([
      { subject: 'sender', known: { reason: 'A court asked for the file' }, isElsewhere: true },
    ]);
  });

  it('of a party tells another office that there is one, and not why nor by whom', async () => {
    const name = withSender({ name: 'Held Elsewhere', country: 'CN' });
    const first = await aConsignment(desk, name);
    const { consignmentId } = await aConsignment({ ...desk, officeId: 'BELGG' }, name);
    await place(desk.supervisor, first.consignmentId, 'sender');
    for (const actor of [someone('officer', 'BELGG'), someone('supervisor', 'BELGG')])
      expect((await privacyOfConsignment(actor, consignmentId)).holds).toMatchObject([
        { subject: 'sender', known: null, isElsewhere: true },
      ]);
    const ofBoth = { ...someone('supervisor', 'BELGG'), officeIds: ['BELGG', desk.officeId] };
    expect((await privacyOfConsignment(ofBoth, consignmentId)).holds).toMatchObject([
      { known: { reason: 'A court asked for the file' } },
    ]);
  });

  it('keeps a file that a person asks to have erased', async () => {
    const { consignmentId } = await aConsignment(desk);
    const { attachmentId } = await attach(desk.partner, consignmentId, 'invoice', 'Of the case');
    await place(admin as Actor, consignmentId);
    const erase = { consignmentId, attachmentId, reason: 'request_of_person', note: 'Letter' } as const;
    expect(await refusalOf(eraseAttachment(desk.supervisor, erase, minutesLater(5)))).toEqual([
      'attachment.under_legal_hold',
    ]);
  });

  it('is refused to every other role', async () => {
    const { consignmentId } = await aConsignment(desk);
    const { holdId } = await place(desk.supervisor, consignmentId);
    for (const role of ROLES.filter((name) => name !== 'supervisor' && name !== 'admin')) {
      await expect(place(someone(role, desk.officeId), consignmentId)).rejects.toBeInstanceOf(ForbiddenError);
      await expect(lift(someone(role, desk.officeId), holdId)).rejects.toBeInstanceOf(ForbiddenError);
    }
  });

  it('is not found by a supervisor of another office, and is by who answers for the house', async () => {
    const { consignmentId } = await aConsignment(desk, withReference('LEGAL-9'));
    const foreign = someone('supervisor', 'BELGG');
    await expect(place(foreign, consignmentId)).rejects.toBeInstanceOf(NotFoundError);
    const { holdId } = await place(admin as Actor, consignmentId);
    await expect(lift(foreign, holdId)).rejects.toBeInstanceOf(NotFoundError);
    await expect(place(desk.supervisor, randomUUID())).rejects.toBeInstanceOf(NotFoundError);
    expect(await findToHold(foreign, 'LEGAL-9')).toEqual([]);
    expect(await findToHold(admin as Actor, 'legal-9')).toMatchObject([{ consignmentId }]);
  });

  it('is placed once and lifted once, whoever of two is faster', async () => {
    const { consignmentId } = await aConsignment(desk);
    const placed = await Promise.allSettled([
      place(desk.supervisor, consignmentId),
      place(admin as Actor, consignmentId),
    ]);
    const won = placed.flatMap((one) => (one.status === 'fulfilled' ? [one.value.holdId] : []));
    expect(won).toHaveLength(1);
    expect(await refusalOf(place(admin as Actor, consignmentId))).toEqual(['legal_hold.there']);
    const third = someone('admin', 'BELGG');
    const lifted = await Promise.allSettled([lift(other as Actor, won[0] ?? ''), lift(third, won[0] ?? '')]);
    expect(lifted.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(lift(third, won[0] ?? ''))).toEqual(['legal_hold.lifted']);
  });
});
