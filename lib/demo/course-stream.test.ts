import { expect, test } from 'vitest';
import { courseStream } from './course-stream';
import { readBatch } from './testing/read-batch';

const REQUEST = {
  seed: 7,
  endAt: new Date('2026-11-23T12:00:00Z'),
  example: 'eu',
  officeId: 'BELGG',
  ordinary: 120,
} as const;
const batches = courseStream(REQUEST);
const records = batches.flatMap(readBatch);
const truths = batches.flatMap((batch) => [...batch.truths.values()]);

test('the same request gives the same bytes, another seed others', () => {
  const bodies = batches.map(({ body }) => body);
  expect(courseStream(REQUEST).map(({ body }) => body)).toEqual(bodies);
  expect(courseStream({ ...REQUEST, seed: 8 }).map(({ body }) => body)).not.toEqual(bodies);
});

test('every record is presented at the office of the course, under a reference of its own', () => {
  expect(new Set(records.map(({ office }) => office))).toEqual(new Set(['BELGG']));
  expect(new Set(records.map(({ reference }) => reference)).size).toBe(records.length);
});

test('plantings of every kind stand dense among the ordinary ones', () => {
  const kinds = new Set(truths.map(({ outcome }) => outcome));
  for (const kind of ['conform', 'undervalued', 'misdescribed', 'prohibited', 'restricted', 'ipr', 'safety', 'split'])
    expect(kinds).toContain(kind);
  const faulty = truths.filter(({ outcome }) => outcome !== 'conform').length;
  expect(faulty).toBeGreaterThan(60);
  expect(faulty / truths.length).toBeLessThan(0.7);
});

test('batches come in the order they were received in', () => {
  const instants = batches.map(({ receivedAt }) => receivedAt.getTime());
  expect(instants).toEqual([...instants].sort((a, b) => a - b));
});
