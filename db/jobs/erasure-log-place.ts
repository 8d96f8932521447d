import { join } from 'node:path';
import type { Env } from '@/lib/kernel/env';

/** The file where erasures are told beside the database; it belongs with the backups, and never into them. */
export const erasureLogOf = ({ dataDir, erasures }: Pick<Env, 'dataDir' | 'erasures'>): string =>
  erasures ?? join(dataDir, 'erasures.jsonl');
