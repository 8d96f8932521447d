import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { stillHolding } from '@/db/commands/intake/give-slots-back';
import { db } from '@/db/connection';
import { profileHits } from '@/db/schema';
import { aConsignment, inLane } from '../../support/a-consignment';
import { aDesk, type Desk } from '../../support/a-desk';
import { useDatabase } from '../../support/database';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});

describe('the slots that profiles hold', () => {
  it('are asked of the events of the month the consignment was received in, and of no other', async () => {
    const { consignmentId, receivedOn } = await aConsignment(desk, inLane('red'));
    const { rows } = await db().execute<{ 'QUERY PLAN': string }>(sql`
      explain select 1 from ${profileHits} where ${profileHits.consignmentId} = ${consignmentId}
        and ${profileHits.receivedOn} = ${receivedOn} and ${stillHolding()}`);
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(new Set(plan.match(/\bevents_\w+(?= e\b| e_\d)/g))).toHaveLength(1);
  });
});
