import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { changePartnerDefaults } from '@/db/commands/identity/change-partner-defaults';
import { createPartner } from '@/db/commands/identity/create-partner';
import { readOptionsOf } from '@/db/commands/intake/reading-context';
import { db } from '@/db/connection';
import { getPartner, listPartners } from '@/db/queries/identity/list-partners';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { TRANSIT_DAYS_MAX } from '@/lib/identity/partner-kinds';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aPerson, auditAbout, signedIn } from '../../support/people';

useDatabase();
beforeAll(() => inTransaction(seedReference));

let admin: Actor;
let partnerId = '';
beforeEach(async () => {
  admin = await signedIn((await aPerson({ role: 'admin', offices: [] })).id);
  ({ partnerId } = await createPartner(admin, newPartner()));
});

const reason = 'agreed with the sender';
const NONE = { defaultOfficeId: null, transitDays: null, defaultChannel: null };
const SEEN_NONE = { seenOfficeId: null, seenTransitDays: null, seenChannel: null };
const EXPRESS = { defaultOfficeId: 'NLRTM', transitDays: 3, defaultChannel: 'express' };
const SEEN_EXPRESS = { seenOfficeId: 'NLRTM', seenTransitDays: 3, seenChannel: 'express' };
const newPartner = () => ({ key: `p${randomUUID()}`, name: 'Sender', kind: 'carrier' }) as const;
const wish = () => ({ partnerId, ...SEEN_NONE, ...EXPRESS, reason });

/** Codes by field of what was not taken. */
async function faultsOf(act: Promise<unknown>): Promise<string[]> {
  const error = await act.then(
    () => null,
    (cause: unknown) => cause,
  );
  if (!(error instanceof InvalidInputError)) throw new Error(`not refused as input: ${String(error)}`);
  return error.problems.map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('What messages of a partner mean where they name none', () => {
  it('is changed by an administrator, acts on the next file, and leaves an audit row with before and after', async () => {
    await changePartnerDefaults(admin, wish());
    expect(await getPartner(admin, partnerId)).toMatchObject(EXPRESS);
    expect(await readOptionsOf(db(), { partnerId, layoutId: null, receivedAt: new Date() })).toMatchObject({
      defaultOffice: 'NLRTM',
      transitDays: 3,
      defaultChannel: 'express',
    });
    expect((await auditAbout(partnerId))[0]).toMatchObject({
      action: 'admin.change_partner',
      actorId: admin.id,
      reason,
      details: {
        before: { defaultOffice: null, transitDays: null, defaultChannel: null },
        after: { defaultOffice: 'NLRTM', transitDays: 3, defaultChannel: 'express' },
      },
    });
  });

  it('is taken as a form sends it, and taken away by leaving it empty', async () => {
    const sent = { partnerId, seenOfficeId: '', seenTransitDays: '', seenChannel: '', reason };
    await changePartnerDefaults(admin, { ...sent, defaultOfficeId: 'DEFRA', transitDays: ' 0 ', defaultChannel: '' });
    expect(await getPartner(admin, partnerId)).toMatchObject({ ...NONE, defaultOfficeId: 'DEFRA', transitDays: 0 });
    const seen = { partnerId, seenOfficeId: 'DEFRA', seenTransitDays: '0', seenChannel: '', reason };
    await changePartnerDefaults(admin, { ...seen, defaultOfficeId: '', transitDays: '', defaultChannel: '' });
    expect(await getPartner(admin, partnerId)).toMatchObject(NONE);
    expect(
      (await readOptionsOf(db(), { partnerId, layoutId: null, receivedAt: new Date() })).transitDays,
    ).toBeUndefined();
  });

  it('is given to a new partner, with its audit row, or left open', async () => {
    expect(await getPartner(admin, partnerId)).toMatchObject(NONE);
    const made = await createPartner(admin, { ...newPartner(), ...EXPRESS });
    expect(await getPartner(admin, made.partnerId)).toMatchObject(EXPRESS);
    expect((await auditAbout(made.partnerId))[0]).toMatchObject({
      action: 'admin.create_partner',
      details: { defaultOffice: 'NLRTM', transitDays: 3, defaultChannel: 'express' },
    });
  });

  it('is refused to every other role', async () => {
    for (const role of ROLES.filter((one) => one !== 'admin')) {
      await expect(changePartnerDefaults(someone(role, 'NLRTM'), wish())).rejects.toThrow(ForbiddenError);
    }
    expect(await getPartner(admin, partnerId)).toMatchObject(NONE);
  });

  it('is not found for a partner that is not there, and names no office we do not know', async () => {
    await expect(changePartnerDefaults(admin, { ...wish(), partnerId: randomUUID() })).rejects.toThrow(NotFoundError);
    const unknown = ['defaultOfficeId unknown_office'];
    expect(await faultsOf(changePartnerDefaults(admin, { ...wish(), defaultOfficeId: 'ZZZZZ' }))).toEqual(unknown);
    const wanted = { ...newPartner(), defaultOfficeId: 'ZZZZZ' };
    expect(await faultsOf(createPartner(admin, wanted))).toEqual(unknown);
    expect((await listPartners(admin)).map(({ key }) => key)).not.toContain(wanted.key);
  });

  it.each([
    ['transitDays', '-1'],
    ['transitDays', '2.5'],
    ['transitDays', 'soon'],
    ['transitDays', TRANSIT_DAYS_MAX + 1],
    ['defaultChannel', 'pigeon'],
    ['defaultOfficeId', 'nlrtm'],
  ])('is refused with its field when it is no such value: %s %s', async (field, value) => {
    const faults = await faultsOf(changePartnerDefaults(admin, { ...wish(), [field]: value }));
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([field]);
    expect(await getPartner(admin, partnerId)).toMatchObject(NONE);
  });

  it('is not changed over the head of another administrator', async () => {
    const outcomes = await Promise.allSettled([
      changePartnerDefaults(admin, wish()),
      changePartnerDefaults(admin, { ...wish(), transitDays: 9 }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(changePartnerDefaults(admin, wish()))).toEqual(['changed_meanwhile']);
    const changes = (await auditAbout(partnerId)).filter(({ action }) => action === 'admin.change_partner');
    expect(changes).toHaveLength(1);
    const [{ transitDays }] = [await getPartner(admin, partnerId)];
    await changePartnerDefaults(admin, { ...wish(), ...SEEN_EXPRESS, seenTransitDays: transitDays, transitDays: null });
    expect((await getPartner(admin, partnerId)).transitDays).toBeNull();
  });
});
