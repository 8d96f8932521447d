import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrMakeAuditKey } from '@/db/audit-key';
import { PER_SEAL, sealEntries } from '@/db/commands/audit/seal-entries';
import { ensureDataFolder } from '@/db/engine/data-folder';
import { env } from '@/db/env';
import { logLine, messageOf } from '@/db/log';
import { headsAfter } from '@/db/queries/audit/last-head';
import type { PublishedHead, signingKey } from '@/lib/audit/seal';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';

/** Places outside the database that are told of heads. */
export type HeadPlaces = {
  /** A file that is added to. */
  readonly file: string;
  /** An address that is posted to; null where there is none. */
  readonly hook: string | null;
};

const HOOK_MS_MAX = 5_000;
/** Heads a place is told of in one run: what it missed while it was away comes a part at a time. */
const HEADS_PER_RUN = 1_000;

/** The number of the head each place was told last by this process; a place that is told twice of a head is not harmed. */
const told = new Map<string, number>();
let key: Promise<ReturnType<typeof signingKey>> | null = null;

/** Seals what waits, and tells the places outside of every head. */
export async function sealAudit(signal: AbortSignal): Promise<void> {
  const folder = await ensureDataFolder(env().dataDir);
  key ??= readOrMakeAuditKey(folder);
  const file = env().auditHeads ?? join(folder, 'audit-heads.jsonl');
  try {
    await sealAndTell(await key, { file, hook: env().auditHook ?? null }, signal);
  } catch (error) {
    // A key that could not be read is read again.
    key = null;
    throw error;
  }
}

/**
 * The same with a key and places of one's own. A place that cannot be told keeps neither the seals nor the other place waiting, is logged,
 * and is told the next time of what it missed.
 */
export async function sealAndTell(
  by: ReturnType<typeof signingKey>,
  { file, hook }: HeadPlaces,
  signal: AbortSignal,
  at = new Date(),
): Promise<void> {
  let sealed = 0;
  do {
    sealed = await sealEntries(SYSTEM_ACTOR, by, at);
    await tell(file, (heads) => append(file, heads));
    if (hook) await tell(hook, (heads) => post(hook, heads, signal));
  } while (sealed === PER_SEAL && !signal.aborted);
}

async function tell(place: string, act: (heads: readonly PublishedHead[]) => Promise<void>): Promise<void> {
  const heads = await headsAfter(SYSTEM_ACTOR, told.get(place) ?? null, HEADS_PER_RUN);
  const last = heads.at(-1);
  if (!last) return;
  try {
    await act(heads);
    told.set(place, last.number);
  } catch (error) {
    logLine('error', 'audit.place_not_told', { seal: last.number, message: messageOf(error) });
  }
}

/** The lines are on disk before the heads count as told. A line that was torn by a full disk stays a line of its own. */
async function append(file: string, heads: readonly PublishedHead[]): Promise<void> {
  const handle = await open(file, 'a+', 0o644);
  try {
    const { size } = await handle.stat();
    const last = size === 0 ? '\n' : (await handle.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString('latin1');
    const lines = heads.map((head) => `${JSON.stringify(head)}\n`).join('');
    await handle.appendFile(last === '\n' ? lines : `\n${lines}`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** One message for each head. */
async function post(hook: string, heads: readonly PublishedHead[], signal: AbortSignal): Promise<void> {
  for (const head of heads) {
    const answer = await fetch(hook, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(head),
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(HOOK_MS_MAX)]),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`The place for heads of the audit log answered ${answer.status}.`);
  }
}
