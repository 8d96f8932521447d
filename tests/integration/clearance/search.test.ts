import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { findConsignments } from '@/db/queries/consignment/find-consignments';
import { aConsignment, withReference, withS10 } from '../../support/a-consignment';
import { aDesk, type Desk, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

describe('Search', () => {
  it('finds by reference, S10 identifier however spaced, and house reference, within the office', async () => {
    const placed = await aConsignment(desk, withReference('SEEK-1'), withS10('LX473124829NL'));
    for (const text of ['SEEK-1', ' lx 473124829 nl ']) {
      expect((await findConsignments(desk.officer, text, NOW)).map((row) => row.consignmentId)).toEqual([
        placed.consignmentId,
      ]);
    }
    expect(await findConsignments(desk.officer, 'HL0001', NOW)).toHaveLength(1);
    expect(await findConsignments(desk.officer, 'hl0001', NOW)).toHaveLength(1);
    expect(await findConsignments(desk.stranger, 'SEEK-1', NOW)).toEqual([]);
    expect(await findConsignments(desk.officer, ' ', NOW)).toEqual([]);
  });

  it('finds a reference of mixed case however it is typed, by an index', async () => {
    const placed = await aConsignment(desk, withReference('Parcel-aB9x'));
    for (const text of ['Parcel-aB9x', 'parcel-ab9x', 'PARCEL-AB9X', 'pARCEL-Ab9X'])
      expect((await findConsignments(desk.officer, text, NOW)).map((row) => row.consignmentId)).toEqual([
        placed.consignmentId,
      ]);
    expect(await findConsignments(desk.officer, 'parcel-ab9', NOW)).toEqual([]);
    const indexes = await db().execute<{ name: string }>(
      sql`select indexname as name from pg_indexes where indexdef like '%lower(reference)%' or indexdef like '%lower(house_ref)%'`,
    );
    expect(indexes.rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['identities_reference_folded', 'consignments_house_ref_folded']),
    );
  });
});
