import 'server-only';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { definitionsOf, type FileScope, type FileWords, fileScope } from '@/lib/statistics/export-lines';
import type { Pivot } from '@/lib/statistics/pivot';
import { type PivotTable, tableOf } from '@/lib/statistics/pivot-table';
import { type Question, questionParams, resolveQuestion } from '@/lib/statistics/question';
import { getCurrency } from '../policy/get-currency';
import { getPivot } from './get-pivot';

/** What a file of a question is made of, whatever its format. */
export type PivotFile = { readonly pivot: Pivot; readonly table: PivotTable; readonly scope: FileScope };

/** Answers a question for a file: the table of the page, from the same query, asked once. `today` as `YYYY-MM-DD`. */
export async function pivotFile(actor: Actor, question: Question, today: string, words: FileWords): Promise<PivotFile> {
  authorise(actor, 'statistics.export');
  const resolved = resolveQuestion(question, today);
  const [pivot, currency] = await Promise.all([getPivot(actor, question, resolved), getCurrency()]);
  const params = { ...questionParams(question), grain: resolved.grain };
  const scope = fileScope(resolved.period, params, words, currency, definitionsOf(question.figures, words));
  return { pivot, table: tableOf(pivot, question, currency), scope };
}
