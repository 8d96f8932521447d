import { chance, pick } from '@/lib/demo/draw';
import type { Random } from '@/lib/kernel/prng';
import type { AnsweredClaim } from '@/tests/support/claim-ledger';
import { type ActionAnswer, actionId, callAction } from '../shared/server-actions';

/** A consignment as somebody saw it last. */
export type SeenRow = { readonly consignmentId: string; readonly rowVersion: number };

/** What the officers share: how far they are, and what was given back and may be claimed by anybody. */
export type Shift = {
  readonly baseUrl: string;
  readonly wanted: number;
  readonly board: SeenRow[];
  readonly answered: AnsweredClaim[];
  readonly claimMs: { next: number[]; one: number[] };
  readonly endMs: { giveBack: number[]; decide: number[] };
  /** Share of the claims that end with a decision. */
  readonly decides: number;
  readonly refusals: Map<string, number>;
  readonly decided: { count: number };
};

export type Officer = { readonly id: string; readonly cookie: string; readonly random: Random };

const DESK = 'app/(desk)/consignments/[id]/actions.ts';
const ONE_BY_ID = 0.3;
const KEEPS = 0.04;
/** Few enough that officers meet at the same consignment. */
const BOARD_MAX = 40;

/** The calls of one officer, as the pages make them. */
export class AtWork {
  private readonly ids = {
    next: actionId('app/(desk)/queue/actions.ts', 'takeNextAction'),
    claim: actionId(DESK, 'claimAction'),
    giveBack: actionId(DESK, 'giveBackAction'),
    release: actionId(DESK, 'releaseAction'),
  };

  constructor(
    private readonly officer: Officer,
    private readonly shift: Shift,
  ) {}

  /** Claims until the shift has enough; most claims are given back, some consignments released, some kept. */
  async work(signal: AbortSignal): Promise<void> {
    const { random } = this.officer;
    while (this.shift.answered.length < this.shift.wanted) {
      signal.throwIfAborted();
      const isById = this.shift.board.length > 0 && chance(random, ONE_BY_ID);
      const held = isById ? await this.claimOne(pick(random, this.shift.board)) : await this.takeNext();
      if (held && !chance(random, KEEPS)) await this.end(held);
    }
  }

  private async takeNext(): Promise<SeenRow | null> {
    const answer = await timed(this.shift.claimMs.next, () => this.call('/queue', this.ids.next, { lane: [] }));
    const consignmentId = answer?.data?.consignmentId;
    if (!answer) return null;
    if (typeof consignmentId !== 'string') throw new Error('The queue ran empty: send more consignments.');
    this.shift.answered.push({ consignmentId, officerId: this.officer.id, claimNumber: null });
    return { consignmentId, rowVersion: await this.versionOf(consignmentId) };
  }

  private async claimOne(seen: SeenRow): Promise<SeenRow | null> {
    const path = `/consignments/${seen.consignmentId}`;
    const answer = await timed(this.shift.claimMs.one, () => this.call(path, this.ids.claim, seen));
    if (!answer) return null;
    this.shift.answered.push({
      consignmentId: seen.consignmentId,
      officerId: this.officer.id,
      claimNumber: Number(answer.data?.claimNumber),
    });
    return { consignmentId: seen.consignmentId, rowVersion: Number(answer.data?.rowVersion) };
  }

  private async end(held: SeenRow): Promise<void> {
    const isDecision = chance(this.officer.random, this.shift.decides);
    const input = isDecision ? { ...held, ground: 'risk_not_confirmed' } : held;
    const id = isDecision ? this.ids.release : this.ids.giveBack;
    const samples = isDecision ? this.shift.endMs.decide : this.shift.endMs.giveBack;
    const answer = await timed(samples, () => this.call(`/consignments/${held.consignmentId}`, id, input));
    if (!answer) return;
    if (isDecision) this.shift.decided.count += 1;
    else this.post({ consignmentId: held.consignmentId, rowVersion: Number(answer.data?.rowVersion) });
  }

  private post(row: SeenRow): void {
    const { board } = this.shift;
    if (board.length < BOARD_MAX) board.push(row);
    else board[Math.floor(this.officer.random() * BOARD_MAX)] = row;
  }

  /** As the queue page learns of changes. */
  private async versionOf(consignmentId: string): Promise<number> {
    const answer = await fetch(`${this.shift.baseUrl}/api/queue/changes`, {
      method: 'POST',
      headers: { cookie: this.officer.cookie, origin: this.shift.baseUrl, 'content-type': 'application/json' },
      body: JSON.stringify({ rows: [{ consignmentId, rowVersion: 0 }], until: null }),
    });
    const { changed } = (await answer.json()) as { changed: SeenRow[] };
    const [row] = changed;
    if (!row) throw new Error(`The queue does not tell the version of ${consignmentId}.`);
    return row.rowVersion;
  }

  /** The answer, or null for a refusal, which is counted. */
  private async call(path: string, id: string, input: unknown): Promise<ActionAnswer | null> {
    const answer = await callAction(this.shift.baseUrl, { path, cookie: this.officer.cookie, id, input });
    if (answer.status === 'ok') return answer;
    const code = answer.reasons?.[0]?.code ?? answer.status;
    this.shift.refusals.set(code, (this.shift.refusals.get(code) ?? 0) + 1);
    return null;
  }
}

async function timed<T>(samples: number[], run: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await run();
  samples.push(performance.now() - startedAt);
  return result;
}
