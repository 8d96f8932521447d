import { forgetWhatIsInForce } from '@/db/queries/policy/in-force-cache';
import type { TestDatabase } from './database';

/** Runs a test of the draw itself, with the share it works with. */
export async function whileDrawing(
  database: TestDatabase,
  probability: string,
  run: () => Promise<void>,
): Promise<void> {
  const draw = async (share: string) => {
    await database.owner((client) =>
      client.query(
        `update policy.parameters set value = jsonb_build_object('probability', $1::text) where kind = 'random'`,
        [share],
      ),
    );
    forgetWhatIsInForce();
  };
  await draw(probability);
  try {
    await run();
  } finally {
    await draw('0');
  }
}
