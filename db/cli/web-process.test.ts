import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createWebServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../engine/cluster';
import { startOf } from '../engine/process-identity';
import { START_TOKEN_HEADER } from '../env';
import { claimPort, isReadyInTime } from './web-process';

const HOST = '127.0.0.1';
let folder = '';
let refFile = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luxor-port-'));
  refFile = join(folder, 'web.json');
});
afterEach(() => rm(folder, { recursive: true }));

async function listening(port: number) {
  const server = createServer();
  server.listen(port, HOST);
  await once(server, 'listening');
  return server;
}

describe('claimPort', () => {
  it('ends the server that a killed launcher left, and forgets it', async () => {
    const port = await freePort();
    const script = `require('net').createServer().listen(${port}, '${HOST}', () => console.log('up'))`;
    const left = spawn(process.execPath, ['-e', script], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = once(left, 'exit');
    await once(left.stdout, 'data');
    await writeFile(refFile, JSON.stringify({ pid: left.pid, startedAt: startOf(left.pid ?? 0) }));
    await claimPort({ host: HOST, port, refFile });
    expect((await ended)[1]).toBe('SIGKILL');
    expect(existsSync(refFile)).toBe(false);
  });

  it('waits for the port of a left server that is going', async () => {
    const port = await freePort();
    const going = await listening(port);
    await writeFile(refFile, JSON.stringify({ pid: process.pid, startedAt: 'before' }));
    const claimed = claimPort({ host: HOST, port, refFile });
    setTimeout(() => going.close(), 100);
    await claimed;
    expect(going.listening).toBe(false);
  });

  it('refuses at once a port that another program has', async () => {
    const port = await freePort();
    const other = await listening(port);
    await expect(claimPort({ host: HOST, port, refFile })).rejects.toThrow(`Port ${port} is in use`);
    other.close();
  });
});

describe('the wait for the web server', () => {
  it('takes only the answer of the one that was started, not that of a program that took its port', async () => {
    let token = 'of nobody';
    let asked = 0;
    const server = createWebServer((_request, response) => {
      asked += 1;
      response.writeHead(200, { [START_TOKEN_HEADER]: token }).end();
    });
    const port = await freePort();
    server.listen(port, HOST);
    await once(server, 'listening');
    const url = `http://${HOST}:${port}/`;
    const { signal } = new AbortController();
    expect(await isReadyInTime(url, 'ours', () => asked > 1, signal)).toBe(false);
    token = 'ours';
    expect(await isReadyInTime(url, 'ours', () => false, signal)).toBe(true);
    server.closeAllConnections();
    server.close();
  });
});
