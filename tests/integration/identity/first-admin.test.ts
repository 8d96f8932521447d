import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPassword } from '@/db/commands/identity/check-password';
import { createFirstAdmin } from '@/db/commands/identity/create-user';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { ForbiddenError, InvalidInputError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';

useDatabase();
beforeAll(() => inTransaction(seedReference));
const wish = () => ({ email: `${randomUUID()}@example.org`, name: 'First Administrator' });

describe('the first administrator', () => {
  it('is made by nobody who signs in', async () => {
    await expect(createFirstAdmin(someone('admin', 'NLRTM'), wish())).rejects.toThrow(ForbiddenError);
    await expect(createFirstAdmin(SYSTEM_ACTOR, { email: 'nonsense', name: '' })).rejects.toThrow(InvalidInputError);
  });

  it('is made once, of two at once too, can sign in, and stands in the log', async () => {
    const wishes = [wish(), wish()];
    const outcomes = await Promise.allSettled(wishes.map((one) => createFirstAdmin(SYSTEM_ACTOR, one)));
    const made = outcomes.findIndex(({ status }) => status === 'fulfilled');
    const [lost] = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost?.reason).toMatchObject({ reasons: [{ code: 'admin_exists' }] });
    const first = outcomes[made];
    if (first?.status !== 'fulfilled') throw new Error('nobody was first');
    const { userId, password } = first.value;
    const email = wishes[made]?.email ?? '';
    expect(await checkPassword({ email, password, addressKey: 'first', deviceKey: null })).toEqual({ userId });
    const rows = await auditAbout(userId);
    expect(rows).toMatchObject([{ action: 'admin.create_user', actorId: SYSTEM_ACTOR.id }]);
    expect(JSON.stringify(rows)).not.toContain(password);
    expect(await refusalOf(createFirstAdmin(SYSTEM_ACTOR, wish()))).toEqual(['admin_exists']);
  });
});
