import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENV_SCHEMA, parseEnv } from './env';

const problemsOf = (source: Record<string, string>) => {
  const result = parseEnv(source);
  return result.ok ? [] : result.problems;
};

const SAFE = { LUXOR_ENV: 'production', NEXTAUTH_URL: 'https://customs.example' };

describe('parseEnv', () => {
  it('needs nothing: every setting has a default or is optional', () => {
    const result = parseEnv({});
    expect(result).toMatchObject({
      ok: true,
      env: { port: 3000, host: '127.0.0.1', dataDir: '.data', demo: 'auto', environment: 'development' },
    });
  });

  it('tells every problem at once, each with the name of the key', () => {
    const problems = problemsOf({
      PORT: '70000',
      DATABASE_URL: 'mysql://host/database',
      NEXTAUTH_SECRET: 'short',
      NEXTAUTH_URL: 'customs.example',
      LUXOR_DEMO: 'yes',
      LUXOR_DATADIR: '/somewhere',
      OIDC_ISSUER: 'https://id.example',
    });
    expect(problems).toHaveLength(7);
    for (const key of [
      'PORT',
      'DATABASE_URL',
      'NEXTAUTH_SECRET',
      'NEXTAUTH_URL',
      'LUXOR_DEMO',
      'LUXOR_DATADIR',
      'OIDC_CLIENT_ID',
    ]) {
      expect(problems.some((problem) => problem.includes(key))).toBe(true);
    }
  });

  it('never repeats the value of a setting', () => {
    const problems = problemsOf({ NEXTAUTH_SECRET: 'swordfish', DATABASE_URL: 'mysql://u:swordfish@host/d' });
    expect(problems.join(' ')).not.toContain('swordfish');
  });

  it('counts 32 bytes of secret, not 32 letters', () => {
    expect(problemsOf({ NEXTAUTH_SECRET: 'é'.repeat(16) })).toEqual([]);
    expect(problemsOf({ NEXTAUTH_SECRET: 'e'.repeat(31) })).toHaveLength(1);
  });

  it('takes an empty value as absent', () => {
    expect(parseEnv({ DATABASE_URL: '', OIDC_ISSUER: '', LUXOR_TYPO: '' }).ok).toBe(true);
  });

  it('takes a mail server, the sender and the address mails lead to together or not at all', () => {
    const mail = {
      LUXOR_MAIL_SERVER: 'smtps://u:swordfish@mail.example:465',
      LUXOR_MAIL_FROM: 'statistics@customs.example',
    };
    const address = { NEXTAUTH_URL: 'https://customs.example/' };
    expect(parseEnv({})).toMatchObject({ ok: true, env: { mail: undefined } });
    expect(problemsOf({ ...mail })[0]).toContain('NEXTAUTH_URL');
    expect(problemsOf({ ...address, LUXOR_MAIL_FROM: mail.LUXOR_MAIL_FROM })[0]).toContain('LUXOR_MAIL_SERVER');
    expect(problemsOf({ ...address, LUXOR_MAIL_SERVER: mail.LUXOR_MAIL_SERVER })[0]).toContain('LUXOR_MAIL_FROM');
    expect(problemsOf({ ...mail, ...address, LUXOR_MAIL_SERVER: 'https://swordfish' }).join()).not.toContain(
      'swordfish',
    );
    expect(parseEnv({ ...mail, ...address })).toMatchObject({
      ok: true,
      env: { mail: { server: mail.LUXOR_MAIL_SERVER, from: mail.LUXOR_MAIL_FROM, base: 'https://customs.example' } },
    });
  });

  it('refuses web-hooks to this machine in production', () => {
    expect(problemsOf({ ...SAFE, LUXOR_WEBHOOK_LOOPBACK: 'on' })).toHaveLength(1);
    expect(parseEnv({ LUXOR_WEBHOOK_LOOPBACK: 'on' })).toMatchObject({ ok: true, env: { webhookLoopback: true } });
    expect(parseEnv({})).toMatchObject({ ok: true, env: { webhookLoopback: false } });
  });

  it('refuses the demo in production', () => {
    expect(problemsOf({ ...SAFE, LUXOR_DEMO: 'on' })).toHaveLength(1);
    expect(problemsOf(SAFE)).toEqual([]);
  });

  it.each([
    ['NEXTAUTH_URL', undefined],
    ['NEXTAUTH_URL', 'http://customs.example'],
    ['NEXTAUTH_SECRET', 'a'.repeat(40)],
    ['LUXOR_AUDIT_HOOK', 'http://auditor.example/heads'],
  ])('refuses what is unsafe in production, by name: %s', (key, value) => {
    const problems = problemsOf({ ...SAFE, ...(value === undefined ? { [key]: '' } : { [key]: value }) });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(key);
    // A trial on one machine may do without.
    expect(problemsOf(value === undefined ? {} : { [key]: value })).toEqual([]);
  });

  it('refuses an identity provider without https in production, and takes a server on this machine', () => {
    const oidc = { OIDC_ISSUER: 'http://id.example', OIDC_CLIENT_ID: 'luxor', OIDC_CLIENT_SECRET: 's' };
    expect(problemsOf({ ...SAFE, ...oidc })[0]).toContain('OIDC_ISSUER');
    expect(problemsOf({ ...SAFE, NEXTAUTH_URL: 'http://localhost:3000' })).toEqual([]);
  });

  it('takes an earlier secret beside the one in force, and never alone or twice the same', () => {
    const [now, before] = ['n'.repeat(32), 'b'.repeat(32)];
    expect(parseEnv({ NEXTAUTH_SECRET: now, NEXTAUTH_SECRET_PREVIOUS: before })).toMatchObject({
      ok: true,
      env: { authSecret: now, authSecretPrevious: before },
    });
    expect(problemsOf({ NEXTAUTH_SECRET_PREVIOUS: before })[0]).toContain('NEXTAUTH_SECRET must be set');
    expect(problemsOf({ NEXTAUTH_SECRET: now, NEXTAUTH_SECRET_PREVIOUS: now })).toHaveLength(1);
  });

  it('takes roles that must have a second factor, none unless set, and no other words', () => {
    expect(parseEnv({ LUXOR_TOTP_ROLES: 'admin, supervisor' })).toMatchObject({
      ok: true,
      env: { totpRoles: ['admin', 'supervisor'] },
    });
    expect(parseEnv({})).toMatchObject({ ok: true, env: { totpRoles: [], apiCallsPerMinute: 600 } });
    expect(problemsOf({ LUXOR_TOTP_ROLES: 'boss' })[0]).toContain('LUXOR_TOTP_ROLES');
    expect(problemsOf({ LUXOR_METRICS_TOKEN_FILE: '/run/secrets/token' })).toEqual([]);
  });

  it('takes the three OIDC settings together or not at all', () => {
    const result = parseEnv({ OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'luxor', OIDC_CLIENT_SECRET: 's' });
    expect(result.ok && result.env.oidc).toEqual({
      issuer: 'https://id.example',
      clientId: 'luxor',
      clientSecret: 's',
    });
    expect(problemsOf({ OIDC_CLIENT_ID: 'luxor' })[0]).toContain('OIDC_ISSUER and OIDC_CLIENT_SECRET');
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
  const keys = [...text.matchAll(/^#? ?([A-Z_]+)=/gm)].map((match) => match[1]);

  it('lists exactly the settings that exist', () => {
    expect([...keys].sort()).toEqual(Object.keys(ENV_SCHEMA.shape).sort());
  });

  it('can be copied to .env as it is', () => {
    const active = [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1], match[2]]);
    expect(parseEnv(Object.fromEntries(active)).ok).toBe(true);
  });
});
