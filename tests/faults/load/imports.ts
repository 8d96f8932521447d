import { setTimeout as sleep } from 'node:timers/promises';
import { doubtfulFile } from '../claims/queue';
import { Follower, isOver, type Progress } from '../import/follow';
import { type ImportFiles, importFiles } from '../import/import-file';
import { partnerKey, sendFile } from '../import/send';
import type { Site } from './site';

/** A file that was sent whole and came to its end. */
export type SentFiles = ImportFiles & { readonly seed: number; readonly submissionId: string };

/** What the imports of a run leave behind. */
export type Imported = {
  readonly files: SentFiles[];
  readonly submissionIds: string[];
  readonly differences: string[];
  /** When a batch was seen to be done, by `performance.now()`. */
  readonly progressed: number[];
  records: number;
  sends: number;
  /** Gifts sent to the queue of the officers so far. */
  doubtful: number;
};

const ROWS = 1_200;
/** Kept waiting for the officers; a file of so many is sent where fewer do. */
const DOUBTFUL_FILE = 400;
const OPEN_MIN = 300;
const IMPORT_MS_MAX = 600_000;
const ANSWER_MS_MAX = 20_000;
const RETRY_MS = 250;

/** A partner that sends file after file, each again under its key until it is answered, and looks at each until it is done. */
export class Importing {
  private readonly key: string;

  constructor(
    private readonly site: Site,
    private readonly seed: number,
    readonly imported: Imported,
    private readonly countOpen: () => Promise<number | null>,
  ) {
    this.key = partnerKey(site.dataDir);
  }

  async work(stop: AbortSignal): Promise<void> {
    for (let made = 0; !stop.aborted; made += 1) {
      const seed = this.seed * 10_000 + made;
      const files = importFiles(ROWS, seed, new Date());
      await this.send(files.earlier, `earlier-${seed}`);
      const submissionId = await this.send(files.main, `main-${seed}`);
      this.imported.files.push({ ...files, seed, submissionId });
      await this.topUp();
    }
  }

  /** Sends more for the officers where little waits. */
  async topUp(): Promise<void> {
    const open = await this.countOpen();
    if (open === null || open >= OPEN_MIN) return;
    const first = this.imported.doubtful;
    this.imported.doubtful += DOUBTFUL_FILE;
    await this.send(doubtfulFile(DOUBTFUL_FILE, first), `doubtful-${first}`);
  }

  private async send(body: Buffer, idempotencyKey: string): Promise<string> {
    const submissionId = await this.untilTaken(body, idempotencyKey);
    this.imported.submissionIds.push(submissionId);
    const { site, imported } = this;
    const place = { dataDir: site.databaseDir, checkAlive: () => site.checkAlive() };
    const follower = new Follower(place, submissionId);
    try {
      let before = -1;
      const done = await follower.until((progress: Progress) => {
        if (progress.processed !== before || isOver(progress)) imported.progressed.push(performance.now());
        before = progress.processed;
        return isOver(progress);
      }, IMPORT_MS_MAX);
      if (done.status !== 'finished') imported.differences.push(`I1: ${idempotencyKey} ended as ${done.status}`);
      imported.records += done.received;
      imported.differences.push(...follower.moments.differences(`I1: ${idempotencyKey}`));
      return submissionId;
    } finally {
      await follower.close();
    }
  }

  /** @throws Error when the same key is answered by two submissions, or the file is refused */
  private async untilTaken(body: Buffer, idempotencyKey: string): Promise<string> {
    const until = performance.now() + IMPORT_MS_MAX;
    for (;;) {
      this.site.checkAlive();
      this.imported.sends += 1;
      const wish = { idempotencyKey, lastsMs: 0, mostMs: ANSWER_MS_MAX };
      const answer = await sendFile(this.site.baseUrl, this.key, body, wish);
      if (answer.kind === 'taken') return answer.submissionId;
      const isPassing = answer.kind === 'failed' || answer.status === 429;
      if (!isPassing || performance.now() > until) throw new Error(`Not taken: ${JSON.stringify(answer)}`);
      await sleep(RETRY_MS);
    }
  }
}
