import 'server-only';
import type { z } from 'zod';
import { now } from '@/db/clock';
import { RELEASE_INPUT } from '@/lib/clearance/inputs';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import type { Decided } from './change/decide';
import { release } from './change/release';

/** Releases a consignment, with or without correction, or proposes to where a second officer must agree. @throws RefusedError `release.*`, `status.*`, `claim.*`, `row.*` */
export async function releaseConsignment(
  actor: Actor,
  input: z.input<typeof RELEASE_INPUT>,
  at = now(),
): Promise<Decided> {
  authorise(actor, 'clearance.release');
  return release(actor, parseInput(RELEASE_INPUT, input), at);
}
