import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { TEST_CERTIFICATE, TEST_KEY } from './tls';

export type Received = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Name asked for in the TLS greeting. */
  readonly serverName: string | false | undefined;
  /** Port of the sender: the same for one connection. */
  readonly fromPort: number | undefined;
};
export type Reply = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string };

export type Receiver = {
  readonly port: number;
  readonly received: Received[];
  /** What is answered from now on; never answering at all is `null`, closing the connection instead `reset`, after half an answer `cut`. */
  reply: Reply | 'reset' | 'cut' | null;
  /** Closes every connection, and goes on. */
  hangUp(): void;
  stop(): Promise<void>;
};

/** A receiver of web-hooks on this machine that keeps what it gets. */
export async function aReceiver(options: { readonly isSecure?: boolean } = {}): Promise<Receiver> {
  const received: Received[] = [];
  const receiver: Pick<Receiver, 'reply'> = { reply: { status: 204 } };
  const server: Server = (
    options.isSecure ? createTlsServer({ key: TEST_KEY, cert: TEST_CERTIFICATE }) : createServer()
  ) as Server;
  server.on('request', (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
        serverName: 'servername' in request.socket ? (request.socket.servername as string) : undefined,
        fromPort: request.socket.remotePort,
      });
      if (receiver.reply === null) return;
      if (receiver.reply === 'cut') request.socket.write('HTTP/1.1 20');
      if (typeof receiver.reply === 'string') {
        // The next is answered again.
        receiver.reply = { status: 204 };
        return void setImmediate(() => request.socket.destroy());
      }
      response.writeHead(receiver.reply.status, receiver.reply.headers);
      response.end(receiver.reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    port: address.port,
    received,
    get reply() {
      return receiver.reply;
    },
    set reply(reply) {
      receiver.reply = reply;
    },
    hangUp: () => server.closeAllConnections(),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
