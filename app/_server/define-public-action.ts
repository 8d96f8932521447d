import 'server-only';
import { headers } from 'next/headers';
import { z } from 'zod';
import type { ActionState } from '@/components/forms/action-state';
import { env } from '@/db/env';
import { logLine } from '@/db/log';
import { addressKeyOf, clientAddress } from '@/lib/identity/throttle';
import { enteredOf, issuesByField } from './form-input';
import { isOwnRequest } from './own-request';

/** Who asks where nobody is signed in: the network prefix, hashed. */
export type Asker = { readonly addressKey: string };

/**
 * Makes a server action for everybody: from our own page, input parsed strictly, and no actor, so what it runs may tell public things
 * only. Errors nobody expected are logged without what was typed and thrown on to the error page.
 */
export function definePublicAction<Schema extends z.ZodType, Data>(
  schema: Schema,
  run: (asker: Asker, input: z.output<Schema>) => Promise<Data>,
): (previous: ActionState<Data>, input: FormData) => Promise<ActionState<Data>> {
  const strict = schema instanceof z.ZodObject ? schema.strict() : schema;
  return async (_previous, input) => {
    const sent = await headers();
    const entered = enteredOf(input, schema);
    if (!isOwnRequest(sent))
      return { status: 'refused', reasons: [{ code: 'cross_site' }], values: entered?.shown ?? {} };
    if (!entered) return { status: 'invalid', fieldErrors: { '': ['file_not_taken'] }, values: {} };
    const parsed = strict.safeParse(entered.content);
    if (!parsed.success) {
      return { status: 'invalid', fieldErrors: issuesByField(parsed.error, entered.content), values: entered.shown };
    }
    const addressKey = addressKeyOf(clientAddress(sent.get('x-forwarded-for'), env().trustedProxyCount));
    try {
      return { status: 'ok', data: await run({ addressKey }, parsed.data as z.output<Schema>) };
    } catch (error) {
      logLine('error', 'public_action.failed', { name: error instanceof Error ? error.name : typeof error });
      throw error;
    }
  };
}
