import { describe, expect, it } from 'vitest';
import { clockIntervals, referralAges, type Stamp, secondsByParty } from './time-release';

const START = Date.parse('2026-11-02T08:00:00Z');
const minute = (minutes: number) => START + minutes * 60_000;
const stamp = (minutes: number, kind: string, values: Stamp['values'] = {}): Stamp => ({
  at: new Date(minute(minutes)).toISOString(),
  kind,
  values,
});
const told = (stamps: readonly Stamp[], until = 100) =>
  clockIntervals(stamps, START, minute(until)).map(({ party, step, fromMs, toMs }) => [
    `${party} ${step}`,
    (toMs - fromMs) / 60_000,
  ]);

describe('The time of a consignment', () => {
  it('is with customs while it waits and while an officer works, and with the partner while a question is open', () => {
    const stamps = [
      stamp(0, 'received'),
      stamp(10, 'claimed'),
      stamp(15, 'referred', { type: 'rfi' }),
      stamp(45, 'answered', { type: 'rfi' }),
      stamp(60, 'released'),
      stamp(70, 'transmitted'),
    ];
    const expected = [
      ['customs wait', 10],
      ['customs officer', 5],
      ['partner answer', 30],
      ['customs officer', 15],
      ['customs telling', 10],
    ];
    expect(told(stamps)).toEqual(expected);
    expect(told(stamps.toReversed())).toEqual(expected);
  });

  it('is with an agency or the recipient while a hold of theirs is open, with customs for its own', () => {
    expect(
      told(
        [
          stamp(5, 'hold_placed', { ground: 'value_doubt' }),
          stamp(10, 'hold_placed', { ground: 'other_agency' }),
          stamp(30, 'hold_lifted', { ground: 'other_agency' }),
          stamp(40, 'hold_lifted', { ground: 'value_doubt' }),
          stamp(50, 'hold_placed', { ground: 'licence_missing' }),
        ],
        60,
      ),
    ).toEqual([
      ['customs wait', 5],
      ['customs hold', 5],
      ['agency hold', 20],
      ['customs hold', 10],
      ['customs wait', 10],
      ['recipient hold', 10],
    ]);
  });

  it('is with who pays while the release waits for its payment, but for what customs holds meanwhile', () => {
    const stamps = [
      stamp(0, 'payment_awaited', { version: 1 }),
      stamp(20, 'hold_placed', { ground: 'value_doubt' }),
      stamp(30, 'hold_lifted', { ground: 'value_doubt' }),
      stamp(50, 'payment_settled'),
    ];
    expect(told(stamps, 60)).toEqual([
      ['recipient payment', 20],
      ['customs hold', 10],
      ['recipient payment', 20],
      ['customs telling', 10],
    ]);
  });

  it('is with an agency that is asked, whatever the ground, until it lifts its hold or has answered it', () => {
    const [health, brand] = [{ agency: 'Port health' }, { agency: 'Trade marks' }];
    const stamps = [
      stamp(10, 'hold_placed', { ground: 'value_doubt', ...health }),
      stamp(15, 'hold_placed', { ground: 'value_doubt' }),
      stamp(20, 'hold_placed', { ground: 'ipr_suspicion', ...brand }),
      stamp(30, 'hold_lifted', { ground: 'value_doubt', ...health }),
      stamp(50, 'hold_answered', { ground: 'ipr_suspicion', verdict: 'refuse', ...brand }),
    ];
    expect(told(stamps, 60)).toEqual([
      ['customs wait', 10],
      ['agency hold', 40],
      ['customs hold', 10],
    ]);
  });

  it('counts control and second officer, and goes on after a decision is taken back', () => {
    const stamps = [
      stamp(10, 'examination_ordered'),
      stamp(40, 'result_recorded'),
      stamp(45, 'proposed'),
      stamp(55, 'proposal_rejected'),
      stamp(60, 'released'),
      stamp(65, 'undone'),
    ];
    expect(told(stamps, 80).map(([what]) => what)).toEqual([
      'customs wait',
      'customs control',
      'customs officer',
      'customs second',
      'customs officer',
      'customs telling',
      'customs wait',
    ]);
  });

  it('goes on through a detention, whether the partner was told of it or not', () => {
    const stamps = [
      stamp(10, 'claimed'),
      stamp(15, 'detained', { kind: 'detain' }),
      stamp(20, 'transmitted'),
      stamp(40, 'detention_ended', { kind: 'end_detention' }),
      stamp(45, 'referred', { type: 'rfi' }),
      stamp(60, 'answered', { type: 'rfi' }),
      stamp(70, 'released'),
    ];
    expect(told(stamps)).toEqual([
      ['customs wait', 10],
      ['customs officer', 5],
      ['customs wait', 25],
      ['customs officer', 5],
      ['partner answer', 15],
      ['customs officer', 10],
      ['customs telling', 30],
    ]);
  });

  it('tells of questions how long since the first, and how much of that with the partner', () => {
    const stamps = [
      stamp(5, 'claimed'),
      stamp(10, 'referred'),
      stamp(30, 'answered'),
      stamp(40, 'referred'),
      stamp(50, 'referred'),
      stamp(60, 'answered'),
      stamp(70, 'answered'),
      stamp(75, 'released'),
    ];
    expect(referralAges(stamps, minute(10), minute(65))).toEqual({ inAll: 55 * 60, withPartner: 45 * 60 });
    expect(referralAges(stamps, minute(10), minute(500))).toEqual({ inAll: 65 * 60, withPartner: 50 * 60 });
  });

  it('comes to the whole of it, whatever the stamps', () => {
    const kinds = ['referred', 'answered', 'hold_placed', 'hold_lifted', 'claimed', 'given_back', 'released', 'undone'];
    for (let seed = 1; seed < 200; seed += 1) {
      const stamps = kinds.map((kind, index) =>
        stamp((seed * (index + 3) * 7) % 97, kind, { ground: index % 2 ? 'other_agency' : 'value_doubt' }),
      );
      const seconds = Object.values(secondsByParty(clockIntervals(stamps, START, minute(100))));
      expect(seconds.reduce((sum, one) => sum + one, 0)).toBe(100 * 60);
    }
  });
});
