import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createKey } from '@/db/commands/identity/create-key';
import { receiveSubmission } from '@/db/commands/intake/receive-submission';
import { createSandboxKey } from '@/db/commands/sandbox/create-sandbox-key';
import { dropSandboxAnswers } from '@/db/commands/sandbox/drop-sandbox-answers';
import { oneAtATime, SandboxBusyError } from '@/db/commands/sandbox/one-at-a-time';
import { revokeSandboxKey } from '@/db/commands/sandbox/revoke-sandbox-key';
import { db } from '@/db/connection';
import { listOwnKeys } from '@/db/queries/identity/list-partners';
import { getSandboxConsignment, getSandboxOutcome } from '@/db/queries/sandbox/sandbox-answers';
import { auditLog, clearances, sandboxAnswers } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { API_KEY } from '@/lib/identity/api-key';
import { can, PERMISSIONS, type Permission } from '@/lib/identity/permissions';
import { ForbiddenError, NotFoundError } from '@/lib/kernel/errors';
import { SANDBOX_ANSWERS_MAX, SANDBOX_KEYS_MAX, SANDBOX_RECORDS_MAX } from '@/lib/sandbox/limits';
import { ukMessage } from '../../contract/intake/xml-messages';
import { aDesk, type Desk, someone } from '../../support/a-desk';
import { refusalOf } from '../../support/command-cases';
import { useDatabase } from '../../support/database';
import { cancellation } from '../../support/lodged';
import { auditAbout } from '../../support/people';
import { sendSubmission } from '../../support/send-submission';
import { csvOf } from '../../support/submissions';
import { aSandbox, tryOut } from '../../support/trials';

useDatabase();
let desk: Desk;
let other: Desk;
beforeAll(async () => {
  other = await aDesk();
});
beforeEach(async () => {
  desk = await aDesk();
});
const admin = someone('admin', 'NLRTM');
const reason = 'lost with a laptop';

describe('a sandbox key', () => {
  it('is made by a partner for itself and by an administrator for anybody, with its audit row', async () => {
    const own = await createSandboxKey(desk.partner, {});
    const given = await createSandboxKey(admin, { partnerId: desk.partnerId });
    expect(own.key).toMatch(API_KEY);
    expect(own.key).toMatch(/^lux_sandbox_/);
    expect((await auditAbout(given.keyId))[0]).toMatchObject({ action: 'sandbox.create_key', actorId: admin.id });
    const keys = await listOwnKeys(desk.partner);
    expect(keys.map(({ kind }) => kind)).toEqual(['sandbox', 'sandbox']);
    expect(own.key.startsWith(keys[1]?.prefix ?? 'x')).toBe(true);
  });

  it('is made by no other role, and for no other partner', async () => {
    for (const actor of [desk.officer, desk.supervisor, desk.analyst, await aSandbox(desk.partner)]) {
      await expect(createSandboxKey(actor, {})).rejects.toThrow(ForbiddenError);
      await expect(listOwnKeys(actor)).rejects.toThrow(ForbiddenError);
    }
    await expect(createSandboxKey(desk.partner, { partnerId: other.partnerId })).rejects.toThrow(NotFoundError);
    await expect(createSandboxKey(admin, {})).rejects.toThrow(NotFoundError);
    await expect(createSandboxKey(admin, { partnerId: randomUUID() })).rejects.toThrow(NotFoundError);
  });

  it('is not given beyond the limit, also when many ask at once', async () => {
    const asked = await Promise.allSettled(
      Array.from({ length: SANDBOX_KEYS_MAX + 2 }, () => createSandboxKey(desk.partner, {})),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(SANDBOX_KEYS_MAX);
    expect(await refusalOf(createSandboxKey(desk.partner, {}))).toEqual(['sandbox.too_many_keys']);
  });

  it('is revoked by its partner once, with the reason', async () => {
    const { keyId } = await createSandboxKey(desk.partner, {});
    const both = await Promise.allSettled([1, 2].map(() => revokeSandboxKey(desk.partner, { keyId, reason })));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusalOf(revokeSandboxKey(desk.partner, { keyId, reason }))).toEqual(['already_revoked']);
    const told = (await auditAbout(keyId)).filter(({ action }) => action === 'sandbox.revoke_key');
    expect(told).toMatchObject([{ reason, actorId: desk.partner.id }]);
  });

  it('is revoked by no other partner or role, and no live key this way', async () => {
    const { keyId } = await createSandboxKey(desk.partner, {});
    await expect(revokeSandboxKey(other.partner, { keyId, reason })).rejects.toThrow(NotFoundError);
    await expect(revokeSandboxKey(desk.officer, { keyId, reason })).rejects.toThrow(ForbiddenError);
    const live = await createKey(admin, { partnerId: desk.partnerId });
    await expect(revokeSandboxKey(desk.partner, { keyId: live.keyId, reason })).rejects.toThrow(NotFoundError);
  });

  it('carries the permissions of the sandbox and none that writes or reads in earnest', async () => {
    const sandbox = await aSandbox(desk.partner);
    const carried = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => can(sandbox, permission));
    expect(carried).toEqual(['sandbox.submit', 'sandbox.read', 'identity.touch']);
    const body = (async function* () {
      yield Buffer.from('x');
    })();
    const input = {
      format: 'csv',
      contentType: '',
      fileName: null,
      idempotencyKey: null,
      announcedBytes: null,
    } as const;
    await expect(receiveSubmission(sandbox, { ...input, body })).rejects.toThrow(ForbiddenError);
  });
});

describe('a trial', () => {
  it('is noted in the audit log with its counts', async () => {
    const sandbox = await aSandbox(desk.partner);
    const { submission } = await tryOut(sandbox, csvOf([{}, { reference: 'T-2', value: 'x' }]));
    const [told] = await db()
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, 'sandbox.submit'), eq(auditLog.subjectId, desk.partnerId)));
    expect(told).toMatchObject({
      actorId: sandbox.id,
      role: 'sandbox',
      details: { submissionId: submission.submissionId, received: 2, accepted: 1, quarantined: 1 },
    });
  });

  it('is for sandbox keys only, and read by those of the same partner only', async () => {
    for (const actor of [desk.partner, desk.officer, admin]) {
      await expect(tryOut(actor, csvOf([{}]))).rejects.toThrow(ForbiddenError);
      await expect(getSandboxOutcome(actor, randomUUID())).rejects.toThrow(ForbiddenError);
    }
    const sandbox = await aSandbox(desk.partner);
    const { submission } = await tryOut(sandbox, csvOf([{}]));
    expect((await getSandboxOutcome(await aSandbox(desk.partner), submission.submissionId)).submission).toEqual(
      submission,
    );
    const stranger = await aSandbox(other.partner);
    await expect(getSandboxOutcome(stranger, submission.submissionId)).rejects.toThrow(NotFoundError);
    await expect(getSandboxConsignment(stranger, 'T-1')).rejects.toThrow(NotFoundError);
  });

  it('does not say whether customs would look at a consignment', async () => {
    const sandbox = await aSandbox(desk.partner);
    await tryOut(sandbox, csvOf([{ reference: 'SMALL' }, { reference: 'SPORTS', description: 'AC-1184' }]));
    for (const reference of ['SMALL', 'SPORTS'])
      expect(await getSandboxConsignment(sandbox, reference)).toMatchObject({ status: null, releasedAt: null });
  });

  it('takes no cancellation and no amendment: their answer tells whether customs holds or has released the goods', async () => {
    const sandbox = await aSandbox(desk.partner);
    const message = ukMessage(cancellation('ANY-1'));
    expect(await refusalOf(tryOut(sandbox, message, { format: 'xml' }))).toEqual(['sandbox.acts']);
  });

  it('keeps the newest answers of a partner only, and those of others', async () => {
    const sandbox = await aSandbox(desk.partner);
    const elsewhere = await tryOut(await aSandbox(other.partner), csvOf([{ reference: 'E-1' }]));
    const oldest = (await tryOut(sandbox, csvOf([{ reference: 'K-0' }]))).submission.submissionId;
    const [row] = await db().select().from(sandboxAnswers).where(eq(sandboxAnswers.submissionId, oldest));
    if (!row) throw new Error('no answer is kept');
    const receivedAt = new Date(row.receivedAt.getTime() + 1);
    await db()
      .insert(sandboxAnswers)
      .values(
        Array.from({ length: SANDBOX_ANSWERS_MAX - 1 }, () => ({ ...row, submissionId: randomUUID(), receivedAt })),
      );
    expect(await getSandboxOutcome(sandbox, oldest)).toBeDefined();
    const newest = (await tryOut(sandbox, csvOf([{ reference: 'K-1' }]))).submission.submissionId;
    await expect(getSandboxOutcome(sandbox, oldest)).rejects.toThrow(NotFoundError);
    expect(await getSandboxOutcome(sandbox, newest)).toBeDefined();
    const kept = await db().select().from(sandboxAnswers).where(eq(sandboxAnswers.partnerId, desk.partnerId));
    expect(kept).toHaveLength(SANDBOX_ANSWERS_MAX);
    const held = await db()
      .select()
      .from(sandboxAnswers)
      .where(eq(sandboxAnswers.submissionId, elsewhere.submission.submissionId));
    expect(held).toHaveLength(1);
  });

  it('takes so many records and bytes, and says how many came', async () => {
    const sandbox = await aSandbox(desk.partner);
    const rows = Array.from({ length: SANDBOX_RECORDS_MAX + 1 }, (_, index) => ({ reference: `L-${index}` }));
    expect(await refusalOf(tryOut(sandbox, csvOf(rows)))).toEqual(['sandbox.too_many_records']);
    expect((await tryOut(sandbox, csvOf(rows.slice(1)))).submission.accepted).toBe(SANDBOX_RECORDS_MAX);
    expect(await refusalOf(tryOut(sandbox, 'x'.repeat(6_000_000)))).toEqual(['sandbox.too_large']);
    expect((await tryOut(sandbox, '')).submission).toMatchObject({
      status: 'refused',
      problems: [{ code: 'file_empty' }],
    });
  });

  it('sent again under its Idempotency-Key gives the first answer, other content a refusal, also at once', async () => {
    const sandbox = await aSandbox(desk.partner);
    const idempotencyKey = randomUUID();
    const [one, two] = await Promise.all([1, 2].map(() => tryOut(sandbox, csvOf([{}]), { idempotencyKey })));
    expect(one?.submission.submissionId).toBe(two?.submission.submissionId);
    expect(await refusalOf(tryOut(sandbox, csvOf([{ value: '3.00' }]), { idempotencyKey }))).toEqual([
      'idempotency.conflict',
    ]);
  });

  it('is forgotten after a day', async () => {
    const sandbox = await aSandbox(desk.partner);
    const at = new Date(Date.now() - 25 * 3_600_000);
    const { submission } = await tryOut(sandbox, csvOf([{}]), { at });
    await expect(getSandboxOutcome(sandbox, submission.submissionId)).rejects.toThrow(NotFoundError);
    await expect(dropSandboxAnswers(desk.partner)).rejects.toThrow(ForbiddenError);
    expect(await dropSandboxAnswers(SYSTEM_ACTOR)).toBeGreaterThan(0);
    expect(await db().$count(sandboxAnswers, eq(sandboxAnswers.submissionId, submission.submissionId))).toBe(0);
  });

  it('gives way to whoever works on what it would change', async () => {
    await sendSubmission(desk.partner, csvOf([{ reference: 'BUSY' }]));
    const sandbox = await aSandbox(desk.partner);
    await inTransaction(async (tx) => {
      await tx.select().from(clearances).where(eq(clearances.reference, 'BUSY')).for('update');
      await expect(tryOut(sandbox, csvOf([{ reference: 'BUSY', value: '20.00' }]))).rejects.toThrow(SandboxBusyError);
    });
    expect((await tryOut(sandbox, csvOf([{ reference: 'BUSY', value: '20.00' }]))).submission.updated).toBe(1);
  });

  it('waits for few others', async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const waiting = Array.from({ length: 5 }, () => oneAtATime(() => gate));
    await expect(oneAtATime(async () => undefined)).rejects.toThrow(SandboxBusyError);
    open();
    await Promise.all(waiting);
    expect(await oneAtATime(async () => 'free again')).toBe('free again');
  });
});
