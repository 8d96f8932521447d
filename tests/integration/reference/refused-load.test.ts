import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { confirmLoad } from '@/db/commands/reference/confirm-load';
import { discardLoad } from '@/db/commands/reference/discard-load';
import { db } from '@/db/connection';
import { getLoad } from '@/db/queries/reference/get-load';
import { listLists } from '@/db/queries/reference/list-lists';
import { listLoads } from '@/db/queries/reference/list-loads';
import { parameters } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import type { Actor } from '@/lib/identity/actor';
import { ForbiddenError, InvalidInputError, NotFoundError } from '@/lib/kernel/errors';
import type { ReferenceKind } from '@/lib/reference/kinds';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { aPerson, signedIn } from '../../support/people';
import { dutyRows, type Look, loadAs, lookAt, tariff } from '../../support/reference-load';

useDatabase();
let admin: Actor;
let auditor: Actor;
let officer: Actor;

beforeAll(async () => {
  await inTransaction((tx) => seedReference(tx));
  admin = await signedIn((await aPerson({ role: 'admin', offices: [] })).id);
  auditor = await signedIn((await aPerson({ role: 'auditor' })).id);
  officer = await signedIn((await aPerson()).id);
});

const look = (kind: ReferenceKind, text: string, options: Look = {}) =>
  lookAt(options.actor ?? admin, kind, text, options);
const load = (kind: ReferenceKind, text: string, options: Look = {}) =>
  loadAs(options.actor ?? admin, kind, text, options);

describe('a load is refused', () => {
  it('to who may not, who may not even see it', async () => {
    const found = await look('tariff', tariff('610990,3,exact,'));
    for (const stranger of [auditor, officer]) {
      await expect(look('tariff', tariff('610990,3,exact,'), { actor: stranger })).rejects.toThrow(ForbiddenError);
      await expect(confirmLoad(stranger, found)).rejects.toThrow(ForbiddenError);
      await expect(discardLoad(stranger, { loadId: found.loadId })).rejects.toThrow(ForbiddenError);
    }
    await expect(listLists(officer)).rejects.toThrow(ForbiddenError);
    await expect(getLoad(officer, found.loadId)).rejects.toThrow(ForbiddenError);
    expect(await getLoad(auditor, found.loadId)).toMatchObject({ status: 'previewed' });
    await discardLoad(admin, { loadId: found.loadId });
  });

  it('where there is none', async () => {
    const loadId = '00000000-0000-4000-8000-000000000000';
    await expect(confirmLoad(admin, { loadId, fingerprint: '0'.repeat(64) })).rejects.toThrow(NotFoundError);
    await expect(discardLoad(admin, { loadId })).rejects.toThrow(NotFoundError);
    await expect(getLoad(admin, loadId)).rejects.toThrow(NotFoundError);
  });

  it('where the file is no such list, or did not arrive whole, and leaves nothing behind', async () => {
    const before = (await listLoads(auditor, null)).rows.length;
    await expect(look('tariff', 'a,b\n1,2\n')).rejects.toThrow(InvalidInputError);
    await expect(look('tariff', '\u0000')).rejects.toThrow(InvalidInputError);
    await expect(look('tariff', tariff('610990,3,exact,"'))).rejects.toThrow(InvalidInputError);
    expect(await refusalOf(look('tariff', tariff('610990,3,exact,'), { announced: 9 }))).toEqual(['load_incomplete']);
    expect((await listLoads(auditor, null)).rows).toHaveLength(before);
  });

  it('a second time', async () => {
    const found = await look('tariff', tariff('610462,7,exact,'));
    await confirmLoad(admin, { loadId: found.loadId, fingerprint: found.fingerprint });
    expect(await refusalOf(confirmLoad(admin, { loadId: found.loadId, fingerprint: found.fingerprint }))).toEqual([
      'load_settled',
    ]);
    expect(await refusalOf(discardLoad(admin, { loadId: found.loadId }))).toEqual(['load_settled']);
  });

  it('where the list changed after it was looked at, and stays to be looked at again', async () => {
    const first = await look('tariff', tariff('610463,7,exact,'));
    await load('tariff', tariff('610463,8,exact,'));
    expect(await refusalOf(confirmLoad(admin, { loadId: first.loadId, fingerprint: first.fingerprint }))).toEqual([
      'load_changed',
    ]);
    expect(await getLoad(admin, first.loadId)).toMatchObject({ status: 'previewed' });
  });

  it('to the loser of two at once: one is written whole, the other not at all', async () => {
    const [one, two] = await Promise.all([
      look('tariff', tariff('610464,7,exact,', '610465,7,exact,')),
      look('tariff', tariff('610464,8,exact,', '610465,8,exact,')),
    ]);
    const outcomes = await Promise.allSettled(
      [one, two].map(({ loadId, fingerprint }) => confirmLoad(admin, { loadId, fingerprint })),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const rates = [...(await dutyRows('610464')), ...(await dutyRows('610465'))]
      .filter(({ validTo }) => validTo === null)
      .map(({ value }) => (value as { ratePercent: string }).ratePercent);
    expect(rates).toHaveLength(2);
    expect(new Set(rates).size).toBe(1);
  });

  it('where nothing could be assessed with it any more', async () => {
    const broken = await look('stop-words', 'term,scope,sources,note\nparts,goods,a,\n');
    await confirmLoad(admin, { loadId: broken.loadId, fingerprint: broken.fingerprint });
    const found = await look('tariff', tariff('610469,7,exact,'));
    // A gap in another part of the policy, as a fault of somebody else would leave it.
    await db()
      .update(parameters)
      .set({ validTo: '2020-01-01' })
      .where(and(eq(parameters.kind, 'clock'), eq(parameters.key, 'lease')));
    expect(await refusalOf(confirmLoad(admin, { loadId: found.loadId, fingerprint: found.fingerprint }))).toEqual([
      'policy_broken',
    ]);
    expect(await dutyRows('610469')).toEqual([]);
    await db()
      .update(parameters)
      .set({ validTo: null })
      .where(and(eq(parameters.kind, 'clock'), eq(parameters.key, 'lease')));
  });
});
