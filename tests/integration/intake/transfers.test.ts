import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { processSubmission } from '@/db/commands/intake/process-submission';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { refuseBrokenTransfers } from '@/db/commands/intake/refuse-broken-transfers';
import { db } from '@/db/connection';
import { demoPartnerActor, seedDemoPartners } from '@/db/demo/partners';
import { listSubmissions } from '@/db/queries/intake/list-submissions';
import { submissions } from '@/db/schema';
import { seedReference } from '@/db/seed/reference';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { explainProblem } from '@/lib/intake/explain-problem';
import { ForbiddenError } from '@/lib/kernel/errors';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { auditAbout } from '../../support/people';
import { csvOf } from '../../support/submissions';

useDatabase();
const carrier = demoPartnerActor('northwing-express');
const MINUTE_MS = 60_000;

beforeAll(async () => {
  await inTransaction(async (tx) => {
    await seedReference(tx);
    await seedDemoPartners(tx, new Date());
  });
});

const wish = (body: AsyncIterable<Uint8Array>, idempotencyKey: string | null = null) =>
  ({ format: 'csv', contentType: 'text/csv', fileName: null, idempotencyKey, announcedBytes: null, body }) as const;

async function* whole(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** Half of a body, and then what is to happen to its sender or its server. */
async function* half(then: () => unknown): AsyncGenerator<Uint8Array> {
  yield Buffer.alloc(1_100_000, 'x');
  await then();
}

async function latest() {
  const rows = await db().select().from(submissions);
  return rows.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime()).at(-1);
}

/** What a killed server leaves: the rows of a transfer that nobody goes on with. */
async function aBrokenTransfer(): Promise<string> {
  const never = new Promise<never>(() => undefined);
  let arrived: () => void = () => undefined;
  const half1 = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  void receiveSubmission(
    carrier,
    wish(
      half(() => {
        arrived();
        return never;
      }),
    ),
  );
  await half1;
  return (await latest())?.id ?? '';
}

describe('A transfer', () => {
  it('whose sender goes away in the middle is refused at once, as incomplete', async () => {
    const gone = half(() => {
      throw new Error('the sender went away');
    });
    await expect(receiveSubmission(carrier, wish(gone))).rejects.toThrow('the sender went away');
    expect(await latest()).toMatchObject({
      status: 'refused',
      leaseUntil: null,
      sizeBytes: 1_100_000,
      problems: [{ code: 'file_broken_off', params: { arrivedBytes: 1_100_000, announcedBytes: 0 } }],
    });
    const [row] = (await listSubmissions(carrier, null)).rows;
    expect(row).toMatchObject({ isBrokenOff: true, sizeBytes: 1_100_000 });
    expect(row?.problems.map((problem) => explainProblem(problem))).toEqual([
      'The transfer broke off after 1,100,000 bytes; nothing was read. Send the file again; with the same Idempotency-Key nothing is doubled.',
    ]);
  });

  it('that ends before what was announced tells how much came of how much', async () => {
    const announced = { ...wish(whole('reference')), announcedBytes: 2_000 };
    await expect(receiveSubmission(carrier, announced)).rejects.toThrow('submission.incomplete');
    const params = { arrivedBytes: 9, announcedBytes: 2_000 };
    expect(await latest()).toMatchObject({
      status: 'refused',
      sizeBytes: 9,
      problems: [{ code: 'file_broken_off', params }],
    });
  });

  it('whose server was killed is refused once nothing has come for a while, and leaves an audit row', async () => {
    const id = await aBrokenTransfer();
    expect(await refuseBrokenTransfers(SYSTEM_ACTOR)).toBe(0);
    const later = new Date(Date.now() + 11 * MINUTE_MS);
    expect(await refuseBrokenTransfers(SYSTEM_ACTOR, later)).toBe(1);
    const [row] = await db().select().from(submissions).where(eq(submissions.id, id));
    // Whole pieces are kept; what was on its way into the next one went with its server.
    expect(row).toMatchObject({
      status: 'refused',
      sizeBytes: 1_048_576,
      problems: [{ code: 'file_broken_off', params: { arrivedBytes: 1_048_576, announcedBytes: 0 } }],
    });
    expect(await auditAbout(id)).toMatchObject([{ action: 'intake.refuse' }]);
    expect(await refuseBrokenTransfers(SYSTEM_ACTOR, later)).toBe(0);
  });

  it('is sent again under the same key after it broke off', async () => {
    const text = csvOf([{ reference: 'BT-1' }]);
    const gone = half(() => {
      throw new Error('the sender went away');
    });
    await expect(receiveSubmission(carrier, wish(gone, 'again'))).rejects.toThrow();
    const again = await receiveSubmission(carrier, wish(whole(text), 'again'));
    expect(again.isReplay).toBe(false);
    expect(await processSubmission(SYSTEM_ACTOR, again.submissionId)).toMatchObject({ status: 'finished' });
  });

  it('that was given up meanwhile is not taken after all', async () => {
    const late = half(() => refuseBrokenTransfers(SYSTEM_ACTOR, new Date(Date.now() + 11 * MINUTE_MS)));
    await expect(receiveSubmission(carrier, wish(late))).rejects.toThrow('submission.incomplete');
    expect(await latest()).toMatchObject({ status: 'refused' });
  });

  it('is given up by no officer', async () => {
    await expect(refuseBrokenTransfers(someone('officer', 'NLRTM'))).rejects.toThrow(ForbiddenError);
  });
});
