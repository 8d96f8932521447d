import { describe, expect, it } from 'vitest';
import messages from '@/lib/messages/en/riskdesk.json' with { type: 'json' };
import { policyAt } from './in-force';
import { indicatorRules } from './indicator-rules';
import { PARAMETERS } from './parameters';

const rules = indicatorRules(policyAt(PARAMETERS, '2026-11-02'));

describe('The rules of the indicators', () => {
  it('are given for every indicator, most points first', () => {
    const most = rules.map((rule) => rule.pointsTo);
    expect(most).toEqual([...most].sort((a, b) => b - a));
    expect(rules.map((rule) => rule.code).sort()).toEqual(Object.keys(messages.rule).sort());
  });
  it('name the fewest and the most points', () => {
    expect(rules.find((rule) => rule.code === 'undervaluation')).toMatchObject({
      pointsFrom: 12,
      pointsTo: 42,
      values: { stepsFirstAtMostPercent: 40, stepsLastAtMostPercent: 16, minCountHeading: 40 },
    });
  });
  it('carry every value their sentence names', () => {
    for (const { code, values } of rules) {
      const named = [...messages.rule[code].matchAll(/\{(\w+)/g)].map(([, name]) => name);
      expect(
        named.filter((name) => name !== 'currency' && !(name && name in values)),
        code,
      ).toEqual([]);
    }
  });
});
