import { describe, expect, it } from 'vitest';
import { SELECTION_REASONS } from '@/lib/consignment/codes';
import clearance from '@/lib/messages/en/clearance.json';
import { decideTogether, TOGETHER_SCORE_MAX, type TogetherFacts } from './decide-together';

const plain: TogetherFacts = {
  status: 'selected',
  laneEffective: 'yellow',
  selectionReason: 'score',
  score: 30,
  openHolds: 0,
  openReferrals: 0,
  isUpdated: false,
  hasUnreadAnswer: false,
  examinationOutcome: 'none',
};
const codesOf = (changes: Partial<TogetherFacts>) => {
  const decision = decideTogether({ ...plain, ...changes });
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
};

describe('Releasing together', () => {
  it('is for what only its score selected', () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf({ score: TOGETHER_SCORE_MAX })).toEqual([]);
  });
  it('excludes whatever was singled out, and says by what', () => {
    const cases: [Partial<TogetherFacts>, string][] = [
      [{ openHolds: 1 }, 'together.hold_open'],
      [{ openReferrals: 1 }, 'together.question_open'],
      [{ hasUnreadAnswer: true }, 'together.answer_unread'],
      [{ isUpdated: true }, 'together.new_data'],
      [{ examinationOutcome: 'conform' }, 'together.examined'],
      [{ laneEffective: 'red' }, 'together.red'],
      [{ score: TOGETHER_SCORE_MAX + 1 }, 'together.score'],
      [{ status: 'examination' }, 'status.examination'],
      [{ status: 'released' }, 'status.released'],
      ...(['mandatory', 'random', 'rule', 'officer'] as const).map(
        (selectionReason): [Partial<TogetherFacts>, string] => [
          { selectionReason },
          `together.selected_${selectionReason}`,
        ],
      ),
    ];
    for (const [changes, code] of cases) expect(codesOf(changes), code).toEqual([code]);
  });
  it('names every reason, each in words', () => {
    const all = SELECTION_REASONS.flatMap((selectionReason) =>
      codesOf({
        selectionReason,
        openHolds: 1,
        openReferrals: 1,
        hasUnreadAnswer: true,
        isUpdated: true,
        examinationOutcome: 'finding',
        laneEffective: 'red',
        score: 90,
      }),
    );
    expect(codesOf({ openHolds: 1, score: 90 })).toEqual(['together.hold_open', 'together.score']);
    const words = Object.keys(clearance.refusal.together).map((code) => `together.${code}`);
    expect([...new Set(all)].sort()).toEqual(words.sort());
  });
});
