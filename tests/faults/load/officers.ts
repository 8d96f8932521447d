import { setTimeout as sleep } from 'node:timers/promises';
import { between, chance, pick, whole } from '@/lib/demo/draw';
import type { Officer, SeenRow } from '../claims/officer';
import { type ActionAnswer, actionId, callAction } from '../shared/server-actions';
import type { ActName, KnownAct } from './acts';
import { Doing, type Party } from './party';

type Proposed = SeenRow & { readonly decisionId: string; readonly proposedBy: string };

/** What the officers of a run share and leave behind. */
export type Shift = {
  readonly baseUrl: string;
  readonly known: KnownAct[];
  /** What waits for a second officer. */
  readonly proposals: Proposed[];
  readonly refusals: Map<string, number>;
  /** When calls that were answered began and ended, by `performance.now()`. */
  readonly answered: { readonly act: ActName; readonly startedAt: number; readonly endedAt: number }[];
  /** Answers that were lost, of any cause. */
  lost: number;
  readonly differences: string[];
};

/** An answer, with how many were lost before it. */
type Insisted = { readonly answer: ActionAnswer | null; readonly lost: number };

/** Nobody listened: what was asked for cannot have been done. */
function reachedNobody(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause as { readonly code?: string } | undefined) : undefined;
  return cause?.code === 'ECONNREFUSED';
}

const DESK = 'app/(desk)/consignments/[id]/actions.ts';
const THINK_MS = [150, 900] as const;
const ANSWER_MS_MAX = 15_000;
const RETRY_MS = 250;
/** How long an officer sends the same again before giving up on it. */
const INSIST_MS_MAX = 120_000;
/** Share of the calls whose connection the officer's side breaks off, and when. */
const BREAKS_OFF = 0.04;
const BREAKS_OFF_MS = [2, 60] as const;
const PROPOSALS_MAX = 30;

/** One officer at work, whatever happens: what gets no answer is sent again as it was, as a browser does. */
export class UnderLoad {
  private readonly ids = {
    take: actionId('app/(desk)/queue/actions.ts', 'takeNextAction'),
    give_back: actionId(DESK, 'giveBackAction'),
    release: actionId(DESK, 'releaseAction'),
    detain: actionId(DESK, 'decideAction'),
    destroy: actionId(DESK, 'decideAction'),
    view: actionId(DESK, 'viewProposalAction'),
    confirm: actionId(DESK, 'confirmAction'),
    reject: actionId(DESK, 'rejectAction'),
    hold: actionId(DESK, 'holdAction'),
    undo: actionId(DESK, 'undoAction'),
  };

  private readonly doing = new Doing();

  /** `leave` ends the work at once, with what is under way unanswered. */
  constructor(
    private readonly officer: Officer,
    private readonly shift: Shift,
    private readonly leave: AbortSignal,
  ) {}

  /** Works until it is told to stop, and ends what it has begun by then. */
  asParty(name: string, stop: AbortSignal, gaveUp: (error: unknown) => void): Party {
    return { name, work: this.work(stop).catch(gaveUp), doing: () => this.doing.told() };
  }

  private async work(stop: AbortSignal): Promise<void> {
    const { random } = this.officer;
    while (!stop.aborted) {
      await this.pause(between(random, ...THINK_MS));
      if (chance(random, 0.15)) await this.second();
      else await this.one();
    }
  }

  private async one(): Promise<void> {
    const { random } = this.officer;
    const held = await this.takeNext();
    if (!held) return;
    const drawn = random();
    if (drawn < 0.3) await this.giveBack(held);
    else if (drawn < 0.65) await this.release(held);
    else if (drawn < 0.85) await this.detain(held);
    else if (drawn < 0.95) {
      const after = await this.act('hold', held, { ground: 'value_doubt' });
      if (after) await this.giveBack(after);
    }
    // Kept, until its lease runs out.
  }

  private async takeNext(): Promise<SeenRow | null> {
    const answer = await this.call('take', '/queue', { lane: [] }, null);
    const consignmentId = answer?.data?.consignmentId;
    if (!answer) return null;
    if (typeof consignmentId !== 'string') {
      await this.pause(500);
      return null;
    }
    this.know('take', consignmentId, 'done');
    const rowVersion = await this.versionOf(consignmentId);
    return rowVersion === null ? null : { consignmentId, rowVersion };
  }

  private async giveBack(held: SeenRow): Promise<void> {
    const after = await this.act('give_back', held, {});
    if (!after || !chance(this.officer.random, 0.2)) return;
    // A late write under the claim that ended: as from a tab that was forgotten.
    const late = await this.act('release', held, { ground: 'risk_not_confirmed', note: 'Late' });
    if (late) this.shift.differences.push(`I6: a release of ${held.consignmentId} under an ended claim was taken`);
  }

  private async release(held: SeenRow): Promise<void> {
    const after = await this.act('release', held, { ground: 'risk_not_confirmed', note: 'Seen' });
    if (after && chance(this.officer.random, 0.15)) await this.act('undo', after, {});
  }

  private async detain(held: SeenRow): Promise<void> {
    const { random, id } = this.officer;
    const wish = { kind: 'detain', ground: 'documents_outstanding', note: 'No invoice' };
    const after = await this.act('detain', held, wish);
    if (!after || !chance(random, 0.7)) return;
    const answer = await this.actFully('destroy', after, { kind: 'destroy', ground: 'no_use', note: 'Worthless' });
    const { decisionId, rowVersion } = answer?.data ?? {};
    if (typeof decisionId !== 'string') return;
    const proposed = { ...after, rowVersion: Number(rowVersion), decisionId, proposedBy: id };
    const { proposals } = this.shift;
    if (proposals.length < PROPOSALS_MAX) proposals.push(proposed);
    else proposals[whole(random, 0, PROPOSALS_MAX - 1)] = proposed;
    if (chance(random, 0.3)) await this.act('undo', proposed, { note: 'Mistaken' });
  }

  /** Seconds a proposal, which others may second or withdraw at the same moment. */
  private async second(): Promise<void> {
    const { random, id } = this.officer;
    const others = this.shift.proposals.filter(({ proposedBy }) => proposedBy !== id);
    if (others.length === 0) return;
    const proposal = pick(random, others);
    const { consignmentId, decisionId } = proposal;
    if (chance(random, 0.6)) this.shift.proposals.splice(this.shift.proposals.indexOf(proposal), 1);
    const path = `/consignments/${consignmentId}`;
    const seen = await this.insist('view', path, { consignmentId, decisionId });
    if (seen.answer?.status !== 'ok') return;
    const act = chance(random, 0.6) ? 'confirm' : 'reject';
    await this.act(act, proposal, { decisionId, note: 'Agreed or not' });
  }

  /** Does something to a row as it was seen; the row as it is then, or null where it was refused. */
  private async act(act: ActName, seen: SeenRow, wish: object): Promise<SeenRow | null> {
    const answer = await this.actFully(act, seen, wish);
    return answer ? { consignmentId: seen.consignmentId, rowVersion: Number(answer.data?.rowVersion) } : null;
  }

  private async actFully(act: ActName, seen: SeenRow, wish: object): Promise<ActionAnswer | null> {
    const { consignmentId, rowVersion } = seen;
    const answer = await this.call(act, `/consignments/${consignmentId}`, { consignmentId, rowVersion, ...wish }, seen);
    if (answer) this.know(act, consignmentId, 'done');
    return answer;
  }

  /** The answer, or null for a refusal, which is counted; an act whose answer was lost on the way is told of as such. */
  private async call(act: ActName, path: string, input: object, seen: SeenRow | null): Promise<ActionAnswer | null> {
    const startedAt = performance.now();
    const { answer, lost } = await this.insist(act, path, input);
    this.shift.lost += lost;
    const consignmentId = seen?.consignmentId ?? null;
    // What changes one row changes it once, however often it is sent; each take claims another.
    const blind = act === 'take' ? lost : lost > 0 && answer?.status !== 'ok' ? 1 : 0;
    for (let index = 0; index < blind; index += 1) this.know(act, consignmentId, 'unknown');
    if (answer?.status === 'ok') {
      this.shift.answered.push({ act, startedAt, endedAt: performance.now() });
      return answer;
    }
    if (answer && lost === 0 && consignmentId) this.know(act, consignmentId, 'refused');
    const code = answer ? (answer.reasons?.[0]?.code ?? answer.status) : 'unanswered';
    this.shift.refusals.set(code, (this.shift.refusals.get(code) ?? 0) + 1);
    return null;
  }

  /** Sends until an action answers; gives how many answers were lost before: not those to what reached nobody. Null where none came for minutes, or it leaves. */
  private insist(act: ActName | 'view', path: string, input: object): Promise<Insisted> {
    return this.doing.during(`${act} at ${path}`, () => this.insistOn(this.ids[act], path, input));
  }

  private async insistOn(id: string, path: string, input: object): Promise<Insisted> {
    const { random, cookie } = this.officer;
    const until = performance.now() + INSIST_MS_MAX;
    let lost = 0;
    for (let tries = 0; ; tries += 1) {
      const isBroken = tries === 0 && chance(random, BREAKS_OFF);
      const mostMs = isBroken ? whole(random, ...BREAKS_OFF_MS) : ANSWER_MS_MAX;
      try {
        const signal = AbortSignal.any([AbortSignal.timeout(mostMs), this.leave]);
        return { answer: await callAction(this.shift.baseUrl, { path, cookie, id, input, signal }), lost };
      } catch (error) {
        if (!reachedNobody(error)) lost += 1;
        if (this.leave.aborted || performance.now() > until) return { answer: null, lost };
        await sleep(isBroken ? 0 : RETRY_MS);
      }
    }
  }

  /** As the queue page learns of changes; null where the consignment went meanwhile. */
  private versionOf(consignmentId: string): Promise<number | null> {
    return this.doing.during(`asks for the version of ${consignmentId}`, () => this.askVersion(consignmentId));
  }

  private async askVersion(consignmentId: string): Promise<number | null> {
    const until = performance.now() + INSIST_MS_MAX;
    while (performance.now() < until && !this.leave.aborted) {
      try {
        const answer = await fetch(`${this.shift.baseUrl}/api/queue/changes`, {
          method: 'POST',
          headers: { cookie: this.officer.cookie, origin: this.shift.baseUrl, 'content-type': 'application/json' },
          body: JSON.stringify({ rows: [{ consignmentId, rowVersion: 0 }], until: null }),
          signal: AbortSignal.any([AbortSignal.timeout(ANSWER_MS_MAX), this.leave]),
        });
        const { changed } = (await answer.json()) as { changed: SeenRow[] };
        return changed[0]?.rowVersion ?? null;
      } catch {
        await sleep(RETRY_MS);
      }
    }
    return null;
  }

  private pause(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.leave });
  }

  private know(act: ActName, consignmentId: string | null, outcome: KnownAct['outcome']): void {
    this.shift.known.push({ officerId: this.officer.id, consignmentId, act, outcome });
  }
}
