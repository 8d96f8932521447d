import type { Batch } from '../../support/desk-model/batch';

/**
 * Courses in which command and model once differed, as the test printed them. They are run first, for ever: add, never take away. The seed
 * under which each was found stands beside it.
 */
export const KEPT: readonly { readonly seed: number; readonly why: string; readonly batch: Batch }[] = [];
