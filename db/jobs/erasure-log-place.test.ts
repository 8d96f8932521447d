import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseEnv } from '@/lib/kernel/env';
import { erasureLogOf } from './erasure-log-place';

it('erasures are told in one place that is named, whatever data folder a process has', () => {
  const named = { LUXOR_ERASURES: '/mnt/auditor/erasures.jsonl' };
  const places = ['/var/web', '/var/worker'].map((dataDir) => parsed({ ...named, LUXOR_DATA_DIR: dataDir }));
  expect(places).toEqual(['/mnt/auditor/erasures.jsonl', '/mnt/auditor/erasures.jsonl']);
  expect(parsed({ LUXOR_DATA_DIR: '/var/web' })).toBe(join('/var/web', 'erasures.jsonl'));
});

function parsed(source: Record<string, string>): string {
  const result = parseEnv(source);
  if (!result.ok) throw new Error('the settings are refused');
  return erasureLogOf(result.env);
}
