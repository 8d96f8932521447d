import { expect, it } from 'vitest';
import { fault } from './problem-codes';
import { problemsInFile, problemsInText, recordOfReplay, replayBody } from './replay-body';

const ROWS = [
  { line: 4, raw: 'A,"two\nlines",1' },
  { line: 9, raw: 'A,one line,2' },
];
const at = (line: number) => [fault('required', 'value', { line })];
const linesOf = (problems: readonly { line?: number | undefined }[]) => problems.map(({ line }) => line);

it.each([
  [4, 1],
  [5, 2],
  [9, 3],
])('line %i of the file is line %i of the text of its rows, and back', (inFile, inText) => {
  expect(linesOf(problemsInText(ROWS, at(inFile)))).toEqual([inText]);
  expect(linesOf(problemsInFile(ROWS, at(inText)))).toEqual([inFile]);
});

it.each([
  ['csv', 'reference,value', 'A,"1\n2"'],
  ['json', null, '{"reference":"A"}'],
  ['ndjson', null, '{"reference":"A"}'],
  ['xml', '<submission count="2">', '<consignment/>'],
  ['xml', null, '<MetaData/>'],
] as const)('the text of the one record of a body of %s is found again', (format, header, text) => {
  expect(recordOfReplay(format, header, replayBody(format, header, [text]).body)).toBe(text);
});

it('nothing is found in the body of another', () => {
  expect(recordOfReplay('csv', 'reference', 'value\nA\n')).toBeNull();
});
