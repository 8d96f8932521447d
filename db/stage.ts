import { AsyncLocalStorage } from 'node:async_hooks';
import type { Tx } from './connection';

/** The one transaction everything runs in that is called within a rehearsal. */
export type Stage = { readonly tx: Tx; isOver: boolean };

// On globalThis, so that a development server that reloads modules has one.
const holder = globalThis as { luxorStage?: AsyncLocalStorage<Stage> };
const stages = (): AsyncLocalStorage<Stage> => {
  holder.luxorStage ??= new AsyncLocalStorage();
  return holder.luxorStage;
};

/** The stage this call runs on; undefined outside of rehearsals. @throws when something a rehearsal began outlived it */
export function currentStage(): Stage | undefined {
  const stage = stages().getStore();
  if (stage?.isOver) throw new Error('The rehearsal this belongs to is over.');
  return stage;
}

/** Runs everything called within on a stage. */
export async function onStage<T>(stage: Stage, run: () => Promise<T>): Promise<T> {
  try {
    return await stages().run(stage, run);
  } finally {
    stage.isOver = true;
  }
}
