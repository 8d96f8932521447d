import { sqlState } from './sql-state';

const DEADLOCK = '40P01';
const ATTEMPTS = 4;

/**
 * Runs a transaction again when the database ended it to free another from waiting crosswise: nothing of it was done. For what a person
 * waits for; background work is taken up again by itself. @throws what the last attempt threw
 */
export async function againAfterDeadlock<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt >= ATTEMPTS || sqlState(error) !== DEADLOCK) throw error;
    }
  }
}
