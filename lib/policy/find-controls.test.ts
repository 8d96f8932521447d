import { describe, expect, it } from 'vitest';
import { FLAT_DAY, policyOn } from '@/tests/support/records';
import { findControls } from './find-controls';

const NAMES: Readonly<Record<string, string>> = { weapons: 'Weapons', live_animals: 'Live animals' };
const found = (question: string) =>
  findControls(question, policyOn(FLAT_DAY), (key) => NAMES[key] ?? key).map(({ key, by }) => `${key} by ${by}`);

describe('Controls that goods may be under', () => {
  it('are found by word, by tariff code and by their name', () => {
    expect(found('Rifles')).toEqual(['weapons by word']);
    expect(found('9302.00')).toEqual(['weapons by code']);
    expect(found('weapon')).toEqual(['weapons by name']);
  });
  it('are found beside words that make them silent in an assessment: nobody learns those here', () => {
    expect(found('water pistol')).toEqual(['weapons by word']);
  });
  it('are none for other goods, and none for no question', () => {
    expect(found('cotton shirt')).toEqual([]);
    expect(found('')).toEqual([]);
  });
});
