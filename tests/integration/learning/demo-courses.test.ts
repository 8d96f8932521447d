import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { loadDemoRates } from '@/db/demo/load-rates';
import { setDemoCourses } from '@/db/demo/set-courses';
import { listAttempts } from '@/db/queries/learning/list-attempts';
import { auditLog, courses, users } from '@/db/schema';
import { seedDemoAccounts } from '@/db/seed/accounts';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { useDatabase } from '../../support/database';
import { signedIn } from '../../support/people';

const END = new Date('2026-11-26T08:30:00Z');
const dataDir = mkdtempSync(join(tmpdir(), 'luxor-courses-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

async function person(name: string) {
  const [row] = await db()
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, `${name}@luxor.example`));
  return signedIn(row?.id ?? '', END);
}

describe.each(['eu', 'uk', 'jp'] as const)('The demo of %s', (example) => {
  useDatabase();
  beforeAll(async () => {
    await inTransaction((tx) => seedReference(tx, '2026-11-26', example));
    await loadDemoRates('2026-11-01', '2026-11-26', new Date('2026-11-01T00:00:00Z'));
  });

  it('sets no courses where nobody is there to learn', async () => {
    await setDemoCourses(END, example);
    expect(await db().$count(courses)).toBe(0);
  });

  it('sets two courses once, one half done by the second officer', async () => {
    await seedDemoAccounts({ dataDir, url: 'http://localhost:3000' });
    await setDemoCourses(END, example);
    await setDemoCourses(END, example);
    expect(await db().$count(courses)).toBe(2);
    const [half] = await listAttempts(await person('officer2'));
    expect(half).toMatchObject({
      kind: 'clearance',
      finishedAt: null,
      progress: { cases: 10, marks: { answered: 5 } },
    });
    const [fresh] = await listAttempts(await person('officer1'));
    expect(fresh).toMatchObject({ begunAt: null, progress: { steps: [] } });
    const [exercise] = await listAttempts(await person('risk'));
    expect(exercise).toMatchObject({ kind: 'profile', begunAt: null });
    expect(await db().$count(auditLog, eq(auditLog.action, 'learning.answer_case'))).toBe(5);
  });
});
