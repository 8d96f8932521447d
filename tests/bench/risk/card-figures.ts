import { encodeAsOf, encodeRows } from '@/lib/risk/model/encode';
import { History } from '@/lib/risk/model/history';
import { areaUnderCurve, topShare } from '@/lib/risk/model/metrics';
import { featuresOf } from '@/lib/risk/model/plan';
import { cardLogOdds, fitScorecard } from '@/lib/risk/model/scorecard';
import type { Figure } from '../report';
import { DECLARATION_PLAN } from './declaration-plan';
import type { Declaration } from './read-declarations';

/** The readable challenger on the same features. */
export function cardFigures(train: readonly Declaration[], query: readonly Declaration[]): Figure[] {
  const started = performance.now();
  const rowsOf = (declarations: readonly Declaration[]) => declarations.map(({ row }) => row);
  const labels = train.map(({ fraud }) => fraud);
  const history = new History(DECLARATION_PLAN);
  const matrix = encodeAsOf(history, rowsOf(train), labels);
  const card = fitScorecard(featuresOf(DECLARATION_PLAN), matrix, labels);
  const trainSeconds = (performance.now() - started) / 1000;
  const queried = encodeRows(history, rowsOf(query));
  const scores = query.map((_, row) => cardLogOdds(card, queried.values, row * queried.width));
  const outcomes = query.map(({ fraud }) => fraud);
  return [
    { name: 'cardAuc', value: areaUnderCurve(scores, outcomes), note: `scorecard, ${trainSeconds.toFixed(1)} s` },
    { name: 'cardPrecisionAt5', value: topShare(scores, outcomes, 0.05).precision?.rate ?? Number.NaN, note: '' },
    { name: 'cardPrecisionAt10', value: topShare(scores, outcomes, 0.1).precision?.rate ?? Number.NaN, note: '' },
  ];
}
