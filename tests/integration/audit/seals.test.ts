import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeAudit, writeAudits } from '@/db/audit';
import { verifyLog } from '@/db/cli/verify-log';
import { sealEntries } from '@/db/commands/audit/seal-entries';
import { db, withOwnerClient } from '@/db/connection';
import { sealAndTell } from '@/db/jobs/seal-audit';
import { entryProof } from '@/db/queries/audit/entry-proof';
import { sealState } from '@/db/queries/audit/last-head';
import { listAudit } from '@/db/queries/audit/list-audit';
import { auditLog } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { leafOf, rootFrom } from '@/lib/audit/merkle';
import { headOf, isSigned, type PublishedHead, readHeads, signingKey } from '@/lib/audit/seal';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { someone } from '../../support/a-desk';
import { useDatabase } from '../../support/database';
import { sealAnew, tamperedWith } from '../../support/tampered-log';

const database = useDatabase();
const never = new AbortController().signal;
const keyPair = () =>
  signingKey(String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })));
const key = keyPair();
const trusted = new Map([[key.keyId, createPublicKey(key.publicPem)]]);
let folder = '';
let heads: readonly PublishedHead[] = [];

const write = (reasons: readonly string[]) =>
  inTransaction((tx) =>
    writeAudits(
      tx,
      SYSTEM_ACTOR,
      reasons.map((reason) => ({
        ...({ action: 'clearance.wake', subjectType: 'consignment', subjectId: randomUUID(), officeId: null } as const),
        ...{ reason, details: { waitsFor: 'time' } },
      })),
    ),
  );
const seal = async () => {
  await sealAndTell(key, { file: join(folder, 'heads.jsonl'), hook: null }, never);
  heads = readHeads(await readFile(join(folder, 'heads.jsonl'), 'utf8')).heads;
};
const verify = () => withOwnerClient((client) => verifyLog(client, { heads, keys: trusted }));

const tampered = (act: (client: pg.Client) => Promise<unknown>) =>
  tamperedWith(database, { heads, keys: trusted }, act);

const idOf = async (reason: string) => {
  const rows = await db().select().from(auditLog);
  return rows.find((row) => row.reason === reason)?.id ?? '';
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luxor-heads-'));
  await write(['one', 'two', 'three']);
  await seal();
  await write(['four', 'five']);
  await seal();
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => seal());

describe('The audit log', () => {
  it('is sealed batch by batch, each chained to the one before, and every head leaves the database signed', async () => {
    expect(await verify()).toMatchObject({ entries: 5, seals: 2, waiting: 0, heads: 2, faults: [] });
    const [first, second] = heads;
    expect([first?.number, first?.entries, second?.number, second?.entries]).toEqual([1, 3, 2, 2]);
    expect(
      heads.every((head) =>
        isSigned(Buffer.from(head.head, 'hex'), Buffer.from(head.signature, 'base64'), createPublicKey(key.publicPem)),
      ),
    ).toBe(true);
    expect((await sealState(someone('auditor', 'NLRTM'))).last).toMatchObject({ number: 2, head: second?.head });
  });

  it('gives a proof of each entry that its holder checks without the log', async () => {
    const { entry, leaf, steps, seal: under } = await entryProof(someone('auditor', 'NLRTM'), await idOf('two'));
    expect(entry).toContain('"two"');
    expect(leafOf(Buffer.from(entry)).toString('hex')).toBe(leaf);
    const root = rootFrom(
      Buffer.from(leaf, 'hex'),
      steps.map(({ side, digest }) => ({ side, digest: Buffer.from(digest, 'hex') })),
    );
    const { number, entries, previous, sealedAt } = under;
    const before = Buffer.from(previous, 'hex');
    const head = headOf({ number, entries, root, previous: before, sealedAt: new Date(sealedAt) });
    expect(head.toString('hex')).toBe(heads[0]?.head);
  });

  it('shows what is not sealed yet as such, and has no proof of it', async () => {
    await write(['six']);
    const { rows } = await listAudit(someone('auditor', 'NLRTM'), {}, null);
    const told = rows.map(({ reason, isSealed }) => [reason, isSealed]);
    expect(told).toContainEqual(['six', false]);
    expect(told).toContainEqual(['five', true]);
    await expect(entryProof(someone('auditor', 'NLRTM'), await idOf('six'))).rejects.toThrow();
    expect((await sealState(someone('auditor', 'NLRTM'))).waiting).toBe(1);
  });

  it('is read and sealed by nobody else', async () => {
    await expect(sealState(someone('officer', 'NLRTM'))).rejects.toThrow();
    await expect(entryProof(someone('supervisor', 'NLRTM'), randomUUID())).rejects.toThrow();
    await expect(sealEntries(someone('auditor', 'NLRTM'), key)).rejects.toThrow();
  });

  it('is sealed once by two who seal at once', async () => {
    await write(Array.from({ length: 40 }, (_, index) => `crowd ${index}`));
    const sealed = await Promise.all([1, 2, 3].map(() => sealEntries(SYSTEM_ACTOR, key, new Date(), 15)));
    expect(sealed.reduce((sum, entries) => sum + entries, 0)).toBe(40);
    expect((await verify()).faults).toEqual([]);
  });

  it('waits for its seal only where its transaction ended well', async () => {
    const { waiting } = await sealState(someone('auditor', 'NLRTM'));
    const failing = inTransaction(async (tx) => {
      await writeAudit(tx, SYSTEM_ACTOR, {
        action: 'clearance.wake',
        subjectType: 'consignment',
        subjectId: randomUUID(),
        officeId: null,
      });
      throw new Error('taken back');
    });
    await expect(failing).rejects.toThrow('taken back');
    expect((await sealState(someone('auditor', 'NLRTM'))).waiting).toBe(waiting);
  });
});

describe('Who owns the database and changes the log', () => {
  it('is found where an entry was edited', async () => {
    const id = await idOf('two');
    const faults = await tampered((client) =>
      client.query(`update audit.log set reason = 'another' where id = '${id}'`),
    );
    expect(faults).toEqual([{ kind: 'entry_changed', seal: 1, place: 1, id }]);
  });

  it('is found where the digest was edited with it', async () => {
    const id = await idOf('two');
    const faults = await tampered((client) =>
      client.query(`update audit.leaves set leaf = sha256('x') where audit_id = '${id}'`),
    );
    expect(faults).toContainEqual({ kind: 'seal_broken', seal: 1 });
  });

  it('is found where an entry was removed, with or without its digest', async () => {
    const id = await idOf('four');
    expect(await tampered((client) => client.query(`delete from audit.log where id = '${id}'`))).toEqual([
      { kind: 'entry_gone', seal: 2, place: 0, id },
    ]);
    const both = await tampered(async (client) => {
      await client.query(`delete from audit.log where id = '${id}'`);
      await client.query(`delete from audit.leaves where audit_id = '${id}'`);
    });
    expect(both).toContainEqual({ kind: 'seal_broken', seal: 2 });
  });

  it('is found where an entry was slipped in, or two changed places', async () => {
    const [id, like] = [randomUUID(), await idOf('one')];
    const slipped = await tampered((client) =>
      client.query(`insert into audit.log (id, received_on, at, actor_id, actor_name, role, action, subject_type, subject_id, details)
        select '${id}', received_on, at, actor_id, actor_name, role, action, subject_type, subject_id, details
        from audit.log where id = '${like}'`),
    );
    expect(slipped).toEqual([{ kind: 'entry_added', id }]);
    const swapped = await tampered((client) =>
      client.query('update audit.leaves set place = 2 - place where seal = 1'),
    );
    expect(swapped).toContainEqual({ kind: 'seal_broken', seal: 1 });
  });

  it('is found where an entry was slipped in with a digest of its own under no seal, or beside one that is sealed', async () => {
    const like = await idOf('one');
    const copied = (
      id: string,
      day: string,
    ) => `insert into audit.log (id, received_on, at, actor_id, actor_name, role, action,
      subject_type, subject_id, details) select '${id}', ${day}, at, actor_id, actor_name, role, action, subject_type, subject_id,
      details from audit.log where id = '${like}'`;
    const id = randomUUID();
    const under = await tampered(async (client) => {
      await client.query(copied(id, 'received_on'));
      await client.query(`insert into audit.leaves values ('${id}', current_date, 0, 0, sha256('x'))`);
    });
    expect(under).toContainEqual({ kind: 'seal_broken', seal: 0 });
    const beyond = await tampered((client) =>
      client.query(`update audit.leaves set seal = 999 where audit_id = '${like}'`),
    );
    expect(beyond.map((fault) => 'seal' in fault && fault.seal)).toEqual(expect.arrayContaining([1, 999]));
    const beside = await tampered((client) => client.query(copied(like, 'received_on - 1')));
    expect(beside).toEqual([{ kind: 'entry_added', id: like }]);
  });

  it('is found where a seal got a number or a time that no sealer writes', async () => {
    const broken = await tampered((client) =>
      client.query("update audit.seals set sealed_at = '-infinity' where number = 1"),
    );
    expect(broken).toContainEqual({ kind: 'chain_broken', seal: 1 });
  });

  it('stops no sealing by what waits without an entry, or is sealed already', async () => {
    await database.owner(async (client) => {
      await client.query(`insert into audit.unsealed values ('${randomUUID()}', current_date)`);
      await client.query(
        `insert into audit.unsealed select id, received_on from audit.log where id = '${await idOf('one')}'`,
      );
    });
    await write(['behind']);
    expect(await sealEntries(SYSTEM_ACTOR, key, new Date(), 1)).toBe(1);
    await database.owner((client) => client.query('delete from audit.unsealed'));
  });

  it('is found where an entry was edited and the whole chain made anew over it, even by the true key: no head outside agrees', async () => {
    const numbers = [...new Set(heads.map(({ number }) => number))];
    const id = await idOf('two');
    const anew = await tampered(async (client) => {
      await client.query(`update audit.log set reason = 'another' where id = '${id}'`);
      await sealAnew(client, key.privateKey);
    });
    expect(anew).toEqual(numbers.map((seal) => ({ kind: 'head_differs', seal })));
    // Made anew over what was not touched it is what it was: the test above changes nothing else.
    expect(await tampered((client) => sealAnew(client, key.privateKey))).toEqual([]);
  });

  it('is found where the end was cut off, or the chain changed without its signatures', async () => {
    const last = heads.at(-1)?.number ?? 0;
    const cut = await tampered(async (client) => {
      await client.query(`delete from audit.log where id in (select audit_id from audit.leaves where seal = ${last})`);
      await client.query(`delete from audit.leaves where seal = ${last}`);
      await client.query(`delete from audit.seals where number = ${last}`);
    });
    expect(cut).toEqual([{ kind: 'head_gone', seal: last }]);
    const anew = await tampered(async (client) => {
      await client.query(
        `update audit.seals set head = sha256(head), previous = sha256(previous) where number = ${last}`,
      );
    });
    expect(anew.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['chain_broken', 'head_differs', 'signature_wrong']),
    );
  });
});
