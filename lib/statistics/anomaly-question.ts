import { addDays } from '@/lib/kernel/dates';
import { DAYS_JUDGED_BY, type Watched } from './anomaly';
import { parseQuestion, type Question } from './question';

type Asked = {
  readonly day: string;
  readonly watched: Watched;
  readonly member: string;
  readonly officeIds: readonly string[];
};

/** What the explorer is asked to show an unusual day among those it was judged by: the line of its count, day by day. */
export function anomalyQuestion({ day, watched, member, officeIds }: Asked): Question {
  return parseQuestion({
    ...{ from: addDays(day, -DAYS_JUDGED_BY), to: day, compare: 'none', grain: 'day' },
    ...{ rows: 'time', drawing: 'line', office: officeIds },
    ...(watched === 'all' ? {} : { [watched]: member }),
  });
}
