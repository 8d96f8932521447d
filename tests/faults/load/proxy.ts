import { once } from 'node:events';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';

type Pair = { readonly near: Socket; readonly far: Socket };

/** Stands between the application and its database, and can break what goes through it. */
export class DatabaseProxy {
  private readonly pairs = new Set<Pair>();
  private readonly server: Server;
  private isHalted = false;
  private isRefusing = false;

  private constructor(private readonly farPort: () => number) {
    this.server = createServer({ allowHalfOpen: true }, (near) => this.join(near));
  }

  /** One that listens. `farPort` is asked for each connection: a restart may move the database. */
  static async open(farPort: () => number): Promise<DatabaseProxy> {
    const proxy = new DatabaseProxy(farPort);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  get port(): number {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('The proxy does not listen.');
    return address.port;
  }

  /** Resets every connection; gives how many there were. */
  cut(): number {
    const { size } = this.pairs;
    for (const { near, far } of this.pairs) {
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
    return size;
  }

  /** Nothing passes from now on, and nobody is told: as when packets are lost. New connections stay silent too. */
  halt(): void {
    this.isHalted = true;
    for (const pair of this.pairs) hold(pair);
  }

  /** Everything passes again; what was under way goes on. */
  goOn(): void {
    this.isHalted = false;
    for (const { near, far } of this.pairs) {
      near.resume();
      far.resume();
    }
  }

  /** Turns new connections away, and cuts those there are. */
  refuse(isRefusing: boolean): void {
    this.isRefusing = isRefusing;
    if (isRefusing) this.cut();
  }

  async close(): Promise<void> {
    this.server.close();
    this.cut();
    await once(this.server, 'close').catch(() => undefined);
  }

  private join(near: Socket): void {
    if (this.isRefusing) {
      near.resetAndDestroy();
      return;
    }
    const far = dial({ port: this.farPort(), host: '127.0.0.1', allowHalfOpen: true });
    const pair = { near, far };
    this.pairs.add(pair);
    const end = () => {
      this.pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', end);
    }
    this.pass(near, far);
    this.pass(far, near);
    if (this.isHalted) hold(pair);
  }

  /** Passes on what comes, no faster than it is taken. */
  private pass(from: Socket, to: Socket): void {
    from.on('data', (piece) => {
      if (!to.write(piece)) from.pause();
    });
    to.on('drain', () => {
      if (!this.isHalted) from.resume();
    });
    from.on('end', () => to.end());
  }
}

function hold({ near, far }: Pair): void {
  near.pause();
  far.pause();
}
