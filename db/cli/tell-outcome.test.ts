import { describe, expect, it } from 'vitest';
import { outcomeLines, reasonOf } from './tell-outcome';

const ID = '00000000-0000-4000-8000-000000000001';
const target = { url: 'http://127.0.0.1:3000' };
const COUNTS = { received: 3, accepted: 1, quarantined: 2, unchanged: 0, updated: 0 };

describe('what the command says of a submission', () => {
  it('says why a file was refused as a whole, and where its columns are mapped', () => {
    const lines = outcomeLines(
      {
        submissionId: ID,
        status: 'refused',
        problems: [
          { line: 1, severity: 'error', message: 'Columns must be separated by commas.' },
          { line: 1, severity: 'error', message: 'The header at line 1 is cut.' },
        ],
        mapColumnsAt: `/submissions/${ID}/columns`,
      },
      target,
    );
    expect(lines).toEqual([
      'refused: nothing of the file was used.',
      '  Line 1: Columns must be separated by commas.',
      '  The header at line 1 is cut.',
      `Other columns on purpose? Map them at http://127.0.0.1:3000/submissions/${ID}/columns`,
      `http://127.0.0.1:3000/submissions/${ID}`,
    ]);
  });

  it('names the first faults of refused records, counts the rest, and tells where the refused rows are', () => {
    const fault = (line: number) => ({
      line,
      severity: 'error',
      message: `The value (column value, line ${line}) is x.`,
    });
    const problems = [
      ...Array.from({ length: 12 }, (_, index) => fault(index + 2)),
      { severity: 'warning', message: 'w' },
    ];
    const lines = outcomeLines({ submissionId: ID, status: 'finished', ...COUNTS, problems }, target);
    expect(lines[0]).toBe('finished: 3 received = 1 accepted + 2 quarantined + 0 unchanged + 0 updated');
    expect(lines[1]).toBe('  The value (column value, line 2) is x.');
    expect(lines.slice(11)).toEqual([
      '  and 2 more problems',
      '  and 1 remark, which stops nothing',
      `Refused rows: http://127.0.0.1:3000/api/v1/submissions/${ID}/problems.csv (with the same key)`,
      `http://127.0.0.1:3000/submissions/${ID}`,
    ]);
  });

  it('names no page for a trial', () => {
    const lines = outcomeLines(
      { submissionId: ID, status: 'finished', ...COUNTS, quarantined: 0, sandbox: true },
      target,
    );
    expect(lines.at(-1)).toBe('Sandbox: nothing of it was kept.');
  });
});

describe('why a file was not taken', () => {
  it('is told by the reasons of the answer, else by its title and detail', () => {
    expect(reasonOf({ title: 'Refused', reasons: [{ message: 'The key was used.' }] })).toBe('The key was used.');
    expect(reasonOf({ title: 'Not a type that is read.', detail: 'text/plain' })).toBe(
      'Not a type that is read. text/plain',
    );
    expect(reasonOf({})).toMatch('no answer');
  });
});
