import 'server-only';

/** The worker that held a submission lost its lease: another went on from where it stood. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}
