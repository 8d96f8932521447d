import { type Reading, words } from './reading';

/** Facts of courses and what was answered in them; see `FACTS`. */
export const LEARNING_FACTS = {
  courseKind: words('learning.kind'),
  caseSource: words('learning.source'),
  cases: 'plain',
  prevalence: 'plain',
  trainees: 'plain',
  caseNumber: 'plain',
  courseAct: words('learning.act'),
  selectedInPractice: 'plain',
  foundInPractice: 'plain',
} as const satisfies Readonly<Record<string, Reading>>;
