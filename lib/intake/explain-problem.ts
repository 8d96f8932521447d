import { createTranslator } from 'use-intl/core';
import type { Problem } from '@/lib/kernel/problem';
import consignment from '@/lib/messages/en/consignment.json';
import intake from '@/lib/messages/en/intake.json';
import { problemMessageValues } from './problem-codes';

const translate = createTranslator({ locale: 'en', messages: { intake }, namespace: 'intake' });

/** The place of a problem as its sender's format names it: the column of a CSV file as the file names it, else the path of the field. */
export function placeOf({ pointer, params }: Pick<Problem, 'pointer' | 'params'>, format: string): string {
  if (params?.fileColumn !== undefined) return String(params.fileColumn);
  return format === 'csv' ? pointer.replace(/^items\.\d+\./, '') : pointer;
}

/**
 * The sentence that explains a problem to whoever sent the data. Partners' systems read it in English, like the codes. In a CSV
 * file the field is a column of a line, not a path.
 */
export function explainProblem(problem: Problem, format = ''): string {
  const key = `problem.${problem.code}` as Parameters<typeof translate>[0];
  if (!translate.has(key)) return problem.code;
  const values = { ...problemMessageValues(problem), ...fieldOf(problem, format), ...meaningsOf(problem) };
  const sentence = translate(key, values);
  // A field of ours is something else in the sender's message: say what, unless the sentence does.
  const element = String(problem.params?.element ?? '');
  return element === '' || sentence.includes(element) ? sentence : `${sentence} ${translate('sentAs', { element })}`;
}

function fieldOf(problem: Problem, format: string): { field?: string } {
  const { fileColumn, fixedColumn, unmappedColumn } = problem.params ?? {};
  if (fixedColumn !== undefined) return { field: translate('csvFixed', { column: fixedColumn }) };
  if (unmappedColumn !== undefined) return { field: translate('csvUnmapped', { column: unmappedColumn }) };
  if (fileColumn === undefined && (format !== 'csv' || problem.pointer === '')) return {};
  const column = placeOf(problem, format);
  return {
    field:
      problem.line === undefined
        ? translate('csvColumn', { column })
        : translate('csvPlace', { column, line: problem.line }),
  };
}

/** Codes that say nothing by themselves are listed with their meaning. */
function meaningsOf({ code, pointer, params }: Problem): { expected?: string } {
  if (code !== 'not_in_list' || pointer !== 'transport_mode') return {};
  const meanings: Readonly<Record<string, string>> = consignment.word.transport_mode;
  const codes = String(params?.expected ?? '').split(', ');
  return { expected: codes.map((one) => (meanings[one] ? `${one} ${meanings[one]}` : one)).join(', ') };
}
