import { describe, expect, it } from 'vitest';
import { SELECTION_REASONS } from '@/lib/consignment/codes';
import clearance from '@/lib/messages/en/clearance.json';
import { decideTogether, TOGETHER_LIMITS, type TogetherFacts, type TogetherLimits } from './decide-together';

const plain: TogetherFacts = {
  status: 'selected',
  laneAssigned: 'yellow',
  laneEffective: 'yellow',
  selectionReason: 'score',
  score: 30,
  openHolds: 0,
  openReferrals: 0,
  isUpdated: false,
  hasUnreadAnswer: false,
  openMatches: 0,
  examinationOutcome: 'none',
};
const codesOf = (changes: Partial<TogetherFacts>, limits: Partial<TogetherLimits> = {}, count = 2) => {
  const decision = decideTogether({ ...plain, ...changes }, { ...TOGETHER_LIMITS, ...limits }, count);
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
};

describe('Releasing together', () => {
  it('is for what only its score selected', () => {
    expect(codesOf({})).toEqual([]);
    expect(codesOf({ score: TOGETHER_LIMITS.scoreMax })).toEqual([]);
  });
  it('excludes whatever was singled out, and says by what', () => {
    const cases: [Partial<TogetherFacts>, string][] = [
      [{ openHolds: 1 }, 'together.hold_open'],
      [{ openReferrals: 1 }, 'together.question_open'],
      [{ hasUnreadAnswer: true }, 'together.answer_unread'],
      [{ isUpdated: true }, 'together.new_data'],
      [{ openMatches: 1 }, 'together.match'],
      [{ examinationOutcome: 'conform' }, 'together.examined'],
      [{ laneEffective: 'red' }, 'together.red'],
      [{ score: TOGETHER_LIMITS.scoreMax + 1 }, 'together.score'],
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
  it('keeps to the limits of the office', () => {
    expect(codesOf({ score: 31 }, { scoreMax: 30 })).toEqual(['together.score']);
    expect(codesOf({}, { rowsMax: 10 }, 10)).toEqual([]);
    expect(codesOf({}, { rowsMax: 10 }, 11)).toEqual(['together.too_many']);
  });
  it('leaves out what found no slot for its control, unless the office takes it', () => {
    const noSlot: Partial<TogetherFacts>[] = [{ laneAssigned: 'red' }, { selectionReason: 'no_capacity' }];
    for (const changes of noSlot) {
      expect(codesOf(changes)).toEqual(['together.no_slot']);
      expect(codesOf(changes, { takesNoSlot: true })).toEqual([]);
    }
  });
  it('names every reason, each in words', () => {
    const all = SELECTION_REASONS.flatMap((selectionReason) =>
      codesOf(
        {
          selectionReason,
          openHolds: 1,
          openReferrals: 1,
          hasUnreadAnswer: true,
          isUpdated: true,
          openMatches: 1,
          examinationOutcome: 'finding',
          laneEffective: 'red',
          score: 90,
        },
        {},
        51,
      ),
    );
    expect(codesOf({ openHolds: 1, score: 90 })).toEqual(['together.hold_open', 'together.score']);
    const words = Object.keys(clearance.refusal.together).map((code) => `together.${code}`);
    expect([...new Set(all)].sort()).toEqual(words.sort());
  });
});
