import { once } from 'node:events';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DatabaseProxy } from './proxy';

/** Long enough for a byte to pass within one machine, if it may; where it does not, the test is not the wiser, and never wrong. */
const A_MOMENT_MS = 60;

let echo: Server;
let proxy: DatabaseProxy;
beforeEach(async () => {
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.pipe(socket);
  });
  echo.listen(0, '127.0.0.1');
  await once(echo, 'listening');
  const address = echo.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  proxy = await DatabaseProxy.open(() => address.port);
});
afterEach(async () => {
  await proxy.close();
  echo.close();
});

async function connected(): Promise<{ socket: Socket; heard: () => string; isClosed: () => boolean }> {
  const socket = dial(proxy.port, '127.0.0.1');
  let text = '';
  let isClosed = false;
  socket.on('data', (piece) => {
    text += piece;
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    isClosed = true;
  });
  await once(socket, 'connect').catch(() => undefined);
  return { socket, heard: () => text, isClosed: () => isClosed };
}

it('passes on what is said, both ways', async () => {
  const one = await connected();
  one.socket.write('select 1');
  await vi.waitFor(() => expect(one.heard()).toBe('select 1'));
  one.socket.destroy();
});

it('lets nothing pass while it is halted, and loses nothing of it', async () => {
  const one = await connected();
  proxy.halt();
  one.socket.write('commit');
  const late = await connected();
  late.socket.write('begin');
  await sleep(A_MOMENT_MS);
  expect([one.heard(), late.heard(), one.isClosed()]).toEqual(['', '', false]);
  proxy.goOn();
  await vi.waitFor(() => expect([one.heard(), late.heard()]).toEqual(['commit', 'begin']));
  one.socket.destroy();
  late.socket.destroy();
});

it('resets what it cuts, and takes new connections afterwards', async () => {
  const one = await connected();
  one.socket.write('x');
  await vi.waitFor(() => expect(one.heard()).toBe('x'));
  expect(proxy.cut()).toBe(1);
  await vi.waitFor(() => expect(one.isClosed()).toBe(true));
  const next = await connected();
  next.socket.write('again');
  await vi.waitFor(() => expect(next.heard()).toBe('again'));
  next.socket.destroy();
});

it('turns new connections away while it refuses', async () => {
  proxy.refuse(true);
  const one = await connected();
  await vi.waitFor(() => expect(one.isClosed()).toBe(true));
  proxy.refuse(false);
  const next = await connected();
  next.socket.write('y');
  await vi.waitFor(() => expect(next.heard()).toBe('y'));
  next.socket.destroy();
});
