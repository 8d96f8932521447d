import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { RESULT_CODES } from '@/lib/clearance/results';
import { PRACTISED, TRAINEE_ACTS } from '@/lib/learning/course';
import { marksOf } from '@/lib/learning/marks';
import { judge } from '@/lib/learning/truth';
import consignment from '@/lib/messages/en/consignment.json';
import learning from '@/lib/messages/en/learning.json';
import risk from '@/lib/messages/en/risk.json';
import ui from '@/lib/messages/en/ui.json';
import { AnswerPanel } from './answer-panel';
import { ExerciseMarks } from './exercise-marks';
import { MarksPanel } from './marks-panel';

const text = (element: React.ReactElement) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ consignment, learning, risk, ui }}>
      {element}
    </NextIntlClientProvider>,
  ).replace(/<[^>]+>/g, ' ');

const answered = (result: (typeof PRACTISED)[number] | 'conform', act: (typeof TRAINEE_ACTS)[number]) => ({
  at: '2026-11-02T10:00:00.000Z',
  seconds: 41,
  act,
  truth: {
    result,
    corrections: [{ itemNumber: 1, field: 'value' as const, declared: '9.00', true: '85.00' }],
  },
  judgement: judge({ result }, act),
});

it('tells what was done, what is true, what would have found it, what pointed to it, and the provision', () => {
  const shown = text(
    <AnswerPanel
      answered={answered('undervalued', 'release')}
      indicators={[{ code: 'undervaluation', points: 40, values: {}, pointers: [] }]}
    >
      next
    </AnswerPanel>,
  );
  for (const part of [
    ...['Missed: Undervalued', 'You released it, after 41 seconds.', 'Ask for documents, Order an examination'],
    ...['Goods item 1, Value: 9.00 → 85.00', risk.indicator.undervaluation.title, 'Article 70', 'next'],
  ])
    expect(shown).toContain(part);
});

it('has words for every answer to every fault', () => {
  for (const result of [...PRACTISED, 'conform'] as const)
    for (const act of TRAINEE_ACTS) {
      const shown = text(
        <AnswerPanel answered={answered(result, act)} indicators={[]}>
          next
        </AnswerPanel>,
      );
      expect(shown).not.toMatch(/learning\./);
      expect(shown).toContain('came by the draw alone');
    }
});

it('explains every result there can be', () => {
  expect(Object.keys(learning.explain).sort()).toEqual([...RESULT_CODES].sort());
  expect(Object.keys(learning.result).sort()).toEqual([...RESULT_CODES].sort());
});

it('says with the marks how little so few cases tell', () => {
  const marks = marksOf([
    { truth: { result: 'undervalued' }, act: 'documents', seconds: 30 },
    { truth: { result: 'ipr' }, act: 'documents', seconds: 50 },
  ]);
  const shown = text(<MarksPanel progress={{ cases: 2, steps: [], marks, profile: null }} />);
  for (const part of ['1 of 2; by so few cases', 'All cases had a fault', '40 s']) expect(shown).toContain(part);
});

it('names what a profile missed and why', () => {
  const row = {
    reference: 'CASE-07',
    description: 'Handbag',
    senderCountry: 'CN',
    value: { amount: '14.00', currency: 'EUR' },
    result: 'ipr',
  } as const;
  const shown = text(
    <ExerciseMarks
      marks={{
        ...{ slots: 10, selected: 10, beyond: 3, found: { hits: 4, of: 5, rate: 0.8, low: 0.38, high: 0.96 } },
        ...{ falseAlarms: { hits: 6, of: 10, rate: 0.6, low: 0.31, high: 0.83 } },
        missed: [{ ...row, why: 'no_slot' }],
      }}
    />,
  );
  for (const part of ['of 10', '3 more met the conditions', 'CASE-07', 'No slot was left', '4 of 5'])
    expect(shown).toContain(part);
});
