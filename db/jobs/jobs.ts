import { keepPartitionsAhead } from '../partitions';
import type { Job } from './run-jobs';

const HOUR_MS = 3_600_000;

/** All background work of the product. */
export const jobs: readonly Job[] = [{ name: 'partitions', everyMs: 6 * HOUR_MS, run: () => keepPartitionsAhead() }];
