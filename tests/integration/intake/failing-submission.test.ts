import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db/connection';
import { processSubmissions } from '@/db/jobs/process-submissions';
import { getSubmission } from '@/db/queries/intake/get-submission';
import { submissions } from '@/db/schema';
import { useDatabase } from '../../support/database';
import { LODGER, seedPartners } from '../../support/lodged';
import { storeSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';

/** What no code foresees: the batch of one submission cannot be stored. */
const TRIGGERS = `
  create function public.fail_one() returns trigger language plpgsql as
    $$ begin raise exception 'planted'; end $$;
  create trigger fail_one before insert on clearance.clearances for each row
    when (new.reference = 'FAILS-1') execute function public.fail_one();`;

const database = useDatabase();
beforeAll(seedPartners);

const work = () => processSubmissions(new AbortController().signal);
const due = (id: string) =>
  db()
    .update(submissions)
    .set({ retryAt: new Date(0) })
    .where(eq(submissions.id, id));
const seen = (id: string) => getSubmission(LODGER, id);

describe('a submission whose batch fails for no fault of its records', () => {
  it('holds up no other, rests longer each time, says so, and goes on as if nothing had been once it can', async () => {
    await database.owner((client) => client.query(TRIGGERS));
    const failing = await storeSubmission(LODGER, csvOf([{ reference: 'FAILS-1' }]));
    const other = await storeSubmission(LODGER, csvOf([{ reference: 'OTHER-1' }]));
    await work();
    expect(await seen(other)).toMatchObject({ status: 'finished', accepted: 1, stalled: null });
    const first = await seen(failing);
    expect(first).toMatchObject({ status: 'processing', received: 1, accepted: 0, stalled: { faults: 1 } });
    await work();
    expect(await seen(failing)).toEqual(first);

    await due(failing);
    await work();
    const second = await seen(failing);
    expect(second.stalled?.faults).toBe(2);
    expect(Date.parse(second.stalled?.retryAt ?? '')).toBeGreaterThan(Date.parse(first.stalled?.retryAt ?? ''));

    await database.owner((client) => client.query('drop trigger fail_one on clearance.clearances'));
    await due(failing);
    await work();
    expect(await seen(failing)).toMatchObject({ status: 'finished', accepted: 1, stalled: null });
  });
});
