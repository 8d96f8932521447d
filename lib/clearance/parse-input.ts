import type { z } from 'zod';
import { InvalidInputError } from '@/lib/kernel/errors';
import { excerpt } from '@/lib/kernel/problem';

/** Parses what reached a command. @throws InvalidInputError naming every field that does not fit. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: z.input<Schema>): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    parsed.error.issues.map((issue) => ({
      code: issue.code,
      severity: 'error',
      pointer: issue.path.map(String).join('.'),
      ...(issue.code === 'unrecognized_keys' ? { value: excerpt(issue.keys.join(', ')) } : {}),
    })),
  );
}
