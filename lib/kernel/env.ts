import { z } from 'zod';
import { EXAMPLE_IDS, type ExampleId } from '@/lib/codes/example-ids';
import { ROLES, type Role } from '@/lib/identity/roles';

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);

const isUrlOf = (protocols: readonly string[]) => (value: string) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

const webAddress = z.string().refine(isUrlOf(['http:', 'https:']), 'must be an http or https address');

const secret = z
  .string()
  .refine((value) => new TextEncoder().encode(value).length >= 32, 'must have at least 32 bytes');

/** Every key that Luxor reads. `.env.example` lists the same keys, by test. */
export const ENV_SCHEMA = z.object({
  DATABASE_URL: z
    .string()
    .refine(isUrlOf(['postgres:', 'postgresql:']), 'must look like postgres://user:password@host:5432/database')
    .optional(),
  PORT: wholeNumber(1, 65_535).default(3000),
  NEXTAUTH_URL: webAddress.optional(),
  NEXTAUTH_SECRET: secret.optional(),
  NEXTAUTH_SECRET_PREVIOUS: secret.optional(),
  LUXOR_HOST: z.string().default('127.0.0.1'),
  LUXOR_DATA_DIR: z.string().default('.data'),
  LUXOR_DEMO: z.enum(['auto', 'off', 'on'], 'must be auto, off or on').default('auto'),
  LUXOR_DEMO_CONSIGNMENTS: wholeNumber(1, 99_999).default(20_000),
  LUXOR_EXAMPLE: z.enum(EXAMPLE_IDS, `must be one of ${EXAMPLE_IDS.join(', ')}`).optional(),
  LUXOR_ENV: z.enum(['development', 'production'], 'must be development or production').default('development'),
  LUXOR_TRUSTED_PROXY: wholeNumber(0, 9).default(0),
  LUXOR_AUDIT_HEADS: z.string().optional(),
  LUXOR_AUDIT_HOOK: webAddress.optional(),
  LUXOR_ERASURES: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress.optional(),
  LUXOR_METRICS_TOKEN: secret.regex(/^\S*$/, 'must have no spaces: it travels in a header').optional(),
  LUXOR_DRAIN_SECONDS: wholeNumber(0, 60).default(0),
  LUXOR_WORKER: z.enum(['on', 'off'], 'must be on or off').default('on'),
  LUXOR_TOTP_ROLES: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter((role) => role !== ''))
    .pipe(z.array(z.enum(ROLES, `must be roles out of ${ROLES.join(', ')}, with commas between`)))
    .default([]),
  LUXOR_API_RATE: wholeNumber(1, 60_000).default(600),
  LUXOR_WEBHOOK_LOOPBACK: z.enum(['off', 'on'], 'must be off or on').default('off'),
  LUXOR_MAIL_SERVER: z
    .string()
    .refine(isUrlOf(['smtp:', 'smtps:']), 'must look like smtps://user:password@host:465')
    .optional(),
  LUXOR_MAIL_FROM: z.email('must be an e-mail address').optional(),
  OIDC_ISSUER: webAddress.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
});

/** Secrets that may stand in a file instead, as orchestrators hand them over: `KEY_FILE` names it. */
export const SECRET_KEYS = [
  'DATABASE_URL',
  'NEXTAUTH_SECRET',
  'NEXTAUTH_SECRET_PREVIOUS',
  'LUXOR_METRICS_TOKEN',
  'OIDC_CLIENT_SECRET',
] as const satisfies readonly (keyof typeof ENV_SCHEMA.shape)[];
/** They are read before, see `readSecretFiles`. */
const SECRET_FILE_KEYS = new Set<string>(SECRET_KEYS.map((key) => `${key}_FILE`));

const OIDC_KEYS = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** The configuration of one process. */
export type Env = {
  /** Address of the PostgreSQL to use; absent = the embedded one. */
  databaseUrl: string | undefined;
  port: number;
  /** Address the web server listens on. */
  host: string;
  /** Address people type; absent = `http://localhost:PORT`. */
  publicUrl: string | undefined;
  /** Signs session tokens, at least 32 bytes; absent = made once and kept in the data folder. */
  authSecret: string | undefined;
  /** The one before, while it is being changed: what it signed still counts, and it signs nothing any more. */
  authSecretPrevious: string | undefined;
  dataDir: string;
  demo: 'auto' | 'off' | 'on';
  /** Size of the demo that a first start makes. */
  demoConsignments: number;
  /** The example administration an empty database is set up as; absent = what it is, or that of the Union. */
  example: ExampleId | undefined;
  /** Default accounts are refused in production. */
  environment: 'development' | 'production';
  /** Reverse proxies in front that append to X-Forwarded-For; 0 = the header is not believed. */
  trustedProxyCount: number;
  /** Roles that must have a second factor where they sign in by password; none unless set. */
  totpRoles: readonly Role[];
  /** Calls of the API that one key may make a minute. */
  apiCallsPerMinute: number;
  /** Whether web-hooks may go to this machine itself over http, for trials; never in production. */
  webhookLoopback: boolean;
  /** File that heads of the sealed audit log are added to; absent = in the data folder. */
  auditHeads: string | undefined;
  /** Address that heads of the sealed audit log are posted to as well. */
  auditHook: string | undefined;
  /** File that erasures are told in beside the database, the same for every process that may erase; absent = in the data folder. */
  erasures: string | undefined;
  /** Who bears it may read `/api/metrics`; absent = nobody. */
  metricsToken: string | undefined;
  /** Collector of OpenTelemetry that traces are sent to; absent = none are made. */
  traceCollector: string | undefined;
  /** How long a server that is asked to stop says that it is not ready, before it takes no more requests. */
  drainSeconds: number;
  /** Whether a start keeps a worker of its own beside the web server. */
  hasWorker: boolean;
  /** Where mails go, the address they come from, and the address people type; absent = none are sent. */
  mail: { server: string; from: string; base: string } | undefined;
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined;
};

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Settings that would leave the doors open, each a sentence that names it. */
function unsafeInProduction(given: Readonly<Record<string, string | undefined>>): string[] {
  const problems: string[] = [];
  const address = given.NEXTAUTH_URL;
  if (address === undefined) {
    problems.push(
      'NEXTAUTH_URL must be set in production: the address people type, whose origin changes are taken from.',
    );
  } else if (URL.canParse(address)) {
    const { protocol, hostname } = new URL(address);
    if (protocol === 'http:' && !LOOPBACK.has(hostname)) {
      problems.push('NEXTAUTH_URL must be an https address in production: sessions would travel in the open.');
    }
  }
  if (given.NEXTAUTH_SECRET !== undefined && new Set(given.NEXTAUTH_SECRET).size < 10) {
    problems.push('NEXTAUTH_SECRET must be random in production: it repeats a few letters.');
  }
  const hook = given.LUXOR_AUDIT_HOOK;
  if (hook !== undefined && URL.canParse(hook) && new URL(hook).protocol === 'http:') {
    problems.push('LUXOR_AUDIT_HOOK must be an https address in production: who listens could answer in its place.');
  }
  const issuer = given.OIDC_ISSUER;
  if (issuer !== undefined && URL.canParse(issuer) && new URL(issuer).protocol === 'http:') {
    problems.push('OIDC_ISSUER must be an https address in production: who listens could sign anybody in.');
  }
  return problems;
}

/** Mails name addresses of this server, which must be known; a server without a sender, or the reverse, is half a setting. */
function mailProblems(given: Readonly<Record<string, string | undefined>>): string[] {
  const { LUXOR_MAIL_SERVER: server, LUXOR_MAIL_FROM: from, NEXTAUTH_URL: address } = given;
  if (server === undefined && from === undefined) return [];
  if (server === undefined) return ['LUXOR_MAIL_SERVER must be set as well: it belongs to LUXOR_MAIL_FROM.'];
  if (from === undefined) return ['LUXOR_MAIL_FROM must be set as well: it belongs to LUXOR_MAIL_SERVER.'];
  return address === undefined ? ['NEXTAUTH_URL must be set as well: mails lead to it.'] : [];
}

export type EnvResult = { ok: true; env: Env } | { ok: false; problems: string[] };

/**
 * Reads the configuration from key-value pairs. All problems come back at once, each a sentence that names the key and never the value.
 * An empty value counts as absent. A key that starts with LUXOR_ and is not known is a problem: it is most likely a typing error.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): EnvResult {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const problems = Object.keys(given)
    .filter((key) => key.startsWith('LUXOR_') && !(key in ENV_SCHEMA.shape) && !SECRET_FILE_KEYS.has(key))
    .sort()
    .map((key) => `${key} is not a setting of Luxor.`);

  const parsed = ENV_SCHEMA.safeParse(given);
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`));
  }
  const missing = OIDC_KEYS.filter((key) => !(key in given));
  if (missing.length > 0 && missing.length < OIDC_KEYS.length) {
    problems.push(`${missing.join(' and ')} must be set as well: the three OIDC settings belong together.`);
  }
  problems.push(...mailProblems(given));
  if (given.NEXTAUTH_SECRET_PREVIOUS !== undefined) {
    if (given.NEXTAUTH_SECRET === undefined) {
      problems.push('NEXTAUTH_SECRET must be set as well: NEXTAUTH_SECRET_PREVIOUS is what it was changed from.');
    } else if (given.NEXTAUTH_SECRET === given.NEXTAUTH_SECRET_PREVIOUS) {
      problems.push('NEXTAUTH_SECRET must differ from NEXTAUTH_SECRET_PREVIOUS: nothing would be changed.');
    }
  }
  if (given.LUXOR_ENV === 'production' && given.LUXOR_DEMO === 'on') {
    problems.push('LUXOR_DEMO must not be on in production: it makes accounts that everybody knows.');
  }
  if (given.LUXOR_ENV === 'production' && given.LUXOR_WEBHOOK_LOOPBACK === 'on') {
    problems.push(
      'LUXOR_WEBHOOK_LOOPBACK must not be on in production: partners could reach what listens on this machine.',
    );
  }
  if (given.LUXOR_ENV === 'production') problems.push(...unsafeInProduction(given));
  if (!parsed.success || problems.length > 0) return { ok: false, problems };

  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, LUXOR_MAIL_SERVER, LUXOR_MAIL_FROM, ...values } =
    parsed.data;
  return {
    ok: true,
    env: {
      databaseUrl: values.DATABASE_URL,
      port: values.PORT,
      host: values.LUXOR_HOST,
      publicUrl: values.NEXTAUTH_URL,
      authSecret: values.NEXTAUTH_SECRET,
      authSecretPrevious: values.NEXTAUTH_SECRET_PREVIOUS,
      dataDir: values.LUXOR_DATA_DIR,
      demo: values.LUXOR_DEMO,
      demoConsignments: values.LUXOR_DEMO_CONSIGNMENTS,
      example: values.LUXOR_EXAMPLE,
      environment: values.LUXOR_ENV,
      trustedProxyCount: values.LUXOR_TRUSTED_PROXY,
      totpRoles: values.LUXOR_TOTP_ROLES,
      apiCallsPerMinute: values.LUXOR_API_RATE,
      webhookLoopback: values.LUXOR_WEBHOOK_LOOPBACK === 'on',
      auditHeads: values.LUXOR_AUDIT_HEADS,
      auditHook: values.LUXOR_AUDIT_HOOK,
      erasures: values.LUXOR_ERASURES,
      metricsToken: values.LUXOR_METRICS_TOKEN,
      traceCollector: values.OTEL_EXPORTER_OTLP_ENDPOINT,
      drainSeconds: values.LUXOR_DRAIN_SECONDS,
      hasWorker: values.LUXOR_WORKER === 'on',
      mail:
        LUXOR_MAIL_SERVER && LUXOR_MAIL_FROM && values.NEXTAUTH_URL
          ? { server: LUXOR_MAIL_SERVER, from: LUXOR_MAIL_FROM, base: values.NEXTAUTH_URL.replace(/\/+$/, '') }
          : undefined,
      oidc:
        OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET
          ? { issuer: OIDC_ISSUER, clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET }
          : undefined,
    },
  };
}
