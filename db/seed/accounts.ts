import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/connection';
import { demoPartnerId, seedDemoPartners } from '@/db/demo/partners';
import { ConfigurationError, env } from '@/db/env';
import { insertSet } from '@/db/insert-set';
import { demoExample } from '@/db/queries/policy/installed-example';
import { apiKeys, userOffices, users } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import type { ExampleId } from '@/lib/codes/example-ids';
import { officeAt } from '@/lib/demo/at-home';
import { DEMO_PARTNERS } from '@/lib/demo/partners';
import { apiKeyHash, apiKeyPrefix, apiKeyText } from '@/lib/identity/api-key';
import { DEMO_ACCOUNTS, type DemoAccount } from '@/lib/identity/demo-accounts';
import { hashPassword } from '@/lib/identity/password';
import { derivedId } from '@/lib/kernel/ids';
import { EXAMPLE_SETS } from '@/lib/policy/examples/sets';
import { type DemoFile, readDemoFile, writeDemoFile } from './demo-file';

/**
 * Makes one account per role and a key per partner of the demo, or finds them as they were made, and keeps what is secret about them in
 * `demo.json` of the data folder (mode 0600). What that file no longer knows gets a new password or key.
 * Gives the lines to print. @throws ConfigurationError in production
 */
export async function seedDemoAccounts(place: { dataDir: string; url: string }): Promise<readonly string[]> {
  if (env().environment === 'production') throw new ConfigurationError(['Production refuses demo accounts.']);
  const kept = readDemoFile(place.dataDir);
  const made = await inTransaction(async (tx): Promise<DemoFile> => {
    const now = new Date();
    const example = await demoExample(tx);
    await seedDemoPartners(tx, now);
    const present = await tx
      .select({ id: users.id })
      .from(users)
      .where(inArray(users.id, DEMO_ACCOUNTS.map(demoUserId)));
    const presentIds = new Set(present.map(({ id }) => id));
    const accounts = await Promise.all(
      DEMO_ACCOUNTS.map(async (account) => {
        const known = kept?.accounts.find(({ email }) => email === account.email)?.password;
        const password = known ?? randomPassword();
        const isMade = known !== undefined && presentIds.has(demoUserId(account));
        return { account, password, passwordHash: isMade ? null : await hashPassword(password, randomBytes(16)) };
      }),
    );
    for (const { account, passwordHash } of accounts) {
      if (passwordHash !== null) await writeAccount(tx, account, { passwordHash, example }, now);
    }
    return {
      url: place.url,
      accounts: accounts.map(({ account, password }) => ({
        role: account.role,
        email: account.email,
        password,
        office: officeAt(example, account.offices === 'all' ? DEFAULT_OFFICE : (account.offices[0] ?? '')),
      })),
      partners: await partnerKeys(tx, kept, now),
    };
  });
  writeDemoFile(place.dataDir, made);
  return linesOf(made);
}

/** Stops a production start on a database that holds accounts everybody could know. @throws ConfigurationError */
export async function refuseDemoAccounts(): Promise<void> {
  const found = await db().select({ email: users.email }).from(users).where(eq(users.isDemo, true)).limit(1);
  if (found.length === 0) return;
  throw new ConfigurationError([
    'The database holds demo accounts, which production refuses: start with an empty database, or run without LUXOR_ENV=production.',
  ]);
}

const DEFAULT_OFFICE = 'DEFRA';
const demoUserId = ({ email }: Pick<DemoAccount, 'email'>): string => derivedId('demo-user', email);

type Written = { readonly passwordHash: string; readonly example: ExampleId };

async function writeAccount(tx: Tx, account: DemoAccount, { passwordHash, example }: Written, at: Date): Promise<void> {
  const id = demoUserId(account);
  const { email, name, role } = account;
  const partnerId = account.partner === null ? null : demoPartnerId(account.partner);
  await tx
    .insert(users)
    .values({
      id,
      email,
      name,
      role,
      partnerId,
      agencyId: account.agency ?? null,
      passwordHash,
      isDemo: true,
      createdAt: at,
    })
    .onConflictDoUpdate({ target: users.id, set: { passwordHash } });
  const all = EXAMPLE_SETS[example].offices.map(({ code }) => code);
  const own = account.offices === 'all' ? all : account.offices.flatMap((code) => officeAt(example, code) ?? []);
  const usual = officeAt(example, DEFAULT_OFFICE) ?? '';
  await insertSet(
    tx,
    userOffices,
    own.map((officeId) => ({
      userId: id,
      officeId,
      isDefault: officeId === (own.includes(usual) ? usual : own[0]),
    })),
    sql`on conflict do nothing`,
  );
}

async function partnerKeys(tx: Tx, kept: DemoFile | null, at: Date): Promise<DemoFile['partners']> {
  const keys: { name: string; key: string }[] = [];
  for (const partner of DEMO_PARTNERS) {
    const known = kept?.partners.find(({ name }) => name === partner.name)?.key;
    const key = known ?? apiKeyText(randomBytes(32));
    const keyHash = apiKeyHash(key);
    await tx
      .insert(apiKeys)
      .values({
        id: randomUUID(),
        partnerId: demoPartnerId(partner.key),
        prefix: apiKeyPrefix(key),
        keyHash,
        createdAt: at,
      })
      .onConflictDoNothing({ target: apiKeys.keyHash });
    keys.push({ name: partner.name, key });
  }
  return keys;
}

/** Sixty random bits in groups that can be read out and typed, without letters that look alike. */
function randomPassword(): string {
  const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('');
  return [group(), group(), group()].join('-');
}

function linesOf({ accounts, partners }: DemoFile): string[] {
  const width = Math.max(...accounts.map(({ email }) => email.length));
  const key = partners[0];
  return [
    'Demo accounts (kept in demo.json of the data folder):',
    ...accounts.map(({ role, email, password }) => `  ${email.padEnd(width)}  ${password}  ${role.replace('_', ' ')}`),
    ...(key ? [`API key of ${key.name}: ${key.key}`] : []),
  ];
}
