import { expect, it } from 'vitest';
import texts from '@/lib/messages/en/consignment.json';
import { routes } from './routes';
import { wayBack } from './way-back';

it('leads back to the list a consignment was opened from, with what was asked there', () => {
  const search = routes.search({ find: 'A 1&b', list: 1 });
  expect(wayBack(search)).toEqual({ href: search, list: 'search' });
  expect(wayBack(routes.statisticsItems({ lane: ['red', 'blue'] }))?.list).toBe('items');
  const lists = [
    routes.queue({ tab: 'mine' }),
    routes.supervision(),
    routes.profile('p'),
    routes.capacity({ day: '2026-11-02' }),
    routes.submission('s', { lodged: 9 }),
    routes.audit({ actor: 'x' }),
  ].map((from) => wayBack(from)?.list);
  expect(lists).toEqual(['queue', 'supervision', 'profiles', 'capacity', 'submission', 'audit']);
  for (const list of lists) expect(Object.keys(texts.back)).toContain(list);
});

it.each([
  undefined,
  '',
  'https://elsewhere.example/search',
  '//elsewhere.example/search',
  '/\\\\elsewhere.example/search',
  'javascript:alert(1)',
  '/searching',
  '/api/v1',
  ['/search'],
])('leads nowhere else: %j', (from) => {
  expect(wayBack(from)).toBeNull();
});
