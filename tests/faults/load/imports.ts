import { setTimeout as sleep } from 'node:timers/promises';
import { doubtfulFile } from '../claims/queue';
import { Follower, isOver, type Progress } from '../import/follow';
import { type ImportFiles, importFiles } from '../import/import-file';
import { partnerKey, sendFile } from '../import/send';
import { Doing, type Party } from './party';
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
/**
 * How long a file may take to be answered, and then to be imported: three minutes for what befalls it on the way, a lease to run out and
 * pauses after failures, and what twenty rows a second take.
 */
const importMsMax = (rows: number) => 180_000 + rows * 50;
/** What the longest import may take that is under way when the load ends. */
export const LAST_IMPORT_MS_MAX = importMsMax(ROWS);
const ANSWER_MS_MAX = 20_000;
const RETRY_MS = 250;

type Sent = { readonly body: Buffer; readonly idempotencyKey: string; readonly rows: number };

/** A partner that sends file after file, each again under its key until it is answered, and looks at each until it is done. */
export class Importing {
  private readonly key: string;
  private readonly doing = new Doing();

  /** `leave` ends the work at once, with what is under way as it stands. */
  constructor(
    private readonly site: Site,
    private readonly seed: number,
    readonly imported: Imported,
    private readonly countOpen: () => Promise<number | null>,
    private readonly leave: AbortSignal,
  ) {
    this.key = partnerKey(site.dataDir);
  }

  /** Works until it is told to stop, and ends the import that is under way by then. */
  asParty(name: string, stop: AbortSignal, gaveUp: (error: unknown) => void): Party {
    return { name, work: this.work(stop).catch(gaveUp), doing: () => this.doing.told() };
  }

  private async work(stop: AbortSignal): Promise<void> {
    for (let made = 0; !stop.aborted; made += 1) {
      const seed = this.seed * 10_000 + made;
      const files = importFiles(ROWS, seed, new Date());
      await this.send({ body: files.earlier, idempotencyKey: `earlier-${seed}`, rows: ROWS });
      if (stop.aborted) return;
      const submissionId = await this.send({ body: files.main, idempotencyKey: `main-${seed}`, rows: ROWS });
      this.imported.files.push({ ...files, seed, submissionId });
      if (!stop.aborted) await this.topUp();
    }
  }

  /** Sends more for the officers where little waits. */
  private async topUp(): Promise<void> {
    const open = await this.countOpen();
    if (open === null || open >= OPEN_MIN) return;
    const first = this.imported.doubtful;
    this.imported.doubtful += DOUBTFUL_FILE;
    const body = doubtfulFile(DOUBTFUL_FILE, first);
    await this.send({ body, idempotencyKey: `doubtful-${first}`, rows: DOUBTFUL_FILE });
  }

  private async send(sent: Sent): Promise<string> {
    const { idempotencyKey } = sent;
    const submissionId = await this.doing.during(`sends ${idempotencyKey}`, () => this.untilTaken(sent));
    this.imported.submissionIds.push(submissionId);
    await this.doing.during(`follows ${idempotencyKey}, submission ${submissionId}`, () =>
      this.untilOver(sent, submissionId),
    );
    return submissionId;
  }

  /** @throws Error when it takes longer than work that goes on */
  private async untilOver({ idempotencyKey, rows }: Sent, submissionId: string): Promise<void> {
    const { site, imported } = this;
    const place = { dataDir: site.databaseDir, checkAlive: () => this.checkAlive() };
    const follower = new Follower(place, submissionId);
    try {
      let before = 0;
      const done = await follower.until((progress: Progress) => {
        if (progress.processed !== before || isOver(progress)) imported.progressed.push(performance.now());
        before = progress.processed;
        return isOver(progress);
      }, importMsMax(rows));
      if (done.status !== 'finished') imported.differences.push(`I1: ${idempotencyKey} ended as ${done.status}`);
      imported.records += done.received;
    } finally {
      imported.differences.push(...follower.moments.differences(`I1: ${idempotencyKey}`));
      await follower.close();
    }
  }

  /** @throws Error when the same key is answered by two submissions, or the file is refused */
  private async untilTaken({ body, idempotencyKey, rows }: Sent): Promise<string> {
    const until = performance.now() + importMsMax(rows);
    for (;;) {
      this.checkAlive();
      this.imported.sends += 1;
      const wish = { idempotencyKey, lastsMs: 0, mostMs: ANSWER_MS_MAX, signal: this.leave };
      const answer = await sendFile(this.site.baseUrl, this.key, body, wish);
      if (answer.kind === 'taken') return answer.submissionId;
      const isPassing = answer.kind === 'failed' || answer.status === 429;
      if (!isPassing || performance.now() > until)
        throw new Error(`${idempotencyKey} was not taken: ${JSON.stringify(answer)}`);
      await sleep(RETRY_MS, undefined, { signal: this.leave });
    }
  }

  private checkAlive(): void {
    this.leave.throwIfAborted();
    this.site.checkAlive();
  }
}
