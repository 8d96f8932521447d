import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrMakeAuditKey } from '@/db/audit-key';
import { PER_SEAL, sealEntries } from '@/db/commands/audit/seal-entries';
import { ensureDataFolder } from '@/db/engine/data-folder';
import { env } from '@/db/env';
import { lastHead } from '@/db/queries/audit/last-head';
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

/** What each place was told last by this process; a place that is told twice of a head is not harmed. */
const told = new Map<string, number>();

/** Seals what waits, then tells the places outside of the newest head, which stands for all before it. */
export async function sealAudit(signal: AbortSignal): Promise<void> {
  const folder = await ensureDataFolder(env().dataDir);
  const key = await readOrMakeAuditKey(folder);
  await sealAndTell(
    key,
    { file: env().auditHeads ?? join(folder, 'audit-heads.jsonl'), hook: env().auditHook ?? null },
    signal,
  );
}

/** The same with a key and places of one's own. @throws Error where a place could not be told; it is told the next time */
export async function sealAndTell(
  key: ReturnType<typeof signingKey>,
  { file, hook }: HeadPlaces,
  signal: AbortSignal,
  at = new Date(),
): Promise<void> {
  while (!signal.aborted && (await sealEntries(SYSTEM_ACTOR, key, at)) === PER_SEAL);
  const head = await lastHead(SYSTEM_ACTOR);
  if (!head) return;
  await tell(file, head, () => append(file, head));
  if (hook) await tell(hook, head, () => post(hook, head, signal));
}

async function tell(place: string, { number }: PublishedHead, act: () => Promise<void>): Promise<void> {
  if (told.get(place) === number) return;
  await act();
  told.set(place, number);
}

/** The line is on disk before the head counts as told. */
async function append(file: string, head: PublishedHead): Promise<void> {
  const handle = await open(file, 'a', 0o644);
  try {
    await handle.appendFile(`${JSON.stringify(head)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function post(hook: string, head: PublishedHead, signal: AbortSignal): Promise<void> {
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
