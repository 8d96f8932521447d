import 'server-only';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { definitionsOf, type FileWords, fileScope } from '@/lib/statistics/export-lines';
import { pivotLines } from '@/lib/statistics/pivot-lines';
import { tableOf } from '@/lib/statistics/pivot-table';
import { type Question, questionParams, resolveQuestion } from '@/lib/statistics/question';
import { getCurrency } from '../policy/get-currency';
import { getPivot } from './get-pivot';

/** The table of a question as CSV lines: the same lines and cells, from the same query. */
export async function* exportPivot(
  actor: Actor,
  question: Question,
  today: string,
  words: FileWords,
): AsyncGenerator<string> {
  authorise(actor, 'statistics.export');
  const resolved = resolveQuestion(question, today);
  const [pivot, currency] = await Promise.all([getPivot(actor, question, resolved), getCurrency()]);
  const params = { ...questionParams(question), grain: resolved.grain };
  const scope = fileScope(resolved.period, params, words, currency, definitionsOf(question.figures, words));
  yield* pivotLines(tableOf(pivot, question, currency), question, { scope, words });
}
