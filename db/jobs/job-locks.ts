import type { PoolClient } from 'pg';
import { checkOut } from '../connection';

/** First key of the advisory locks of jobs; the second is made from the name. */
const JOB_LOCK = 7_215_908;

/**
 * Locks that keep one job from running in two processes at once. They live in one connection and end with it, so a killed worker
 * holds none. Jobs must bear a second run all the same: a lost connection lets go of the lock while the job goes on.
 */
export class JobLocks {
  #client: PoolClient | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  /** True if the job may run now; false if it runs in another process. */
  tryAcquire(name: string): Promise<boolean> {
    return this.#ask('select pg_try_advisory_lock($1, hashtext($2)) as granted', name);
  }

  async release(name: string): Promise<void> {
    await this.#ask('select pg_advisory_unlock($1, hashtext($2)) as granted', name);
  }

  async close(): Promise<void> {
    await this.#turn.catch(() => undefined);
    this.#client?.release(true);
    this.#client = undefined;
  }

  /** One statement after the other: a connection answers one question at a time. */
  #ask(statement: string, name: string): Promise<boolean> {
    const answer = this.#turn.catch(() => undefined).then(() => this.#query(statement, name));
    this.#turn = answer;
    return answer;
  }

  async #query(statement: string, name: string): Promise<boolean> {
    this.#client ??= await checkOut('jobs');
    try {
      const { rows } = await this.#client.query<{ granted: boolean }>(statement, [JOB_LOCK, name]);
      return rows[0]?.granted ?? false;
    } catch (error) {
      this.#client.release(true);
      this.#client = undefined;
      throw error;
    }
  }
}
