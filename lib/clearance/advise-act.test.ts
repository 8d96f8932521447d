import { describe, expect, it } from 'vitest';
import { type AdviceFacts, adviseAct, releaseForbidden, seizureForbidden } from './advise-act';

const red: AdviceFacts = {
  status: 'selected',
  lane: 'red',
  selectionReason: 'score',
  openHolds: 0,
  openReferrals: 0,
  lastResult: null,
  hasCorrections: false,
  hasStatedDuty: false,
  uncovered: null,
  overGuarantee: null,
  excluded: null,
  answeredReferrals: 0,
  hasOpenDuty: false,
};
const yellow: AdviceFacts = { ...red, lane: 'yellow' };

describe('The advised act', () => {
  it('examines red goods, asks for the papers of yellow ones, and lets the others go', () => {
    expect(adviseAct(red)).toBe('examine');
    expect(adviseAct(yellow)).toBe('hold');
    expect(adviseAct({ ...red, lane: 'blue' })).toBe('release');
  });
  it('is release once the partner answered or the examination was conform', () => {
    expect(adviseAct({ ...yellow, answeredReferrals: 1 })).toBe('release');
    expect(adviseAct({ ...red, lastResult: 'conform' })).toBe('release');
  });
  it('still is the examination when the first one was not done', () => {
    expect(adviseAct({ ...red, lastResult: 'not_done' })).toBe('examine');
  });
  it('settles a finding by its correction, proposes to seize what is prohibited, and leaves the rest to the officer', () => {
    expect(adviseAct({ ...red, lastResult: 'undervalued', hasCorrections: true })).toBe('release');
    const corrected = { lastResult: 'undervalued', hasCorrections: true } as const;
    expect(adviseAct({ ...red, ...corrected, selectionReason: 'mandatory' })).toBeNull();
    expect(adviseAct({ ...red, lastResult: 'prohibited' })).toBe('seize');
    expect(adviseAct({ ...red, lastResult: 'ipr' })).toBeNull();
  });
  it('asks for a standard declaration where the corrected value is not covered, until one has come', () => {
    const uncovered = { value: '180.00', limit: '150.00', currency: 'EUR', citation: 'Article 143a' };
    const found = { ...red, lastResult: 'undervalued', hasCorrections: true, uncovered } as const;
    expect(adviseAct(found)).toBe('hold');
    expect(adviseAct({ ...found, openReferrals: 1 })).toBeNull();
    expect(adviseAct({ ...found, uncovered: null })).toBe('release');
    expect(adviseAct({ ...found, selectionReason: 'mandatory' })).toBeNull();
  });
  it('is none while a hold or a question is open, or nothing is left to decide', () => {
    expect(adviseAct({ ...red, openHolds: 1 })).toBeNull();
    expect(adviseAct({ ...yellow, openReferrals: 1 })).toBeNull();
    expect(adviseAct({ ...red, status: 'released' })).toBeNull();
    const settled = { ...red, lastResult: 'undervalued', hasCorrections: true } as const;
    expect([adviseAct(settled), adviseAct({ ...settled, hasOpenDuty: true })]).toEqual(['release', null]);
  });
});

describe('What the facts forbid', () => {
  const codes = (decision: ReturnType<typeof releaseForbidden>) =>
    decision.ok ? [] : decision.reasons.map(({ code }) => code);
  it('is a release with a hold or question open, or without the examination that was drawn or is mandatory', () => {
    expect(codes(releaseForbidden({ ...yellow, openHolds: 1, openReferrals: 1 }, false))).toEqual([
      'release.hold_open',
      'release.referral_open',
    ]);
    expect(codes(releaseForbidden({ ...red, selectionReason: 'random' }, false))).toEqual([
      'release.unexamined_random',
    ]);
    expect(codes(releaseForbidden({ ...red, selectionReason: 'mandatory' }, false))).toEqual([
      'release.unexamined_mandatory',
    ]);
  });
  it('is not what a note, a ground or a supervisor can settle', () => {
    expect(codes(releaseForbidden(red, false))).toEqual([]);
    expect(codes(releaseForbidden({ ...red, selectionReason: 'random' }, true))).toEqual([]);
    expect(codes(releaseForbidden({ ...red, lastResult: 'undervalued', hasCorrections: true }, false))).toEqual([]);
  });
  it('is a seizure without a finding', () => {
    expect(codes(seizureForbidden(red))).toEqual(['seizure.no_finding']);
    expect(codes(seizureForbidden({ ...red, lastResult: 'ipr' }))).toEqual([]);
  });
});
