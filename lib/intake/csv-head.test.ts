import { expect, it } from 'vitest';
import { findLayout } from './csv-head';
import type { Layout } from './layout';

it('an empty file has no layout, also of a sender with layouts', () => {
  expect(findLayout('', new Map([['any', {} as Layout]]))).toBeNull();
});
