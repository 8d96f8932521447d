import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '@/lib/kernel/errors';
import { fileOf, foundIn, rowsOf } from '@/tests/support/reference-file';
import { explainLoadProblem } from './explain';

async function faultsOf(read: Promise<unknown>): Promise<string[]> {
  const error = await read.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof InvalidInputError)) throw new Error(`not refused: ${String(error)}`);
  return error.problems.map(explainLoadProblem);
}

describe('a file that cannot be read as the list', () => {
  it.each([
    [
      'of another layout',
      'currencies',
      'a,b\n1,2\n',
      'It must have the columns code, numeric, name, minor_unit; or Entity, ',
    ],
    ['without a row', 'currencies', 'code,numeric,name,minor_unit\n', 'The file has a header and no row.'],
    ['without anything', 'currencies', '', 'The file is empty.'],
    [
      'of several lists side by side',
      'tariff',
      'cn8,hs6,eu_cet_rate,eu_cet_pct,eu_cet_kind,uk_gt_rate,uk_gt_pct,uk_gt_kind\n',
      'Say which to read: eu, uk.',
    ],
    [
      'with more columns than names so common allow',
      'vague-terms',
      'description,code,hs6\ncotton shirt,61091000,610910\n',
      'It must have the columns only description; or rule, regex, meaning.',
    ],
  ] as const)('%s is refused as a whole', async (_, kind, text, sentence) => {
    expect((await faultsOf(fileOf(kind, text))).join(' ')).toContain(sentence);
  });

  it('says that there is no such part', async () => {
    const read = fileOf('currencies', 'code,numeric,name,minor_unit\nEUR,978,Euro,2\n', { series: 'eu' });
    expect(await faultsOf(read)).toEqual(['There is no part eu in this file.']);
  });
});

describe('a file of a list', () => {
  it('may have its columns in any order, and others beside them', async () => {
    const file = await fileOf('currencies', 'name,code,remark,minor_unit,numeric\nEuro,EUR,x,2,978\n');
    expect(rowsOf(file)).toEqual(['EUR {"name":"Euro","minorDigits":2}']);
  });

  it('loses broken rows and nothing else', async () => {
    const file = await fileOf(
      'currencies',
      'code,numeric,name,minor_unit\nEUR,978,Euro,2\nUSD,840,Dollar\nJPY,392,Y"en,0\nKWD,414,Dinar,3\n',
    );
    expect(rowsOf(file)).toHaveLength(2);
    expect(file).toMatchObject({ rowsRead: 4, rowsRefused: 2 });
    expect(foundIn(file)).toEqual(['3  row_field_count USD,840,Dollar', '4  row_quotes JPY,392,Y"en,0']);
  });

  it('may repeat itself, and is refused where it contradicts itself', async () => {
    const file = await fileOf(
      'currencies',
      'code,numeric,name,minor_unit\nEUR,978,Euro,2\nEUR,978,Euro,2\nEUR,978,Euro,3\n',
    );
    expect(rowsOf(file)).toEqual(['EUR {"name":"Euro","minorDigits":2}']);
    expect(foundIn(file)).toEqual(['4  key_repeated EUR']);
  });

  it('refuses what the policy could not use', async () => {
    const file = await fileOf('currencies', 'code,numeric,name,minor_unit\nEUR,978,Euro,2\n', {
      faultOf: () => 'not this',
    });
    expect(rowsOf(file)).toEqual([]);
    expect(file.problems.map(explainLoadProblem)).toEqual(['EUR cannot be used: not this.']);
  });

  it('counts every fault and remark, and keeps the first of each with their place', async () => {
    const metals = Array.from(
      { length: 250 },
      (_, index) => `X${String.fromCharCode(65 + (index % 26))}A,000,Metal ${index},`,
    );
    const file = await fileOf('currencies', `code,numeric,name,minor_unit\n${metals.join('\n')}\nbad,1,Bad,2\n`);
    expect(file.counts).toEqual({ no_minor_unit: 250, shape: 1 });
    expect(file.problems.filter(({ code }) => code === 'no_minor_unit')).toHaveLength(40);
    expect(file.problems.at(-1)).toMatchObject({ code: 'shape', value: 'bad', line: 252 });
  });
});
