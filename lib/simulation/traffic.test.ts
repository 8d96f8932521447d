import { describe, expect, it } from 'vitest';
import { trafficBefore } from './traffic';

const traffic = new Map([
  ['2026-10-01', new Map([['post', 10]])],
  [
    '2026-10-03',
    new Map([
      ['post', 2],
      ['cargo', 5],
    ]),
  ],
  ['2026-10-04', new Map([['post', 100]])],
]);

describe('the traffic before a day', () => {
  it('is the mean of the days on which anything came: (10 + 2) / 2 = 6 and 5 / 2 = 2.5', () => {
    expect(trafficBefore(traffic, '2026-10-04', 28)).toEqual(
      new Map([
        ['post', 6],
        ['cargo', 2.5],
      ]),
    );
  });

  it('reaches back so many days and no further, and leaves the day itself out', () => {
    expect(trafficBefore(traffic, '2026-10-04', 1)).toEqual(
      new Map([
        ['post', 2],
        ['cargo', 5],
      ]),
    );
  });

  it('is none where nothing came', () => {
    expect(trafficBefore(traffic, '2026-10-01', 28)).toEqual(new Map());
  });
});
