import { describe, expect, it } from 'vitest';
import { QUALITY_DIMENSIONS } from '@/lib/consignment/codes';
import { CONDITIONS, PRESENCES } from '@/lib/consignment/requirements';
import { PROBLEM_CODES } from '@/lib/intake/problem-codes';
import quality from '@/lib/messages/en/quality.json';
import { RULE_SHAPES } from '@/lib/policy/rule-shapes';
import { QUALITY_BANDS } from './bands';

const sorted = (keys: readonly string[]) => [...keys].sort();

describe('the words of data quality', () => {
  it('name every finding of a record, and every fault of a file', () => {
    const ofFiles = /^(file|header|column)_/;
    expect(sorted(Object.keys(quality.finding))).toEqual(sorted(PROBLEM_CODES.filter((code) => !ofFiles.test(code))));
    expect(sorted(Object.keys(quality.fileFault))).toEqual(sorted(PROBLEM_CODES.filter((code) => ofFiles.test(code))));
  });
  it('explain every rule, condition, presence, side and band, and nothing else', () => {
    expect(sorted(Object.keys(quality.rule))).toEqual(sorted(Object.keys(RULE_SHAPES)));
    expect(sorted(Object.keys(quality.condition))).toEqual(sorted(CONDITIONS));
    expect(sorted(Object.keys(quality.presence))).toEqual(sorted(PRESENCES));
    expect(sorted(Object.keys(quality.dimension))).toEqual(sorted(QUALITY_DIMENSIONS));
    expect(sorted(Object.keys(quality.dimensionText))).toEqual(sorted(QUALITY_DIMENSIONS));
    expect(sorted(Object.keys(quality.band))).toEqual(sorted(QUALITY_BANDS.map(({ band }) => band)));
  });
  it('know every rule of the policy as a problem', () => {
    expect(Object.keys(RULE_SHAPES).filter((code) => !(PROBLEM_CODES as readonly string[]).includes(code))).toEqual([]);
  });
});
