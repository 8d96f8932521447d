import 'server-only';

/** Too many trials at this moment, or the data a trial needs are being changed: it is worth asking again. */
export class SandboxBusyError extends Error {
  override readonly name = 'SandboxBusyError';
}

/** Trials that may wait for the one that runs; people who work come first. */
const MAY_WAIT = 4;

let last: Promise<unknown> = Promise.resolve();
let open = 0;

/** Runs trials of this process one after the other. @throws SandboxBusyError when too many wait already */
export async function oneAtATime<T>(run: () => Promise<T>): Promise<T> {
  if (open > MAY_WAIT) throw new SandboxBusyError();
  open += 1;
  const turn = last.then(run);
  last = turn.catch(() => undefined);
  try {
    return await turn;
  } finally {
    open -= 1;
  }
}
