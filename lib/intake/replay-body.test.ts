import { expect, it } from 'vitest';
import { fault } from './problem-codes';
import { problemsInFile, problemsInText } from './replay-body';

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
