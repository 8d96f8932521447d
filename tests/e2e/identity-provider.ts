import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a broken or hostile provider may do to an answer; an application must take none of these. */
export const FAULTS = ['none', 'signature', 'nonce', 'audience', 'issuer', 'expired', 'subject', 'state'] as const;
export type Fault = (typeof FAULTS)[number];

type Asked = { redirectUri: string; nonce: string; challenge: string };
type Person = { email: string; isVerified: boolean; inIdToken: boolean; fault: Fault };
type Grant = Asked & Person & { expiresAt: number };

export type IdentityProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where answers may be sent; the application's address is known only after it started. */
  register(redirectUri: string): void;
  stop(): Promise<void>;
};

class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly status = 400,
  ) {
    super(code);
  }
}

const CODE_MS = 60_000;
const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const base64url = (value: object | Buffer) =>
  (Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value))).toString('base64url');
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (found) => `&#${found.codePointAt(0)};`);
/** One subject per address, telling nothing of it. */
const subjectOf = (email: string) => createHash('sha256').update(email).digest('base64url');

function isSame(given: string | undefined, wanted: string): boolean {
  const [one, two] = [given ?? '', wanted].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && two !== undefined && timingSafeEqual(one, two);
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return new URLSearchParams(body);
}

/**
 * An OpenID provider after OpenID Connect Core 1.0 and Discovery 1.0, in one process for tests: authorization code with PKCE (S256),
 * state and nonce demanded, RS256, single use of codes, the e-mail address at the userinfo endpoint unless the person at its page
 * chooses the id token. It signs in whoever types an address: what an application makes of that is the application's matter.
 */
export async function startIdentityProvider(): Promise<IdentityProvider> {
  const clientId = 'luxor-test';
  const clientSecret = randomBytes(24).toString('base64url');
  const keys = newKey();
  const otherKeys = newKey();
  const kid = 'test-1';
  const redirectUris = new Set<string>();
  const codes = new Map<string, Grant>();
  const tokens = new Map<string, Grant>();
  let issuer = '';

  const discovery = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    scopes_supported: ['openid', 'email'],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
    claims_supported: ['sub', 'email', 'email_verified'],
  });

  /** Checks an authentication request. Only a known client and address get any redirect at all. */
  const askedOf = (query: URLSearchParams): Asked & { state: string } => {
    const wanted = (name: string, isRight: (value: string) => boolean) => {
      const value = query.get(name) ?? '';
      if (!isRight(value)) throw new Refusal(`invalid ${name}`);
      return value;
    };
    wanted('client_id', (value) => value === clientId);
    wanted('response_type', (value) => value === 'code');
    wanted('scope', (value) => ['openid', 'email'].every((scope) => value.split(' ').includes(scope)));
    wanted('code_challenge_method', (value) => value === 'S256');
    return {
      redirectUri: wanted('redirect_uri', (value) => redirectUris.has(value)),
      challenge: wanted('code_challenge', (value) => /^[\w-]{43}$/.test(value)),
      nonce: wanted('nonce', (value) => value.length >= 16),
      state: wanted('state', (value) => value.length >= 16),
    };
  };

  const page = (query: URLSearchParams) => {
    askedOf(query);
    const options = FAULTS.map((fault) => `<option>${fault}</option>`).join('');
    return `<!doctype html><html lang="en"><title>Test provider</title><main><h1>Test provider</h1>
      <form method="post" action="/authorize?${escapeHtml(query.toString())}">
      <p><label>E-mail address <input name="email"></label></p>
      <p><label><input type="checkbox" name="verified" checked> Address is verified</label></p>
      <p><label><input type="checkbox" name="in_id_token"> Address in the id token</label></p>
      <p><label>Fault <select name="fault">${options}</select></label></p>
      <button name="act" value="continue">Continue</button> <button name="act" value="cancel">Cancel</button></form></main>`;
  };

  const answer = (query: URLSearchParams, form: URLSearchParams): string => {
    const { state, ...asked } = askedOf(query);
    const back = new URL(asked.redirectUri);
    const fault = FAULTS.find((known) => known === form.get('fault')) ?? 'none';
    back.searchParams.set('state', fault === 'state' ? randomBytes(16).toString('base64url') : state);
    if (form.get('act') === 'cancel') {
      back.searchParams.set('error', 'access_denied');
      return back.toString();
    }
    const code = randomBytes(24).toString('base64url');
    codes.set(code, {
      ...asked,
      email: form.get('email') ?? '',
      isVerified: form.has('verified'),
      inIdToken: form.has('in_id_token'),
      fault,
      expiresAt: Date.now() + CODE_MS,
    });
    back.searchParams.set('code', code);
    return back.toString();
  };

  const token = (authorization: string | undefined, form: URLSearchParams): object => {
    const [id, secret] = Buffer.from(authorization?.replace(/^Basic /, '') ?? '', 'base64')
      .toString('utf8')
      .split(':')
      .map(decodeURIComponent);
    if (!isSame(id, clientId) || !isSame(secret, clientSecret)) throw new Refusal('invalid_client', 401);
    if (form.get('grant_type') !== 'authorization_code') throw new Refusal('unsupported_grant_type');
    const code = form.get('code') ?? '';
    const grant = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isRight = grant && grant.redirectUri === form.get('redirect_uri') && isSame(challenge, grant.challenge);
    if (!isRight || grant.expiresAt < Date.now()) throw new Refusal('invalid_grant');
    const accessToken = randomBytes(24).toString('base64url');
    tokens.set(accessToken, grant);
    return { access_token: accessToken, token_type: 'Bearer', expires_in: 60, id_token: idToken(grant, accessToken) };
  };

  const emailClaims = ({ email, isVerified }: Person) => ({ email, email_verified: isVerified });

  const idToken = (grant: Grant, accessToken: string): string => {
    const { fault } = grant;
    const now = Math.floor(Date.now() / 1000) - (fault === 'expired' ? 3_600 : 0);
    const claims = {
      iss: fault === 'issuer' ? 'https://elsewhere.example' : issuer,
      sub: subjectOf(grant.email),
      aud: fault === 'audience' ? 'another-client' : clientId,
      iat: now,
      exp: now + 300,
      auth_time: now,
      nonce: fault === 'nonce' ? randomBytes(24).toString('base64url') : grant.nonce,
      at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
      ...(grant.inIdToken ? emailClaims(grant) : {}),
    };
    return signed(claims, fault === 'signature' ? otherKeys.privateKey : keys.privateKey);
  };

  const signed = (claims: object, key: KeyObject): string => {
    const content = `${base64url({ alg: 'RS256', typ: 'JWT', kid })}.${base64url(claims)}`;
    return `${content}.${base64url(sign('RSA-SHA256', Buffer.from(content), key))}`;
  };

  const userinfo = (authorization: string | undefined): object => {
    const grant = tokens.get(authorization?.replace(/^Bearer /, '') ?? '');
    if (!grant) throw new Refusal('invalid_token', 401);
    return { sub: subjectOf(grant.fault === 'subject' ? 'somebody else' : grant.email), ...emailClaims(grant) };
  };

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    const json = (body: object) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify(body));
    switch (`${request.method} ${pathname}`) {
      case 'GET /.well-known/openid-configuration':
        return void json(discovery());
      case 'GET /jwks': {
        const jwk = keys.publicKey.export({ format: 'jwk' });
        return void json({ keys: [{ ...jwk, kid, use: 'sig', alg: 'RS256' }] });
      }
      case 'GET /authorize':
        return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(searchParams));
      case 'POST /authorize':
        return void response.writeHead(303, { location: answer(searchParams, await formOf(request)) }).end();
      case 'POST /token':
        return void json(token(request.headers.authorization, await formOf(request)));
      case 'GET /userinfo':
        return void json(userinfo(request.headers.authorization));
      case 'GET /favicon.ico':
        return void response.writeHead(204).end();
      default:
        response.writeHead(404).end();
    }
  };

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (!(error instanceof Refusal)) console.error('The identity provider of the tests failed:', error);
      const [status, code] = error instanceof Refusal ? [error.status, error.code] : [500, 'server_error'];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ error: code }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No free port was given.');
  issuer = `http://127.0.0.1:${address.port}`;
  return {
    issuer,
    clientId,
    clientSecret,
    register: (redirectUri) => void redirectUris.add(redirectUri),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
