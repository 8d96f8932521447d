import { describe, expect, it } from 'vitest';
import { decideUnusual, looksAskedFor, lookAt, unusualRelease } from './unusual-release';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const charged = (declared: string, corrected: string) => ({
  openMatches: 0,
  charges: { declared: eur(declared), corrected: eur(corrected) },
});
const codes = (...given: Parameters<typeof unusualRelease>) => unusualRelease(...given).map(({ code }) => code);

describe('A release is unusual', () => {
  it('where it resembles a listed party nobody has looked at', () => {
    expect(unusualRelease({ openMatches: 2, charges: null }, 'release')).toEqual([{ code: 'match', count: 2 }]);
    expect(codes({ openMatches: 0, charges: null }, 'release')).toEqual([]);
  });

  it.each([
    ['3.00', '36.00', []],
    ['3.00', '53.00', ['charges']],
    ['20.00', '99.99', []],
    ['20.00', '100.00', ['charges']],
    ['0.00', '50.00', ['charges']],
    ['500.00', '100.00', ['charges']],
    ['500.00', '100.01', []],
  ])('where a correction turns charges of %s into %s: %j', (declared, corrected, expected) => {
    expect(codes(charged(declared, corrected), 'release_with_correction')).toEqual(expected);
    // As declared nothing of the correction is charged.
    expect(codes(charged(declared, corrected), 'release')).toEqual([]);
  });
});

describe('An unusual release', () => {
  const facts = { ...charged('3.00', '300.00'), openMatches: 1 };
  const unusual = unusualRelease(facts, 'release_with_correction');
  const refusals = (looks: readonly (string | undefined)[] = []) => {
    const decision = decideUnusual(
      unusual,
      looks.filter((look) => look !== undefined),
    );
    return decision.ok ? [] : decision.reasons.map(({ code }) => code);
  };

  it('goes on once every ground was looked at, and no sooner', () => {
    expect(refusals()).toEqual(['release.unusual_match', 'release.unusual_charges']);
    const [match, charges] = unusual.map(lookAt);
    expect(refusals([match])).toEqual(['release.unusual_charges']);
    expect(refusals([charges, match])).toEqual([]);
    // What is not there any more needs no look.
    expect(decideUnusual([], ['match:1'])).toEqual({ ok: true });
  });

  it('is asked about anew where there is more of it, or another sum', () => {
    const before = unusual.map(lookAt);
    const more = unusualRelease({ ...charged('3.00', '400.00'), openMatches: 2 }, 'release_with_correction');
    const decision = decideUnusual(more, before);
    expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual([
      'release.unusual_match',
      'release.unusual_charges',
    ]);
    expect(decision.ok ? [] : looksAskedFor(decision.reasons)).toEqual(more.map(lookAt));
    expect(looksAskedFor([{ code: 'release.hold_open' }])).toEqual([]);
  });
});
