import 'server-only';
import type { z } from 'zod';
import { RELEASE_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { release } from './change/release';
import type { Changed } from './change/write-change';

/** Releases a consignment, with or without correction. @throws RefusedError `release.*`, `status.*`, `claim.*`, `row.*` */
export async function releaseConsignment(
  actor: Actor,
  input: z.input<typeof RELEASE_INPUT>,
  at = new Date(),
): Promise<Changed> {
  authorise(actor, 'clearance.release');
  return release(actor, parseInput(RELEASE_INPUT, input), at);
}
