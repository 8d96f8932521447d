import { expect, it } from 'vitest';
import { Durations, exposition } from './exposition';

it('tells each figure with what it is, and leaves out what was not measured', () => {
  const text = exposition([
    { name: 'luxor_up', help: 'Whether it is up', kind: 'gauge', samples: [{ value: 1 }] },
    { name: 'luxor_none', help: 'Nothing', kind: 'counter', samples: [] },
    { name: 'luxor_odd', help: 'Odd', kind: 'gauge', samples: [{ labels: { job: 'a "b"\\\nc' }, value: 0.5 }] },
  ]);
  expect(text).toBe(
    '# HELP luxor_up Whether it is up\n# TYPE luxor_up gauge\nluxor_up 1\n' +
      '# HELP luxor_odd Odd\n# TYPE luxor_odd gauge\nluxor_odd{job="a \\"b\\"\\\\\\nc"} 0.5\n',
  );
});

it('counts a duration in every bound it stays under', () => {
  const durations = new Durations();
  for (const seconds of [0.02, 0.2, 9]) durations.add(seconds);
  const samples = durations.samples({ kind: 'route' });
  const under = (le: string) => samples.find(({ labels }) => labels?.le === le)?.value;
  expect([under('0.025'), under('0.15'), under('0.25'), under('5'), under('+Inf')]).toEqual([1, 1, 2, 2, 3]);
  expect(samples.find(({ suffix }) => suffix === '_sum')?.value).toBeCloseTo(9.22);
  expect(samples.find(({ suffix }) => suffix === '_count')).toMatchObject({ labels: { kind: 'route' }, value: 3 });
});
