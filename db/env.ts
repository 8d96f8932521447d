import { existsSync } from 'node:fs';
import { loadEnvFile as loadInto } from 'node:process';
import { type Env, parseEnv } from '@/lib/kernel/env';

/** The configuration cannot be used; every problem is a sentence. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join(' '));
  }
}

let memo: Env | undefined;

/** The configuration of this process, read once. Throws ConfigurationError with every problem. */
export function env(): Env {
  if (memo) return memo;
  const result = parseEnv(process.env);
  if (!result.ok) throw new ConfigurationError(result.problems);
  memo = result.env;
  return memo;
}

/** Adds the keys of a `.env` file in the working folder; what is set already stays. Next does this by itself, commands call it. */
export function loadEnvFile(): void {
  if (existsSync('.env')) loadInto('.env');
  memo = undefined;
}

/** Points this process, and the processes it starts from now on, to a database; `undefined` takes the address away. */
export function setDatabaseUrl(url: string | undefined): void {
  if (url === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = url;
  memo = undefined;
}

/** The environment to start another process with: this one's, changed where told; an undefined value removes the key. */
export function childEnv(changes: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const merged: Record<string, string | undefined> = { ...process.env, ...changes };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined)) as NodeJS.ProcessEnv;
}

/** Handed by the launcher to the web server it starts, and to nobody else: by it the launcher knows its own. */
export const START_TOKEN_KEY = 'WEB_START_TOKEN';
/** The web server answers with it in this header when it is asked whether it is ready. */
export const START_TOKEN_HEADER = 'Luxor-Start';

/** The token this web server was started with; undefined where no launcher started it. */
export function startToken(): string | undefined {
  return process.env[START_TOKEN_KEY];
}

/** Whether npm started this process. npm does not hand on SIGTERM, so its end must be watched for. */
export function isStartedByNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}

/** A PostgreSQL to run the integration tests on instead of the embedded one, e.g. the oldest version supported. */
export function testDatabaseUrl(): string | undefined {
  return process.env.TEST_DATABASE_URL || undefined;
}
