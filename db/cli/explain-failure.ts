import { ConfigurationError } from '../env';
import { messageOf } from '../log';

/** Conventional exit code for a configuration that cannot be used. */
const EXIT_CONFIGURATION = 78;

/** Prints why a command ended, in sentences and without a stack, and gives the exit code. */
export function explainFailure(error: unknown): number {
  if (error instanceof ConfigurationError) {
    console.error('The settings cannot be used:');
    for (const problem of error.problems) console.error(`  ${problem}`);
    return EXIT_CONFIGURATION;
  }
  console.error(messageOf(error));
  return 1;
}
