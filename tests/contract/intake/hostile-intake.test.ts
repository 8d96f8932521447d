import { describe, expect, it } from 'vitest';
import { explainProblem } from '@/lib/intake/explain-problem';
import { PROBLEM_CODES } from '@/lib/intake/problem-codes';
import type { Problem } from '@/lib/kernel/problem';
import { csvWith } from './a-submission';
import type { Case, Expected } from './cases';
import { CSV_CASES } from './csv-cases';
import { ENCODING_CASES } from './encoding-cases';
import { JSON_CASES } from './json-cases';
import { JSON_LIST_CASES } from './json-list-cases';
import { NDJSON_CASES } from './ndjson-cases';
import { RULE_CASES } from './rule-cases';
import { type Intake, runIntake } from './run-intake';
import { VALUE_CASES } from './value-cases';
import { XML_CASES } from './xml-cases';
import { XML_RECORD_CASES } from './xml-record-cases';

const ALL = [
  ...ENCODING_CASES,
  ...CSV_CASES,
  ...JSON_CASES,
  ...JSON_LIST_CASES,
  ...NDJSON_CASES,
  ...VALUE_CASES,
  ...RULE_CASES,
  ...XML_CASES,
  ...XML_RECORD_CASES,
];
/** Cases too large to show one by one (ten million rows), or that need an earlier consignment (amend-record.test.ts), pointers (xml-formats.test.ts), or a person who mends (quarantine.test.ts). */
const SHOWN_ELSEWHERE = new Set([
  // By the tests of transfers.
  'file_broken_off',
  'file_too_large',
  'file_key_reused',
  // By the tests of layouts.
  'column_unmapped',
  'layout_decimal',
  'layout_date',
  'file_too_many_rows',
  'item_number_repeated',
  'item_net_over_gross',
  'act_target_unknown',
  'act_target_other',
  'act_decided',
  'act_withdrawn',
  'amend_empty',
  'amend_removal',
  'amend_pointer',
  'cancel_not_taken',
  'cancel_on_hold',
  'cancel_question_open',
  'cancel_acted_on',
  'cancel_arrived',
  'several_records',
  'overtaken',
  'overtaken_withdrawn',
  'other_office',
]);

function allProblems(intake: Intake): readonly Problem[] {
  const ofRecords = intake.records.flatMap(({ outcome }) => (outcome.ok ? outcome.warnings : outcome.problems));
  return [...intake.refused, ...intake.notices, ...ofRecords];
}

function expectOutcome(intake: Intake, expected: Expected): void {
  if ('file' in expected) {
    const found = intake.refused.find((problem) => problem.code === expected.file);
    expect(
      found,
      `refused with ${expected.file}, got ${intake.refused.map((p) => p.code).join() || 'nothing'}`,
    ).toBeDefined();
    if (expected.line !== undefined) expect(found?.line).toBe(expected.line);
    return;
  }
  expect(intake.refused).toEqual([]);
  const bad = intake.records.filter(({ outcome }) => !outcome.ok);
  const problems = bad.flatMap(({ outcome }) => (outcome.ok ? [] : outcome.problems));
  if ('row' in expected) {
    expect(bad).toHaveLength(1);
    expect(intake.records.length - 1).toBe(expected.others ?? 0);
    const found = problems.find(
      (problem) =>
        problem.code === expected.row && (expected.pointer === undefined || problem.pointer === expected.pointer),
    );
    expect(
      found,
      `refused with ${expected.row}, got ${problems.map((p) => `${p.pointer} ${p.code}`).join()}`,
    ).toBeDefined();
    if (expected.line !== undefined) expect(found?.line).toBe(expected.line);
    return;
  }
  expect(problems).toEqual([]);
  const [record] = intake.records;
  const warnings = record?.outcome.ok ? record.outcome.warnings.map((problem) => problem.code) : [];
  expect(warnings).toEqual(expected.warning ? [expected.warning] : []);
  if (expected.notice) expect(intake.notices.map((notice) => notice.code)).toContain(expected.notice);
  const sent = record?.outcome.ok ? { ...record.outcome.record.sent, ...record.outcome.record.sent.items[0] } : {};
  for (const [column, value] of Object.entries(expected.accept)) expect(Reflect.get(sent, column) ?? '').toBe(value);
}

function verdict({ expected }: Case): string {
  if ('file' in expected) return 'refuses the file';
  return 'row' in expected ? 'refuses the record only' : 'is accepted as sent';
}

describe('hostile and odd submissions', () => {
  for (const [kind, cases] of [
    ['encoding', ENCODING_CASES],
    ['CSV', CSV_CASES],
    ['JSON', JSON_CASES],
    ['JSON list', JSON_LIST_CASES],
    ['NDJSON', NDJSON_CASES],
    ['value', VALUE_CASES],
    ['rule', RULE_CASES],
    ['XML', XML_CASES],
    ['XML record', XML_RECORD_CASES],
  ] as const)
    describe(kind, () => {
      it.each(cases.map((one) => [one.name, verdict(one), one] as const))('%s: %s', async (_name, _verdict, one) => {
        expectOutcome(await runIntake(one.format, one.sent), one.expected);
        if (one.sent.length < 5_000) expectOutcome(await runIntake(one.format, one.sent, 1), one.expected);
      });
    });

  it('leaves Object.prototype alone', () => {
    expect(Reflect.get({}, 'admin')).toBeUndefined();
  });

  it('shows every problem code by a case, and explains each with all its values', async () => {
    const seen = new Set<string>();
    for (const one of ALL)
      for (const problem of allProblems(await runIntake(one.format, one.sent))) {
        seen.add(problem.code);
        expect(explainProblem(problem)).not.toMatch(/[{}]\w+[{}]|undefined/);
        expect((problem.value ?? '').length).toBeLessThanOrEqual(201);
      }
    expect(PROBLEM_CODES.filter((code) => !seen.has(code) && !SHOWN_ELSEWHERE.has(code))).toEqual([]);
  });

  it('says which of several items is heavier than the whole', async () => {
    const { records } = await runIntake(
      'csv',
      csvWith({ item_number: '1', net_mass_kg: '0.6' }, { item_number: '2', net_mass_kg: '1.001' }),
    );
    expect(records[0]?.outcome).toMatchObject({
      ok: true,
      warnings: [
        { code: 'net_over_gross', pointer: 'gross_mass_kg' },
        { code: 'item_net_over_gross', pointer: 'items.1.net_mass_kg', line: 3 },
      ],
    });
  });

  it('says a repeated item number where it stands', async () => {
    const { records } = await runIntake('csv', csvWith({ item_number: '2' }, { item_number: '2' }));
    const [first] = records;
    expect(first?.outcome).toMatchObject({
      ok: false,
      problems: [{ code: 'item_number_repeated', pointer: 'items.1.item_number', line: 3 }],
    });
  });
});
