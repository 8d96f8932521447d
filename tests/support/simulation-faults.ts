import { createSimulation } from '@/db/commands/simulation/create-simulation';
import type { Actor } from '@/lib/identity/actor';
import { InvalidInputError } from '@/lib/kernel/errors';
import { type Changes, NO_CHANGES } from '@/lib/simulation/changes';

const AT = new Date('2026-11-20T09:00:00Z');
const PERIOD = { fromOn: '2026-11-02', toOn: '2026-11-06' };

export type Fault = { pointer: string; code: string; value?: string };
type Wish = { readonly actor?: Actor; readonly title?: string; readonly fromOn?: string; readonly toOn?: string };

/** Asks for simulations that must be refused, and gives every fault with its place, its rule and its value. */
export function simulationFaults(usual: Actor) {
  return async (changes: Partial<Record<keyof Changes, unknown>>, wish: Wish = {}): Promise<Fault[]> => {
    const { actor = usual, ...other } = wish;
    const input = { title: 'Bad', ...PERIOD, ...other };
    const typed = JSON.stringify({ ...NO_CHANGES, ...changes });
    const error = await createSimulation(actor, { ...input, changes: typed }, AT).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof InvalidInputError)) throw new Error(`not refused: ${String(error)}`);
    return error.problems.map(({ pointer, code, value }) => ({
      pointer,
      code,
      ...(value === undefined ? {} : { value }),
    }));
  };
}
