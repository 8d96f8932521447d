import type { Indicator } from '@/lib/assessment/types';
import { HS_CHAPTERS } from '@/lib/codes/hs-chapters';
import { asWritten } from '@/lib/consignment/words';
import { type IndicatorContext, strongestOf } from '../context';

/** Words that are quoted as the reason. */
const QUOTED = 2;

/** What a description reads like is another chapter than that of the code: one of the two is wrong, or the terms do not know the goods. */
export function codeMismatch({ record, policy }: IndicatorContext): Indicator | null {
  const { points, atLeastPercent, atMostPercent, leastEvidence } = policy.indicators.code_mismatch;
  const found = record.items.flatMap(({ itemNumber, description, commodityCode }, index): Indicator[] => {
    if (commodityCode === null) return [];
    const { headings, chapters, evidence } = policy.goods.read(description);
    const [likeliest] = headings;
    if (!likeliest || evidence < leastEvidence) return [];
    const chapter = likeliest.heading.slice(0, 2);
    const declared = commodityCode.slice(0, 2);
    const share = (of: string) => (chapters.get(of) ?? 0) * 100;
    if (chapter === declared || share(chapter) < atLeastPercent || share(declared) > atMostPercent) return [];
    return [
      {
        code: 'code_mismatch',
        points,
        values: {
          item: itemNumber,
          words: likeliest.words
            .slice(0, QUOTED)
            .map((words) => asWritten(description, words))
            .join(', '),
          heading: likeliest.heading,
          goods: HS_CHAPTERS.get(chapter) ?? chapter,
          percent: Math.round(share(chapter)),
          commodityCode,
          declared: HS_CHAPTERS.get(declared) ?? declared,
        },
        pointers: [`items.${index}.description`, `items.${index}.commodity_code`],
      },
    ];
  });
  return strongestOf(found);
}
