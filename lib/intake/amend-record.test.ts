import { describe, expect, it } from 'vitest';
import { type ActTarget, amendRecord, judgeAct } from './amend-record';
import { explainProblem } from './explain-problem';
import type { SentAct } from './staged-row';

const CURRENT = {
  reference: 'R',
  office: 'NLRTM',
  gross_mass_kg: '2',
  items: [
    { item_number: '1', description: 'Cup', value: '4' },
    { item_number: '2', description: 'Plate', value: '5' },
  ],
  unknown: { colour: 'red', shop: 'X' },
};
const TARGET: ActTarget = { reference: 'R', mrn: null, state: 'open', withdrawRefusal: null };
const AMEND: SentAct = { act: 'amend', mrn: '26GB0000000000001X', reference: 'R' };
const CANCEL: SentAct = { ...AMEND, act: 'cancel' };
const CHANGE = { items: [{ item_number: '1', value: '6' }] };

describe('an amendment', () => {
  it('replaces what it holds and leaves the rest as it was', () => {
    expect(amendRecord(CURRENT, { office: 'DEFRA', items: [{ item_number: '2', value: '6' }] })).toEqual({
      ...CURRENT,
      office: 'DEFRA',
      items: [CURRENT.items[0], { item_number: '2', description: 'Plate', value: '6' }],
    });
  });

  it('pairs goods items by place where they bear no number, and adds those that are new', () => {
    const unnumbered = { ...CURRENT, items: [{ description: 'Cup' }, { description: 'Plate' }] };
    const change = {
      items: [
        { item_number: '2', description: 'Bowl' },
        { item_number: '3', description: 'Jug' },
      ],
    };
    expect(amendRecord(unnumbered, change).items).toEqual([
      { description: 'Cup' },
      { item_number: '2', description: 'Bowl' },
      { item_number: '3', description: 'Jug' },
    ]);
  });

  it('replaces fields without a column by their name', () => {
    expect(amendRecord(CURRENT, { items: [], unknown: { colour: 'blue' } }).unknown).toEqual({
      colour: 'blue',
      shop: 'X',
    });
  });

  it('keeps what we worked out ourselves marked as such, until somebody sends it', () => {
    const arrival = { expected_arrival_at: '2026-03-06T10:22:00.000Z', derived: ['expected_arrival_at'] as const };
    const current = { ...CURRENT, ...arrival };
    expect(amendRecord(current, { office: 'DEFRA', items: [] }).derived).toEqual(['expected_arrival_at']);
    expect(amendRecord(current, { expected_arrival_at: '2026-03-07T08:00:00Z', items: [] })).toEqual({
      ...CURRENT,
      expected_arrival_at: '2026-03-07T08:00:00Z',
    });
  });

  it('changes neither what it amends nor what it is', () => {
    const before = structuredClone(CURRENT);
    amendRecord(CURRENT, CHANGE);
    expect(CURRENT).toEqual(before);
  });
});

describe('an act', () => {
  it('may go on where it names an open consignment, known by the same number or by none yet', () => {
    expect(judgeAct(AMEND, CHANGE, TARGET)).toBeNull();
    expect(judgeAct(AMEND, CHANGE, { ...TARGET, mrn: AMEND.mrn ?? null })).toBeNull();
  });

  it.each([
    ['names nothing that is here', AMEND, CHANGE, undefined, 'act_target_unknown', '26GB0000000000001X, R'],
    [
      'names another number than its reference bears',
      AMEND,
      CHANGE,
      { ...TARGET, mrn: 'M2' },
      'act_target_other',
      'M2',
    ],
    ['names what is decided', AMEND, CHANGE, { ...TARGET, state: 'decided' }, 'act_decided', 'stays so'],
    ['amends what is withdrawn', AMEND, CHANGE, { ...TARGET, state: 'withdrawn' }, 'act_withdrawn', 'was withdrawn'],
    ['replaces nothing', AMEND, { items: [{ item_number: '1' }] }, TARGET, 'amend_empty', 'replaces nothing'],
  ] as const)('is refused where it %s', (_, act, change, target, code, words) => {
    const problem = judgeAct(act, change, target);
    expect(problem?.code).toBe(code);
    expect(problem && explainProblem(problem)).toContain(words);
    expect(problem && explainProblem(problem)).not.toMatch(/[{}]|undefined/);
  });

  it('cancels what nobody acted on, also when it was withdrawn before', () => {
    expect(judgeAct(CANCEL, { items: [] }, TARGET)).toBeNull();
    expect(judgeAct(CANCEL, { items: [] }, { ...TARGET, state: 'decided' })).toBeNull();
    const gone = { ...TARGET, state: 'withdrawn', withdrawRefusal: 'withdraw.already' } as const;
    expect(judgeAct(CANCEL, { items: [] }, gone)).toBeNull();
  });

  it.each([
    ['withdraw.hold_open', 'cancel_on_hold', 'hold'],
    ['withdraw.referral_open', 'cancel_question_open', 'question'],
    ['withdraw.acted_on', 'cancel_acted_on', 'customs is acting on it'],
    ['withdraw.decided', 'act_decided', 'stays so'],
    ['withdraw.arrived', 'cancel_arrived', 'arrive'],
  ] as const)('that cancels is refused for %s, in words a partner may know', (withdrawRefusal, code, words) => {
    const problem = judgeAct(CANCEL, { items: [] }, { ...TARGET, withdrawRefusal });
    expect(problem?.code).toBe(code);
    expect(problem && explainProblem(problem)).toContain(words);
    expect(problem && explainProblem(problem)).not.toMatch(/[{}]|undefined|officer|examin|seizure is/);
  });
});
