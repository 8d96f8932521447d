import { describe, expect, it } from 'vitest';
import type { Assessment } from '@/lib/assessment/types';
import type { Lane } from '@/lib/consignment/codes';
import type { ProfileEffect } from './content';
import { type ProfileHit, withProfiles } from './select';

const laneOf = (score: number): Lane => (score >= 60 ? 'red' : score >= 25 ? 'yellow' : score >= 20 ? 'blue' : 'green');
const assessed = (score: number, lane: Lane, selectionReason: Assessment['selectionReason']) =>
  ({ score, lane, selectionReason }) as Assessment;
const hit = (effect: ProfileEffect, mode: ProfileHit['mode'] = 'active', keptBack: ProfileHit['keptBack'] = null) =>
  ({ effect, mode, keptBack }) as ProfileHit;

describe('what profiles make of an assessment', () => {
  it.each([
    [
      'points that reach a stricter lane',
      [hit({ kind: 'points', points: 20 })],
      [10, 'green', 'none'],
      [30, 'yellow', 'rule'],
    ],
    ['points that do not', [hit({ kind: 'points', points: 5 })], [10, 'green', 'none'], [15, 'green', 'none']],
    [
      'points that reach a lane without a control',
      [hit({ kind: 'points', points: 10 })],
      [10, 'green', 'none'],
      [20, 'blue', 'none'],
    ],
    [
      'a lane of its own, without points',
      [hit({ kind: 'lane', lane: 'red' })],
      [0, 'green', 'none'],
      [0, 'red', 'rule'],
    ],
    [
      'a lane milder than the score gives',
      [hit({ kind: 'lane', lane: 'yellow' })],
      [70, 'red', 'score'],
      [70, 'red', 'score'],
    ],
    [
      'a muted hit',
      [hit({ kind: 'lane', lane: 'red' }, 'active', 'muted')],
      [0, 'green', 'none'],
      [0, 'green', 'none'],
    ],
    ['a profile in shadow', [hit({ kind: 'lane', lane: 'red' }, 'shadow')], [0, 'green', 'none'], [0, 'green', 'none']],
    [
      'one beside a mandatory control',
      [hit({ kind: 'lane', lane: 'red' })],
      [0, 'red', 'mandatory'],
      [0, 'red', 'mandatory'],
    ],
    [
      'more points than there are',
      [hit({ kind: 'points', points: 90 })],
      [50, 'yellow', 'score'],
      [100, 'red', 'rule'],
    ],
    ['none', [], [40, 'yellow', 'score'], [40, 'yellow', 'score']],
  ] as const)('%s', (_, hits, [score, lane, reason], [newScore, newLane, newReason]) => {
    expect(withProfiles(assessed(score, lane, reason), hits, laneOf)).toEqual({
      score: newScore,
      lane: newLane,
      selectionReason: newReason,
    });
  });
});
