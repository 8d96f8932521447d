import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAudits } from '@/db/audit';
import { readOrMakeAuditKey } from '@/db/audit-key';
import { sealAndTell } from '@/db/jobs/seal-audit';
import { inTransaction } from '@/db/transaction';
import { keyIdOf, type PublishedHead, readHeads, signingKey } from '@/lib/audit/seal';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { useDatabase } from '../../support/database';

useDatabase();
const never = new AbortController().signal;
const keyPair = () =>
  signingKey(String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' })));
const key = keyPair();
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

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luxor-heads-'));
  await write(['one']);
  await seal();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('A file of heads', () => {
  it('is read past a line that a full disk tore, which is told', async () => {
    const torn = join(folder, 'torn.jsonl');
    await writeFile(torn, '{"number":1,"hea');
    await write(['after the tear']);
    await sealAndTell(key, { file: torn, hook: null }, never);
    const { heads: read, unread } = readHeads(await readFile(torn, 'utf8'));
    expect(unread).toEqual([1]);
    expect(read).toHaveLength(1);
  });
});

describe('Heads outside of the database', () => {
  it('are posted, and again where the place did not take them', async () => {
    await seal();
    const taken: unknown[] = [];
    let answer = 500;
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        if (answer === 200) taken.push(JSON.parse(body));
        response.writeHead(answer).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const places = { file: join(folder, 'heads.jsonl'), hook: `http://127.0.0.1:${port}/` };
    await sealAndTell(key, places, never);
    expect(taken).toEqual([]);
    answer = 200;
    await sealAndTell(key, places, never);
    expect(taken).toEqual([heads.at(-1)]);
    // What it missed while it was away it is told of later, the file meanwhile at once.
    answer = 500;
    for (const reason of ['missed', 'missed too']) {
      await write([reason]);
      await sealAndTell(key, places, never);
    }
    await seal();
    answer = 200;
    await sealAndTell(key, places, never);
    expect(taken).toEqual(heads.slice(-3));
    server.close();
  });

  it('are signed by a key that is made once and readable by its owner alone', async () => {
    const [one, again] = [await readOrMakeAuditKey(folder), await readOrMakeAuditKey(folder)];
    expect(one.keyId).toBe(again.keyId);
    const publicHalf = await readFile(join(folder, `audit-key.${one.keyId}.pub.pem`), 'utf8');
    expect(keyIdOf(createPublicKey(publicHalf))).toBe(one.keyId);
  });
});
