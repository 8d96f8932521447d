import { describe, expect, it } from 'vitest';
import { RESULT_CODES, RESULT_RULES } from '@/lib/clearance/results';
import { PRACTISED, TRAINEE_ACTS } from './course';
import { findingActs, isFaulty, judge } from './truth';

describe('An answer of a trainee', () => {
  it('is a hit where the control finds the fault, and a wrong control where it does not', () => {
    expect(judge({ result: 'undervalued' }, 'documents')).toBe('hit');
    expect(judge({ result: 'undervalued' }, 'examination')).toBe('hit');
    expect(judge({ result: 'misdescribed' }, 'documents')).toBe('wrong_control');
    expect(judge({ result: 'misdescribed' }, 'examination')).toBe('hit');
  });

  it('is missed where a fault is released, and a false alarm where nothing is wrong', () => {
    expect(judge({ result: 'prohibited' }, 'release')).toBe('missed');
    expect(judge({ result: 'conform' }, 'release')).toBe('passed');
    expect(judge({ result: 'conform' }, 'documents')).toBe('false_alarm');
    expect(judge({ result: 'conform' }, 'examination')).toBe('false_alarm');
  });
});

it('every finding has a control that finds it, and nothing else has', () => {
  for (const result of RESULT_CODES) expect(isFaulty({ result })).toBe(RESULT_RULES[result].outcome === 'finding');
});

it('every fault of a course can be found by a control a trainee may choose', () => {
  for (const result of PRACTISED) {
    expect(findingActs({ result }).length).toBeGreaterThan(0);
    for (const act of findingActs({ result })) expect(TRAINEE_ACTS).toContain(act);
  }
});
