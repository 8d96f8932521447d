import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { follow, sendFile } from './submit-file';

const ID = '00000000-0000-4000-8000-000000000001';
let folder = '';
let path = '';
let server: Server;
let answer: RequestListener;
let said = '';
const out = { write: (text: string) => (said += text) };
const target = () => {
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, key: 'lux_test', sendingKey: 'once-1' };
};
beforeEach(async () => {
  said = '';
  folder = await mkdtemp(join(tmpdir(), 'luxor-submit-'));
  path = join(folder, 'day.csv');
  await writeFile(path, 'reference\nA\n');
  server = createServer((request, response) => answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

describe('sending a file', () => {
  it('tells how to send it again so that it is taken once, when the server goes away', async () => {
    answer = (request) => request.socket.destroy();
    const failed = sendFile(target(), path, 'text/csv', out);
    await expect(failed).rejects.toThrow(`npm run submit -- ${path} --sending-key once-1`);
  });

  it('says that nobody is there, and calls no byte sent', async () => {
    const nowhere = target();
    server.close();
    await once(server, 'close');
    const failed = sendFile(nowhere, path, 'text/csv', out);
    await expect(failed).rejects.toThrow(/^Nobody answers at .* nothing was sent/);
    expect(said).toBe('');
  });

  it('goes under the key that it is told, and gives the answer', async () => {
    let key: unknown;
    answer = (request, response) => {
      key = request.headers['idempotency-key'];
      request.resume().on('end', () => response.end(JSON.stringify({ submissionId: ID })));
    };
    expect(await sendFile(target(), path, 'text/csv', out)).toEqual({ submissionId: ID });
    expect(key).toBe('once-1');
  });

  it('finds the key of the demo in a data folder anywhere', async () => {
    const dataDir = join(folder, 'data');
    await mkdir(dataDir);
    const demo = { url: target().url, accounts: [], partners: [{ name: 'Post', key: 'lux_demo' }] };
    await writeFile(join(dataDir, 'demo.json'), JSON.stringify(demo));
    const keys: unknown[] = [];
    answer = (request, response) => {
      keys.push(request.headers.authorization);
      const done = { submissionId: ID, status: 'finished', received: 1, accepted: 1 };
      request.resume().on('end', () => response.end(JSON.stringify(done)));
    };
    const words = ['--conditions=react-server', '--import', 'tsx', join('db', 'cli', 'submit.ts'), path];
    const env = { ...process.env, LUXOR_DATA_DIR: dataDir };
    const text = await new Promise<string>((resolve, reject) =>
      execFile(process.execPath, words, { env }, (error, stdout) => (error ? reject(error) : resolve(stdout))),
    );
    expect(text).toContain(`/submissions/${ID}`);
    expect(new Set(keys)).toEqual(new Set(['Bearer lux_demo']));
  });
});

describe('following a submission', () => {
  it('says that the file is read, not that none of no records is done', async () => {
    const standing = [
      { status: 'stored' },
      { status: 'staging', received: 0 },
      { status: 'finished', received: 2, accepted: 2 },
    ];
    answer = (_request, response) => response.end(JSON.stringify(standing.shift()));
    expect(await follow(target(), ID, out, 1)).toMatchObject({ accepted: 2 });
    expect(said).toBe('The server has the file and is reading it.\n2 of 2 records processed (100 %)\n');
  });

  it('ends when it is told nothing more, and says why', async () => {
    answer = (_request, response) => response.writeHead(401).end(JSON.stringify({ title: 'Send an API key.' }));
    await expect(follow(target(), ID, out, 1)).rejects.toThrow('it answers 401: Send an API key.');
  });

  it('says so when something else than Luxor answers', async () => {
    answer = (_request, response) => response.end('<html>');
    await expect(follow(target(), ID, out, 1)).rejects.toThrow('is not JSON');
  });

  it('names the submission, and that the file is safe, when the server goes away', async () => {
    answer = (request) => request.socket.destroy();
    const failed = follow(target(), ID, out, 1);
    await expect(failed).rejects.toThrow(`The file is safe there as submission ${ID}`);
  });
});
