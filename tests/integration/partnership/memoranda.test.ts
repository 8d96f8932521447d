import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { endMemorandum } from '@/db/commands/partnership/end-memorandum';
import { enterMemorandum } from '@/db/commands/partnership/enter-memorandum';
import { db } from '@/db/connection';
import { listMemoranda } from '@/db/queries/partnership/list-memoranda';
import { hasMemorandum } from '@/db/queries/partnership/memorandum-in-force';
import type { Actor } from '@/lib/identity/actor';
import { ROLES } from '@/lib/identity/roles';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { aDesk, type Desk, NOW, someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const wish = (changes = {}) => ({
  ...{ title: 'Scorecards', subject: 'peer_figures', partnerId: desk.partnerId, agencyId: '' },
  ...{ legalBasis: 'Customs code, article 12', validFrom: '2026-11-01', validTo: '2026-12-01' },
  ...changes,
});
const enter = (actor: Actor, changes = {}) => enterMemorandum(actor, wish(changes) as never, NOW);
const isShared = (day: string) => hasMemorandum(db(), 'peer_figures', { partnerId: desk.partnerId }, day);

describe('A memorandum', () => {
  it('lets something be shared from its first day until its last, or until it is ended; both leave their audit row', async () => {
    const { memorandumId } = await enter(desk.supervisor);
    expect([await isShared('2026-10-31'), await isShared('2026-11-01')]).toEqual([false, true]);
    expect([await isShared('2026-11-30'), await isShared('2026-12-01')]).toEqual([true, false]);
    await endMemorandum(desk.supervisor, { memorandumId, reason: 'withdrawn' }, NOW);
    expect(await isShared('2026-11-10')).toBe(false);
    const rows = await auditAbout(memorandumId);
    expect(rows.map(({ action }) => action).sort()).toEqual(['memorandum.end', 'memorandum.enter']);
    expect(rows.find(({ action }) => action === 'memorandum.enter')?.details).toMatchObject({
      shared: 'peer_figures',
      partnerId: desk.partnerId,
      legalBasis: 'Customs code, article 12',
      validTo: '2026-12-01',
    });
  });

  it('is refused with the wrong side, and with days that are over or reversed', async () => {
    expect(await refusalOf(enter(desk.supervisor, { partnerId: '', agencyId: 'market' }))).toEqual([
      'memorandum.with_partner',
    ]);
    expect(await refusalOf(enter(desk.supervisor, { subject: 'named_persons' }))).toEqual(['memorandum.with_agency']);
    expect(await refusalOf(enter(desk.supervisor, { validFrom: '2026-12-01' }))).toEqual(['memorandum.period']);
    expect(await refusalOf(enter(desk.supervisor, { validFrom: '2026-01-01', validTo: '2026-02-01' }))).toEqual([
      'memorandum.period',
    ]);
  });

  it('is refused to every other role', async () => {
    const { memorandumId } = await enter(desk.supervisor);
    for (const role of ROLES.filter((name) => name !== 'supervisor')) {
      const actor = someone(role, 'NLRTM');
      await expect(enter(actor)).rejects.toBeInstanceOf(ForbiddenError);
      await expect(endMemorandum(actor, { memorandumId, reason: 'no more' }, NOW)).rejects.toBeInstanceOf(
        ForbiddenError,
      );
    }
  });

  it('is made with no partner or agency that is not there, and read by the other side of none but its own', async () => {
    await expect(enter(desk.supervisor, { partnerId: randomUUID() })).rejects.toBeInstanceOf(NotFoundError);
    const agency = { subject: 'named_persons', partnerId: '', agencyId: 'no-such-agency' };
    await expect(enter(desk.supervisor, agency)).rejects.toBeInstanceOf(NotFoundError);
    await expect(
      endMemorandum(desk.supervisor, { memorandumId: randomUUID(), reason: 'no more' }, NOW),
    ).rejects.toBeInstanceOf(NotFoundError);
    expect(await listMemoranda({ ...desk.partner, partnerId: randomUUID() }, NOW)).toEqual([]);
    const own = await listMemoranda(desk.partner, NOW);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ enteredByName }) => enteredByName === null)).toBe(true);
  });

  it('is ended once, whoever of two is faster', async () => {
    const { memorandumId } = await enter(desk.supervisor);
    const end = () => endMemorandum(desk.supervisor, { memorandumId, reason: 'withdrawn' }, NOW);
    const tries = await Promise.allSettled([end(), end()]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(end())).toEqual(['memorandum.ended']);
  });
});
