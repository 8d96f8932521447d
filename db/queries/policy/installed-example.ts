import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import type { Executor } from '@/db/connection';
import { parameters } from '@/db/schema';
import type { ExampleId } from '@/lib/codes/example-ids';
import { exampleOf } from '@/lib/policy/examples/parameters-of';

/** What an installation was set up as: an example, the administration's own law, or nothing yet. Takes no actor: start and demo ask. */
export async function installedExample(from: Executor): Promise<ExampleId | 'own' | null> {
  const [row] = await from
    .select({ edition: parameters.edition })
    .from(parameters)
    .where(and(eq(parameters.kind, 'administration'), eq(parameters.key, 'own')))
    .orderBy(desc(parameters.validFrom), desc(parameters.revision))
    .limit(1);
  return row ? (exampleOf(row) ?? 'own') : null;
}

/** The example whose offices, people and money the demo plays with; an administration of its own has those of the Union. */
export async function demoExample(from: Executor): Promise<ExampleId> {
  const installed = await installedExample(from);
  return installed === null || installed === 'own' ? 'eu' : installed;
}
