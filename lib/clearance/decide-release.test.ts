import { describe, expect, it } from 'vitest';
import { decideRelease, type ReleaseFacts, type ReleaseWish } from './decide-release';

const yellow: ReleaseFacts = {
  status: 'selected',
  lane: 'yellow',
  selectionReason: 'score',
  openHolds: 0,
  openReferrals: 0,
  lastResult: null,
  hasCorrections: false,
  hasStatedDuty: false,
  uncovered: null,
  overGuarantee: null,
  excluded: null,
};
const wish: ReleaseWish = { kind: 'release', ground: 'documents_in_order', note: null, isSupervisor: false };

function refusal(facts: Partial<ReleaseFacts>, changes: Partial<ReleaseWish> = {}): string[] {
  const decision = decideRelease({ ...yellow, ...facts }, { ...wish, ...changes });
  return decision.ok ? [] : decision.reasons.map((reason) => reason.code);
}

describe('A release', () => {
  it('is given to a selected consignment with nothing against it', () => {
    expect(decideRelease(yellow, wish)).toMatchObject({ ok: true, next: 'released' });
  });
  it('names every reason against it at once', () => {
    expect(refusal({ openHolds: 2, openReferrals: 1, lastResult: 'prohibited' })).toEqual([
      'release.hold_open',
      'release.referral_open',
      'release.prohibited',
      'release.finding_note_required',
    ]);
  });
  it('waits for an ordered examination and for a second officer', () => {
    expect(refusal({ status: 'examination' })).toEqual(['status.examination']);
    expect(refusal({ status: 'awaiting_second' })).toEqual(['status.awaiting_second']);
  });
  it('of red goods without examination needs words', () => {
    expect(refusal({ lane: 'red' })).toEqual(['release.note_required']);
    expect(refusal({ lane: 'red' }, { note: 'Known sender' })).toEqual([]);
    expect(refusal({ lane: 'red', lastResult: 'not_found' }, { note: null })).toContain('release.note_required');
    expect(refusal({ lane: 'red', lastResult: 'conform' })).toEqual([]);
  });
  it('of a random draw without examination is for a supervisor, or the sample would be wrong', () => {
    const drawn = { lane: 'red', selectionReason: 'random' } as const;
    expect(refusal(drawn, { note: 'Known sender' })).toEqual(['release.unexamined_random']);
    expect(refusal(drawn, { note: 'Known sender', isSupervisor: true })).toEqual([]);
    expect(refusal({ lane: 'red', selectionReason: 'mandatory' })).toEqual(['release.unexamined_mandatory']);
  });
  it('with correction needs a finding with a corrected value', () => {
    const corrected = { kind: 'release_with_correction', ground: 'correction_settled' } as const;
    expect(refusal({}, corrected)).toEqual(['release.no_correction']);
    expect(refusal({ lastResult: 'undervalued', hasCorrections: true }, corrected)).toEqual([]);
  });
  it('with a stated duty is by the corrected charges, whatever else was found', () => {
    const found = { lastResult: 'undervalued', hasCorrections: true } as const;
    const settled = { kind: 'release_with_correction', ground: 'correction_settled' } as const;
    for (const facts of [{ hasStatedDuty: true }, { hasStatedDuty: true, ...found }]) {
      expect(refusal(facts, { note: 'As declared after all' })).toEqual(['release.duty_stated']);
      expect(refusal(facts, settled)).toEqual([]);
    }
    expect(refusal(found, { note: 'As declared after all' })).toEqual([]);
  });
  it('of goods worth more than their declaration covers is refused, settled or not, with the provision and both amounts', () => {
    const uncovered = { value: '180.00', limit: '150.00', currency: 'EUR', citation: 'Article 143a' };
    const found = { lastResult: 'undervalued', hasCorrections: true, uncovered } as const;
    const { citation, ...params } = uncovered;
    const settled = { ...wish, kind: 'release_with_correction', ground: 'correction_settled' } as const;
    expect(decideRelease({ ...yellow, ...found }, settled)).toEqual({
      ok: false,
      reasons: [{ code: 'release.standard_declaration_required', citation, params }],
    });
    expect(refusal(found, { note: 'Small change' })).toEqual(['release.standard_declaration_required']);
  });
  it('of goods the declaration is not for is refused, whatever they are worth, with the provision and the code', () => {
    const excluded = { itemNumber: 2, commodityCode: '220830', citation: 'Article 143a' };
    const found = { lastResult: 'misclassified', hasCorrections: true, excluded } as const;
    const settled = { ...wish, kind: 'release_with_correction', ground: 'correction_settled' } as const;
    expect(decideRelease({ ...yellow, ...found }, settled)).toEqual({
      ok: false,
      reasons: [{ code: 'release.excluded_goods', citation: 'Article 143a', params: { item: 2, code: '220830' } }],
    });
  });
  it('bears no ground that what was recorded contradicts', () => {
    expect(refusal({}, { ground: 'correction_settled' })).toEqual(['release.ground_unfit']);
    expect(refusal({}, { ground: 'examination_conform' })).toEqual(['release.ground_unfit']);
    expect(refusal({ lastResult: 'conform' }, { ground: 'examination_conform' })).toEqual([]);
  });
});
