import { existsSync, readFileSync } from 'node:fs';
import { loadEnvFile as loadInto } from 'node:process';
import { type Env, parseEnv } from '@/lib/kernel/env';
import { readSecretFiles } from '@/lib/kernel/secret-files';

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
  const files = readSecretFiles(process.env, readText);
  const result = parseEnv(files.source);
  const problems = [...files.problems, ...(result.ok ? [] : result.problems)];
  if (!result.ok || problems.length > 0) throw new ConfigurationError(problems);
  memo = result.env;
  return memo;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Secrets that what was signed or encrypted may rest on, the one in force first: it alone signs and encrypts. @throws Error when the start did not provide one */
export function secretsInForce(): readonly [string, ...string[]] {
  const { authSecret, authSecretPrevious } = env();
  if (!authSecret) throw new Error('NEXTAUTH_SECRET is not set: start the application with npm start.');
  return authSecretPrevious ? [authSecret, authSecretPrevious] : [authSecret];
}

/** Adds the keys of a `.env` file in the working folder; what is set already stays. Next does this by itself, commands call it. */
export function loadEnvFile(): void {
  if (existsSync('.env')) loadInto('.env');
  memo = undefined;
}

/** Whether this process has the secret that signs and encrypts: a worker on a further machine may lack it. */
export const hasSecret = (): boolean => env().authSecret !== undefined;

/** Gives this process, and the processes it starts from now on, the secret that signs and encrypts. */
export function setAuthSecret(secret: string): void {
  process.env.NEXTAUTH_SECRET = secret;
  // Read already; beside the secret itself it would be one too many.
  if (process.env.NEXTAUTH_SECRET_FILE) process.env.NEXTAUTH_SECRET_FILE = '';
  memo = undefined;
}

/** Points this process, and the processes it starts from now on, to a database; `undefined` takes the address away. */
export function setDatabaseUrl(url: string | undefined): void {
  if (url === undefined) delete process.env.DATABASE_URL;
  else process.env.DATABASE_URL = url;
  // Empty, not absent: what reads `.env` after us puts no second address beside this one.
  if (process.env.DATABASE_URL_FILE) process.env.DATABASE_URL_FILE = '';
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
