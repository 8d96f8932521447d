import { open } from 'node:fs/promises';
import { eraseAttachmentsDue } from '@/db/commands/privacy/erase-attachments-due';
import { eraseConsignmentsDue } from '@/db/commands/privacy/erase-consignments-due';
import { eraseRefusedDue, eraseSubmissionsDue } from '@/db/commands/privacy/erase-sent-due';
import { forgetHistoriesDue } from '@/db/commands/privacy/forget-histories-due';
import { forgetTrainingsDue } from '@/db/commands/privacy/forget-trainings-due';
import { markTold } from '@/db/commands/privacy/mark-told';
import { ensureDataFolder } from '@/db/engine/data-folder';
import { env } from '@/db/env';
import { logLine } from '@/db/log';
import { erasuresToTell } from '@/db/queries/privacy/erasures-to-tell';
import { SYSTEM_ACTOR } from '@/lib/identity/actor';
import { lineOf } from '@/lib/privacy/erasure-log';
import { erasureLogOf } from './erasure-log-place';

const TOLD_AT_ONCE = 100;

/**
 * Erases what is due, batch by batch, each a transaction of its own: stopped anywhere, the next run goes on with what is left. Submissions
 * come after the consignments and records they brought.
 */
export async function eraseDue(signal: AbortSignal, at?: Date): Promise<void> {
  const now = () => at ?? new Date();
  const counts = {
    attachments: await rounds(signal, (after: Parameters<typeof eraseAttachmentsDue>[1]) =>
      eraseAttachmentsDue(SYSTEM_ACTOR, after, now()),
    ),
    consignments: await rounds(signal, (after: Parameters<typeof eraseConsignmentsDue>[1]) =>
      eraseConsignmentsDue(SYSTEM_ACTOR, after, now()),
    ),
    refusedRecords: await rounds(signal, (after: Parameters<typeof eraseRefusedDue>[1]) =>
      eraseRefusedDue(SYSTEM_ACTOR, after, now()),
    ),
    submissions: await rounds(signal, (after: Parameters<typeof eraseSubmissionsDue>[1]) =>
      eraseSubmissionsDue(SYSTEM_ACTOR, after, now()),
    ),
    histories: await untilNone(signal, () => forgetHistoriesDue(SYSTEM_ACTOR, now())),
    trainings: await untilNone(signal, () => forgetTrainingsDue(SYSTEM_ACTOR, now())),
  };
  if (Object.values(counts).some((count) => count > 0)) logLine('info', 'privacy.erased', counts);
}

async function rounds<Place>(
  signal: AbortSignal,
  round: (after: Place | null) => Promise<{ readonly erased: number; readonly next: Place | null }>,
): Promise<number> {
  let [erased, after]: [number, Place | null] = [0, null];
  do {
    const done = await round(after);
    erased += done.erased;
    after = done.next;
  } while (after !== null && !signal.aborted);
  return erased;
}

async function untilNone(signal: AbortSignal, round: () => Promise<number>): Promise<number> {
  let erased = 0;
  for (let last = 1; last > 0 && !signal.aborted; erased += last) last = await round();
  return erased;
}

/** Writes what was erased into the log beside the database: on disk before it counts as told, tried again until it is. */
export async function tellErasures(signal: AbortSignal): Promise<void> {
  const { dataDir, erasures } = env();
  await ensureDataFolder(dataDir);
  await tellErasuresTo(erasureLogOf({ dataDir, erasures }), signal);
}

/** The same into a file of one's own. */
export async function tellErasuresTo(file: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const lines = await erasuresToTell(SYSTEM_ACTOR, TOLD_AT_ONCE);
    if (lines.length === 0) return;
    const handle = await open(file, 'a', 0o600);
    try {
      // A line that was torn before ends here, and is passed over by who reads.
      await handle.appendFile(`\n${lines.map(lineOf).join('')}`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await markTold(
      SYSTEM_ACTOR,
      lines.map(({ batchId }) => batchId),
    );
    if (lines.length < TOLD_AT_ONCE || signal.aborted) return;
  }
}
