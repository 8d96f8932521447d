import { desc, eq } from 'drizzle-orm';
import { promoteModel, shadowModel } from '@/db/commands/model/move-model';
import { startTraining } from '@/db/commands/model/start-training';
import { db } from '@/db/connection';
import { trainModels } from '@/db/jobs/train-models';
import { logLine } from '@/db/log';
import { countResults } from '@/db/queries/model/count-results';
import { modelStandings, trainingRuns } from '@/db/schema';
import { DAY_MS } from '@/lib/kernel/dates';
import { stageOf } from '@/lib/risk/model/ladder';
import { demoAuthor, demoSecond } from './demo-profiles';

/** Models are of the whole administration, whatever offices who trains them sees. */
const [AUTHOR, SECOND] = [demoAuthor('eu'), demoSecond('eu')];

/** Days a model watches in shadow before it is promoted. */
const SHADOW_DAYS = 4;
/** Share of the stream after which another one is trained, to be compared with the first. */
const SECOND_FROM = 0.93;
/** From here on it is looked for results enough for a first model; towards the end one is tried anyway, and says what is wanting. */
const LOOKED_FROM = 0.5;

const REASONS = {
  shadow: 'Scores unseen for some days, to be compared on new results.',
  promote: 'Ranks new results well above the random sample; agreed in the weekly meeting.',
} as const;

/** The risk manager's part of the demo on one evening: trains, lets watch, and has promoted what proves itself. */
export async function workOnModels(
  share: number,
  evening: Date,
  tell: (line: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const standings = await db().select().from(modelStandings).orderBy(modelStandings.version);
  const runs = await db().select({ state: trainingRuns.state }).from(trainingRuns);
  const active = standings.find(({ state }) => state === 'active');
  const shadow = standings.find(({ state }) => state === 'shadow');
  const isNearEnd = share >= SECOND_FROM;
  if (standings.length === 0 && share >= LOOKED_FROM) {
    if ((isNearEnd && runs.length === 0) || (await isEnough())) return train(evening, tell, signal);
  }
  const hasWatched = shadow?.shadowAt && evening.getTime() - shadow.shadowAt.getTime() >= SHADOW_DAYS * DAY_MS;
  if (shadow && !active && hasWatched) {
    const { version, rowVersion } = shadow;
    await promoteModel(SECOND, { version, rowVersion, reason: REASONS.promote }, evening);
    return;
  }
  if (active && standings.length === 1 && isNearEnd) return train(evening, tell, signal);
}

const isEnough = async () => stageOf(await countResults(AUTHOR), false) !== 'collecting';

/** Trains by the job of the worker, and puts what it made in shadow; with too few results it makes nothing. */
async function train(evening: Date, tell: (line: string) => void, signal: AbortSignal): Promise<void> {
  const { runId } = await startTraining(AUTHOR, { objective: 'chance' }, evening);
  await trainModels(signal, () => evening, saying(tell));
  const [made] = await db()
    .select({ version: trainingRuns.modelVersion })
    .from(trainingRuns)
    .where(eq(trainingRuns.id, runId))
    .orderBy(desc(trainingRuns.requestedAt));
  if (!made?.version) return;
  await shadowModel(AUTHOR, { version: made.version, rowVersion: 1, reason: REASONS.shadow }, evening);
}

/** What came of a training in words, for whoever waits for the demo; what failed stays a line of the log. */
function saying(tell: (line: string) => void): typeof logLine {
  return (level, event, fields = {}) => {
    if (event === 'model.trained') tell('Demo: a risk model was trained.');
    else if (event === 'model.too-few')
      tell(`Demo: results of ${fields.results} more examinations are wanting for a risk model.`);
    else logLine(level, event, fields);
  };
}
