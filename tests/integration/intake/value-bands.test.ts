import { beforeAll, describe, expect, it } from 'vitest';
import { keepValueBands } from '@/db/commands/intake/keep-value-bands';
import { db } from '@/db/connection';
import { valueBands } from '@/db/schema';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError } from '@/lib/kernel/errors';
import { consignmentsLike } from '../../support/a-consignment';
import { aDesk, type Desk, minutesLater, NOW } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { releaseAfter } from '../statistics/ledger';

useDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
  await releaseAfter(await consignmentsLike(desk, 25), 60);
});

const learnedAt = async () => (await db().select().from(valueBands))[0]?.computedAt;

describe('Reference bands of unit values', () => {
  it('are learned where there are none, stay as they are over a restart, and are learned anew after six hours', async () => {
    expect(await keepValueBands(SYSTEM_ACTOR, NOW)).toBeGreaterThan(0);
    expect(await keepValueBands(SYSTEM_ACTOR, minutesLater(300))).toBe(0);
    expect(await learnedAt()).toEqual(NOW);
    expect(await keepValueBands(SYSTEM_ACTOR, minutesLater(361))).toBeGreaterThan(0);
    expect(await learnedAt()).toEqual(minutesLater(361));
  });

  it('are learned by the worker alone', async () => {
    await expect(keepValueBands(desk.officer, NOW)).rejects.toThrow(ForbiddenError);
  });
});
