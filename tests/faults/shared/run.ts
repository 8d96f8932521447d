import type { Outcome } from './report';

/** Where a run works: an empty folder that is removed afterwards, and the signal that ends it early. */
export type RunPlace = { readonly folder: string; readonly signal: AbortSignal };

/** What a run takes: whole numbers, and words. */
export type RunOptions = Readonly<Record<string, number | string>>;

/** One run: what it proves, what it takes with the defaults, and the run itself. */
export type FaultRun<Options extends RunOptions = RunOptions> = {
  readonly name: string;
  readonly promise: string;
  readonly options: Options;
  run(options: Options, place: RunPlace): Promise<Outcome>;
};

/** Keeps the type of the options while the list of runs forgets it. */
export function defineRun<Options extends RunOptions>(run: FaultRun<Options>): FaultRun {
  return { ...run, run: (options, place) => run.run({ ...run.options, ...options }, place) };
}
