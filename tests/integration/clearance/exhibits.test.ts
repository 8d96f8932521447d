import { beforeAll, describe, expect, it } from 'vitest';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { moveExhibit } from '@/db/commands/clearance/move-exhibit';
import { recordExhibit } from '@/db/commands/clearance/record-exhibit';
import { releaseConsignment } from '@/db/commands/clearance/release-consignment';
import { db } from '@/db/connection';
import { getCustody } from '@/db/queries/consignment/get-custody';
import { custody } from '@/db/schema';
import type { Actor } from '@/lib/identity/actor';
import { NotFoundError } from '@/lib/kernel/errors';
import { aConsignment } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { describeCommand, refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

const THING = { description: 'Forty blades in a shoe box', quantity: '40 pieces', mark: 'Seal 000117' };
const STORE = { holder: 'A. Kaya', place: 'Evidence room 2, shelf 4', reason: 'Taken out of the parcel' };
const LAB = { holder: 'Customs laboratory', place: 'Laboratory, intake', reason: 'Analysis of the steel' };
const NOBODY = '00000000-0000-4000-8000-000000000000';

async function detained() {
  const { consignmentId, rowVersion } = await aConsignment(desk);
  const wish = { kind: 'detain', ground: 'official_control', note: 'Blades' } as const;
  const decided = await decideConsignment(desk.officer, { consignmentId, rowVersion, ...wish }, NOW);
  return { consignmentId, rowVersion: decided.rowVersion };
}

async function withExhibit() {
  const seen = await detained();
  const { exhibitId, rowVersion } = await recordExhibit(desk.officer, { ...seen, ...THING, ...STORE }, NOW);
  return { ...seen, rowVersion, exhibitId };
}

describeCommand('Taking an exhibit into custody', {
  desk: () => desk,
  audit: 'clearance.record_exhibit',
  event: 'exhibit_recorded',
  prepare: async () => {
    const seen = await detained();
    const act = (actor: Actor) => recordExhibit(actor, { ...seen, ...THING, ...STORE }, minutesLater(1));
    return { consignmentId: seen.consignmentId, act };
  },
  check: (row) => expect(row.status).toBe('detained'),
});

describeCommand('Handing an exhibit on', {
  desk: () => desk,
  audit: 'clearance.move_exhibit',
  event: 'exhibit_moved',
  prepare: async () => {
    const seen = await withExhibit();
    const act = (actor: Actor) => moveExhibit(actor, { ...seen, ...LAB }, minutesLater(1));
    return { consignmentId: seen.consignmentId, act };
  },
  check: (row) => expect(row.status).toBe('detained'),
});

describe('The chain of custody', () => {
  it('names every hand from the consignment on, and numbers exhibits', async () => {
    const { exhibitId, ...seen } = await withExhibit();
    const moved = await moveExhibit(desk.colleague, { ...seen, exhibitId, ...LAB }, minutesLater(1));
    const next = { consignmentId: seen.consignmentId, rowVersion: moved.rowVersion };
    await recordExhibit(desk.officer, { ...next, ...THING, description: 'The box', ...STORE }, minutesLater(2));
    const record = await getCustody(desk.officer, seen.consignmentId);
    expect(record.exhibits.map(({ number, description }) => [number, description])).toEqual([
      [1, THING.description],
      [2, 'The box'],
    ]);
    expect(record.exhibits[0]?.steps).toMatchObject([
      { step: 1, fromHolder: null, toHolder: 'A. Kaya', place: STORE.place, recordedByName: 'A. Kaya' },
      { step: 2, fromHolder: 'A. Kaya', toHolder: LAB.holder, place: LAB.place, recordedByName: 'B. Moreau' },
    ]);
    await expect(getCustody(desk.stranger, seen.consignmentId)).rejects.toThrow(NotFoundError);
  });

  it('has no step that moves nothing, none of another exhibit, and none of goods that are not kept', async () => {
    const seen = await withExhibit();
    const { holder, place } = STORE;
    const same = moveExhibit(desk.officer, { ...seen, holder, place, reason: 'Counted' }, minutesLater(1));
    expect(await refusalOf(same)).toEqual(['exhibit.not_moved']);
    const unknown = moveExhibit(desk.officer, { ...seen, exhibitId: NOBODY, ...LAB }, minutesLater(1));
    await expect(unknown).rejects.toThrow(NotFoundError);
    const { consignmentId, rowVersion } = await aConsignment(desk);
    const free = recordExhibit(desk.officer, { consignmentId, rowVersion, ...THING, ...STORE }, NOW);
    expect(await refusalOf(free)).toEqual(['status.selected']);
  });

  it('goes on to its end where the rest of the goods is free again', async () => {
    const { exhibitId, ...kept } = await withExhibit();
    const ended = { kind: 'end_detention', ground: 'analysis_conform', note: 'Blunt' } as const;
    const free = await decideConsignment(desk.officer, { ...kept, ...ended }, minutesLater(1));
    const seen = { consignmentId: kept.consignmentId, rowVersion: free.rowVersion };
    const left = await releaseConsignment(desk.officer, { ...seen, ground: 'documents_in_order' }, minutesLater(2));
    const back = { holder: 'Harbour Parcels', place: 'Counter', reason: 'Handed back with the parcel' };
    const { rowVersion } = left;
    await moveExhibit(
      desk.officer,
      { consignmentId: kept.consignmentId, rowVersion, exhibitId, ...back },
      minutesLater(3),
    );
    const [thing] = (await getCustody(desk.officer, kept.consignmentId)).exhibits;
    expect(thing?.steps.at(-1)).toMatchObject({ fromHolder: STORE.holder, toHolder: back.holder });
  });

  it('begins with the consignment and nowhere else: the database holds that', async () => {
    const { consignmentId, exhibitId } = await withExhibit();
    const step = { consignmentId, exhibitId, toHolder: 'X', place: 'Y', reason: 'Z', recordedBy: desk.officer.id };
    const insert = db()
      .insert(custody)
      .values({ ...step, step: 2, fromHolder: null, recordedByName: 'X', at: NOW });
    await expect(insert).rejects.toThrow();
  });
});
