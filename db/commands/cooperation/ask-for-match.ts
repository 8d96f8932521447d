import 'server-only';
import type { z } from 'zod';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import { exchangeKeyOf, keyCheck, keyedHash, maskedIdentifier, readTyped } from '@/lib/cooperation/identifiers';
import { ASK_FOR_MATCH_INPUT } from '@/lib/cooperation/inputs';
import { PACKAGE_LIMITS } from '@/lib/cooperation/package';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { dayOf } from '@/lib/kernel/dates';
import { InvalidInputError, RefusedError } from '@/lib/kernel/errors';
import { matchSecretOf } from './exchange-secrets';
import { beginPackage, insertPrepared } from './insert-prepared';

/**
 * Prepares a question to another administration: do parties with these identifiers send or receive there? Hashes go, under a key of this
 * exchange alone; what was typed is kept nowhere, but for its last two characters.
 * @throws NotFoundError; InvalidInputError `identifier_unread` with the line, `required`; RefusedError `cooperation.no_secret`, `cooperation.secret_lost`,
 * `cooperation.match_period`, `cooperation.match_open`, and as `preparePackage`
 */
export async function askForMatch(
  actor: Actor,
  input: z.input<typeof ASK_FOR_MATCH_INPUT>,
  at = new Date(),
): Promise<{ exchangeId: string }> {
  authorise(actor, 'cooperation.prepare');
  const { fromOn, toOn, identifierKind, identifiers: typed, ...head } = parseInput(ASK_FOR_MATCH_INPUT, input);
  if (toOn < fromOn) throw new RefusedError([{ code: 'cooperation.match_period', pointer: 'toOn' }]);
  if (toOn >= dayOf(at)) throw new RefusedError([{ code: 'cooperation.match_open', pointer: 'toOn' }]);
  const { found, unread } = readTyped(identifierKind, typed);
  const fault = (code: string, params?: Record<string, number>) =>
    new InvalidInputError([{ code, severity: 'error', pointer: 'identifiers', params }]);
  if (unread.length > 0) throw fault('identifier_unread', { line: unread[0] ?? 0 });
  if (found.length === 0) throw fault('required');
  if (found.length > PACKAGE_LIMITS.hashes) throw fault('too_big');
  return inTransaction(async (tx) => {
    const begun = await beginPackage(tx, head.counterpartId, at);
    const key = exchangeKeyOf(matchSecretOf(begun.counterpart), begun.packageId);
    // In the order of their hashes, which tells nothing of the order they were typed in.
    const hashed = found
      .map(({ given, normalised }) => ({ hash: keyedHash(key, identifierKind, normalised), given }))
      .sort((one, other) => (one.hash < other.hash ? -1 : 1))
      .map((one, index) => ({ ...one, number: index + 1, kind: identifierKind }));
    const identifiers = hashed.map(({ number, kind, hash }) => ({ number, kind, hash }));
    const asked = hashed.map(({ number, kind, given }) => ({ number, kind, masked: maskedIdentifier(given) }));
    const body = { kind: 'match_request' as const, fromOn, toOn, check: keyCheck(key), identifiers };
    return insertPrepared(tx, actor, begun, { head, body, more: { asked }, told: { items: asked.length } }, at);
  });
}
