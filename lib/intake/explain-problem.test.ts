import { expect, it } from 'vitest';
import { explainProblem } from './explain-problem';
import { fault } from './problem-codes';

const settings = 'the settings of the partner fill it in';

it.each(['channel', 'office', 'expected_arrival_at'])(
  'tells of a declaration without %s that the settings name none either',
  (pointer) => {
    expect(explainProblem(fault('required', pointer, { line: 7 }), 'xml')).toContain(settings);
  },
);

it('does not send to an administrator whoever can mend it in the file', () => {
  expect(explainProblem(fault('required', 'channel', { line: 7 }), 'csv')).not.toContain(settings);
  expect(explainProblem(fault('required', 'recipient_name', { line: 7 }), 'xml')).not.toContain(settings);
});
