import { expect, it } from 'vitest';
import { SCREENS, screenOf } from './screens';

it('finds the entry that names most of an address', () => {
  expect(screenOf('/consignments/0b5c/custody')?.key).toBe('custody');
  expect(screenOf('/consignments/0b5c')?.key).toBe('consignment');
  expect(screenOf('/learning/courses/new')?.key).toBe('courses');
  expect(screenOf('/learning/0b5c/profile')?.key).toBe('learning');
  expect(screenOf('/queue')?.key).toBe('queue');
});

it('knows nothing of what is no section of the desk', () => {
  expect(screenOf('/')).toBeNull();
  expect(screenOf('/queues')).toBeNull();
});

it('has one entry for each address and each key', () => {
  expect(new Set(SCREENS.map(({ path }) => path)).size).toBe(SCREENS.length);
  expect(new Set(SCREENS.map(({ key }) => key)).size).toBe(SCREENS.length);
});
