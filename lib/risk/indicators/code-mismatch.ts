import type { Indicator } from '@/lib/assessment/types';
import { HS_CHAPTERS } from '@/lib/codes/hs-chapters';
import { otherChapterOf } from '@/lib/consignment/other-chapter';
import { asWritten } from '@/lib/consignment/words';
import { type IndicatorContext, strongestOf } from '../context';

/** Words that are quoted as the reason. */
const QUOTED = 2;

const chapterName = (code: string) => HS_CHAPTERS.get(code.slice(0, 2)) ?? code.slice(0, 2);

/** A description reads like another chapter than that of the code: one of the two is wrong, or the terms do not know the goods. */
export function codeMismatch({ record, policy }: IndicatorContext): Indicator | null {
  const found = record.items.flatMap(({ itemNumber, description, commodityCode }, index): Indicator[] => {
    const other = commodityCode === null ? null : otherChapterOf(description, commodityCode, policy);
    if (!other || commodityCode === null) return [];
    const { heading, words } = other.guess;
    return [
      {
        code: 'code_mismatch',
        points: policy.indicators.code_mismatch.points,
        values: {
          item: itemNumber,
          words: words
            .slice(0, QUOTED)
            .map((phrase) => asWritten(description, phrase))
            .join(', '),
          heading,
          goods: chapterName(heading),
          percent: other.chapterPercent,
          commodityCode,
          declared: chapterName(commodityCode),
        },
        pointers: [`items.${index}.description`, `items.${index}.commodity_code`],
      },
    ];
  });
  return strongestOf(found);
}
