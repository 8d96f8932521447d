import { createFirstAdmin } from '@/db/commands/identity/create-user';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { InvalidInputError, RefusedError } from '@/lib/kernel/errors';
import { withDatabase } from '../engine/with-database';
import { loadEnvFile } from '../env';
import { migrateDatabase } from '../migrate';
import { explainFailure } from './explain-failure';

const USAGE = `Usage: npm run first-admin -- E-MAIL NAME

Makes the account of the first administrator, who makes all others, and prints its password once. Refused where one is there.`;

const SENTENCES: Readonly<Record<string, string>> = {
  admin_exists: 'There is an administrator already, who can make accounts and reset passwords: the pages under Users.',
  email_taken: 'Another account has this e-mail address.',
};

/** What was refused, in a sentence; other errors stay as they are. */
function told(error: unknown): unknown {
  if (error instanceof RefusedError) {
    return new Error(error.reasons.map(({ code }) => SENTENCES[code] ?? code).join(' '));
  }
  if (error instanceof InvalidInputError) {
    return new Error(`${error.problems.map(({ pointer, code }) => `${pointer}: ${code}`).join(', ')}.\n${USAGE}`);
  }
  return error;
}

async function main(words: readonly string[]): Promise<number> {
  const [email, ...name] = words;
  if (!email || email.startsWith('-') || name.length === 0) {
    console.log(USAGE);
    return words.includes('--help') ? 0 : 1;
  }
  loadEnvFile();
  return withDatabase(async (databaseUrl) => {
    await migrateDatabase(databaseUrl);
    const { password } = await createFirstAdmin(SYSTEM_ACTOR, { email, name: name.join(' ') });
    console.log(`${email} can sign in with ${password}\nIt is kept by nobody: change it at the first sign-in.`);
    return 0;
  });
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  process.exit(explainFailure(told(error)));
}
