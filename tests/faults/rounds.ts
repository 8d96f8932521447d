import { join } from 'node:path';
import { seededRandom } from '@/lib/kernel/prng';
import { percentile } from '@/tests/bench/report';
import type { Officer } from './claims/officer';
import { asked, fillQueue, QUEUE_OFFICE, signedInOfficers } from './claims/queue';
import { databaseUrlOf } from './shared/ledger';
import { type Outcome, say } from './shared/report';
import { defineRun, type RunPlace } from './shared/run';
import { type ActionAnswer, actionId, callAction } from './shared/server-actions';
import { ThrowAway } from './shared/throw-away';

const DEMO_CONSIGNMENTS = 300;
/** Rounds that go on at once, each on a consignment of its own. */
const AT_ONCE = 8;
/** Sent for each that is decided on: some are drawn at random for examination, which an officer may not release whoever is first. */
const SENT_FOR_EACH = 1.1;

type Options = { readonly rounds: number; readonly officers: number; readonly seed: number };
type Target = { readonly consignmentId: string; readonly rowVersion: number };
type Tally = { ms: number[]; losers: Map<string, number>; differences: string[]; won: Map<string, number> };

export const rounds = defineRun({
  name: 'rounds',
  promise:
    'Officers who decide the same consignment at the same moment, each otherwise, have exactly one winner, and every loser is told who was first and when.',
  options: { rounds: 10_000, officers: 3, seed: 1 },
  run,
});

async function run(options: Options, { folder, signal }: RunPlace): Promise<Outcome> {
  const place = new ThrowAway(join(folder, 'rounds'), DEMO_CONSIGNMENTS, signal);
  try {
    say('starting an installation; its first start builds the application and makes a demo');
    await place.start();
    const databaseUrl = await databaseUrlOf(place.dataDir);
    const sent = Math.ceil(options.rounds * SENT_FOR_EACH);
    say(`sending ${sent} doubtful consignments to ${QUEUE_OFFICE}`);
    await fillQueue(place, databaseUrl, sent);
    const officers = await signedInOfficers(place, databaseUrl, options);
    const targets = await asked<Target>(
      databaseUrl,
      `select consignment_id as "consignmentId", row_version as "rowVersion" from clearance.clearances
        where office_id = '${QUEUE_OFFICE}' and status = 'selected' and selection_reason not in ('random', 'mandatory')
        order by act_by_at limit ${options.rounds}`,
    );
    if (targets.length < options.rounds)
      throw new Error(`Only ${targets.length} of ${options.rounds} can be decided by one officer alone.`);
    const tally: Tally = { ms: [], losers: new Map(), differences: [], won: new Map() };
    const acts = actsOf(place.baseUrl);
    const random = seededRandom(options.seed);
    say(`${officers.length} officers decide each of ${targets.length} consignments at once`);
    const telling = setInterval(() => say(`${tally.ms.length} calls`), 20_000);
    const queue = [...targets];
    const worker = async () => {
      for (let target = queue.pop(); target; target = queue.pop()) {
        signal.throwIfAborted();
        await round(target, officers, acts, random, tally);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker)).finally(() => clearInterval(telling));
    const ids = targets.map(({ consignmentId }) => `'${consignmentId}'`).join(', ');
    const [doubled] = await asked<{ n: number }>(
      databaseUrl,
      `select count(*)::int as n from (select consignment_id from clearance.events
        where consignment_id in (${ids}) and kind in ('released', 'detained', 'entry_refused')
        group by consignment_id having count(*) <> 1) as wrong`,
    );
    if (doubled && doubled.n > 0) tally.differences.push(`${doubled.n} consignments were not decided exactly once`);
    return outcomeOf(options, targets.length, tally);
  } finally {
    await place.sweep();
  }
}

type Act = (target: Target, officer: Officer) => Promise<ActionAnswer>;

/** Three ways to decide, as the page sends them. */
function actsOf(baseUrl: string): readonly Act[] {
  const desk = 'app/(desk)/consignments/[id]/actions.ts';
  const act =
    (id: string, wish: object): Act =>
    ({ consignmentId, rowVersion }, { cookie }) =>
      callAction(baseUrl, {
        path: `/consignments/${consignmentId}`,
        cookie,
        id,
        input: { consignmentId, rowVersion, ...wish },
      });
  return [
    act(actionId(desk, 'releaseAction'), { ground: 'risk_not_confirmed', note: 'Seen' }),
    act(actionId(desk, 'decideAction'), { kind: 'detain', ground: 'documents_outstanding', note: 'No invoice' }),
    act(actionId(desk, 'decideAction'), { kind: 'refuse', ground: 'conditions_not_met', note: 'No number' }),
  ];
}

async function round(
  target: Target,
  officers: readonly Officer[],
  acts: readonly Act[],
  random: () => number,
  tally: Tally,
): Promise<void> {
  const first = Math.floor(random() * acts.length);
  const answers = await Promise.all(
    officers.map(async (officer, index) => {
      const act = acts[(first + index) % acts.length];
      if (!act) throw new Error('no act');
      const startedAt = performance.now();
      const answer = await act(target, officer);
      tally.ms.push(performance.now() - startedAt);
      return { answer, way: (first + index) % acts.length };
    }),
  );
  const winners = answers.filter(({ answer }) => answer.status === 'ok');
  if (winners.length !== 1)
    tally.differences.push(`${target.consignmentId}: ${winners.length} of ${officers.length} decided it`);
  for (const { way } of winners) count(tally.won, String(way));
  for (const { answer } of answers) {
    if (answer.status === 'ok') continue;
    const [reason] = answer.reasons ?? [];
    const code = reason?.code ?? answer.status;
    count(tally.losers, code);
    // By whom and when.
    const isNamed = Boolean(reason?.params?.name && reason.params.at);
    if (code !== 'row.decided' || !isNamed)
      tally.differences.push(`${target.consignmentId}: a loser was told ${JSON.stringify(answer)}`);
  }
}

const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);

function outcomeOf(options: Options, made: number, { ms, losers, differences, won }: Tally): Outcome {
  const told = [...losers].sort(([, a], [, b]) => b - a).map(([code, times]) => `${times} ${code}`);
  const ways = ['released', 'detained', 'refused'];
  return {
    differences,
    lines: [
      `  losers were told: ${told.join(', ') || 'nothing'}`,
      `  winners: ${ways.map((way, index) => `${won.get(String(index)) ?? 0} ${way}`).join(', ')}`,
    ],
    figures: {
      seed: options.seed,
      officers: options.officers,
      rounds: made,
      decisions_p50_ms: Math.round(percentile(ms, 0.5)),
      decisions_p95_ms: Math.round(percentile(ms, 0.95)),
    },
  };
}
