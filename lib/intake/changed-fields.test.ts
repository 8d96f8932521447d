import { expect, it } from 'vitest';
import { changedFields } from './changed-fields';
import { fieldsOfText } from './record-fields';

const fieldsOf = (text: string) => {
  const found = fieldsOfText(
    { format: 'csv', header: 'reference,value,currency', delimiter: null, targets: null, text },
    [],
  );
  if (!found) throw new Error('not readable');
  return found;
};

it('names each field that says something else, as sent and as mended', () => {
  const changed = changedFields(fieldsOf('M-1,"12,50",EUR'), fieldsOf('M-1,12.50,EUR'));
  expect(changed).toMatchObject([{ pointer: 'items.0.value', name: 'value', before: '12,50', after: '12.50' }]);
});

it('names what came and what went', () => {
  const json = (...items: string[]) => {
    const text = JSON.stringify({ reference: 'A', items: items.map((description) => ({ description })) });
    const found = fieldsOfText({ format: 'json', header: null, delimiter: null, targets: null, text }, []);
    if (!found) throw new Error('not readable');
    return found;
  };
  const ofSecond = { pointer: 'items.1.description' };
  expect(changedFields(json('mug'), json('mug', 'bowl'))).toContainEqual(
    expect.objectContaining({ ...ofSecond, before: null, after: 'bowl' }),
  );
  expect(changedFields(json('mug', 'bowl'), json('mug'))).toContainEqual(
    expect.objectContaining({ ...ofSecond, before: 'bowl', after: null }),
  );
});
