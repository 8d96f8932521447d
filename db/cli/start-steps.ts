import type { Env } from '@/lib/kernel/env';
import { accountsStep, demoStep, referenceStep, sealStep } from './seed-steps';

/** What a step of the start may know. */
export type StartContext = {
  env: Env;
  /** Address of the application for people. */
  url: string;
  /** Absolute path of the data folder. */
  dataDir: string;
  databaseUrl: string;
  /** Whether the database is the embedded one, and so this installation's own. */
  isEmbedded: boolean;
  /** Aborted when the launcher is asked to stop: a long step ends at a place to go on from. */
  signal: AbortSignal;
  /** Prints one line while the step works. */
  say(line: string): void;
};

/**
 * One thing to do between the migrations and the first request. Runs at every start, so it must find out by itself what is there
 * already. The lines it returns are printed below the address.
 */
export type StartStep = {
  name: string;
  run(context: StartContext): Promise<readonly string[]>;
};

/** In this order: decisions rest on the reference data, the demo on the accounts' partners. */
export const startSteps: readonly StartStep[] = [referenceStep, sealStep, accountsStep, demoStep];
