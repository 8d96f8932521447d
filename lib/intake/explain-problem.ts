import { createTranslator } from 'use-intl/core';
import type { Problem } from '@/lib/kernel/problem';
import consignment from '@/lib/messages/en/consignment.json';
import intake from '@/lib/messages/en/intake.json';
import policy from '@/lib/messages/en/policy.json';
import { problemMessageValues } from './problem-codes';

const translate = createTranslator({ locale: 'en', messages: { intake }, namespace: 'intake' });
const translateField = createTranslator({ locale: 'en', messages: { consignment }, namespace: 'consignment' });

type Words = Readonly<Record<string, string>>;
const SENTENCES: Words = intake.problem;
const LABELS: Words = consignment.field;
const REGIMES: Words = policy.regime;
const MODES: Words = consignment.word.transport_mode;

/** A word of our own, never one that an object has by itself: a sender may call a field `constructor`. */
const wordOf = (words: Words, key: string) => (Object.hasOwn(words, key) ? words[key] : undefined);

/** The place of a problem as its sender's format names it: the column of a CSV file as the file names it, else the path of the field. */
export function placeOf({ pointer, params }: Pick<Problem, 'pointer' | 'params'>, format: string): string {
  if (params?.fileColumn !== undefined) return String(params.fileColumn);
  return format === 'csv' ? pointer.replace(/^items\.\d+\./, '') : pointer;
}

/** Whether the sentence of a problem says itself which field it is about. */
export function namesField({ code, pointer }: Pick<Problem, 'code' | 'pointer'>): boolean {
  return pointer !== '' && (wordOf(SENTENCES, code)?.includes('{field}') ?? false);
}

/**
 * The sentence that explains a problem to whoever sent the data. Partners' systems read it in English, like the codes. A field is
 * called by its label, with what the sender's format calls it beside: column and line of a CSV file, element of a message, else the path.
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
  if (problem.pointer === '') return {};
  return { field: inPlace(labelOf(problem.pointer), sentPlace(problem, format)) };
}

/** What the sender's format calls the field, with the line where that is told apart by it. */
function sentPlace(problem: Problem, format: string): string {
  const { line, pointer, code, params } = problem;
  const { fileColumn, fixedColumn, unmappedColumn, element } = params ?? {};
  if (fixedColumn !== undefined) return translate('csvFixed', { column: fixedColumn });
  if (unmappedColumn !== undefined) return translate('csvUnmapped', { column: unmappedColumn });
  if (fileColumn === undefined && format !== 'csv') {
    return element === undefined || wordOf(SENTENCES, code)?.includes('{element}') ? pointer : String(element);
  }
  const column = placeOf(problem, format);
  return line === undefined ? translate('csvColumn', { column }) : translate('csvPlace', { column, line });
}

function inPlace(name: string, place: string): string {
  return translate('fieldInPlace', { name, place });
}

/** The label of a field by its path: `items.0.value` is `Item 1: Value`. */
function labelOf(pointer: string): string {
  const [, item, column = pointer] = /^items\.(\d+)\.(.+)$/.exec(pointer) ?? [];
  const field = wordOf(LABELS, column);
  if (field === undefined) return translate('unknownField');
  return item === undefined ? field : translateField('itemField', { item: Number(item) + 1, field });
}

/** Columns of the record, listed with their labels. */
const labelled = (columns: string) =>
  columns
    .split(', ')
    .map((column) => inPlace(labelOf(column), column))
    .join(', ');

/** Codes that say nothing by themselves are told with their meaning. */
function meaningsOf({ code, pointer, params }: Problem): Record<string, string> {
  const { expected = '', others, by, other, regime } = params ?? {};
  const told: Record<string, string> = {};
  if (code === 'not_in_list' && pointer === 'transport_mode') {
    const codes = String(expected).split(', ');
    told.expected = codes.map((one) => [one, wordOf(MODES, one)].filter(Boolean).join(' ')).join(', ');
  }
  if (others !== undefined) told.others = labelled(String(others));
  if (by !== undefined) told.by = labelled(String(by));
  const item = code === 'item_number_repeated' ? /^items\.(\d+)$/.exec(String(other))?.[1] : undefined;
  if (item !== undefined) told.other = translate('item', { item: Number(item) + 1 });
  const word = wordOf(REGIMES, String(regime));
  if (word !== undefined) told.regime = inPlace(word, String(regime));
  return told;
}
