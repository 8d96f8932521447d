import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/db/audit';
import type { Tx } from '@/db/connection';
import { modelStandings, modelVersions } from '@/db/schema';
import { inTransaction } from '@/db/transaction';
import { parseInput } from '@/lib/clearance/parse-input';
import type { Actor } from '@/lib/identity/actor';
import { authorise } from '@/lib/identity/permissions';
import { NotFoundError, refuse } from '@/lib/kernel/errors';
import { MODEL_ACT_INPUT } from '@/lib/risk/model/inputs';
import { MODEL_MOVES, type ModelAct, NEEDS_OTHER } from '@/lib/risk/model/life-cycle';

type ActInput = z.input<typeof MODEL_ACT_INPUT>;
/** The row as the step left it: who goes on from here has seen it. */
type MovedModel = { readonly rowVersion: number };

/** Lets a candidate score beside the model in force; it ranks nothing. @throws NotFoundError; RefusedError `model.state`, `model.shadow_taken`, `changed_meanwhile` */
export async function shadowModel(actor: Actor, input: ActInput, at = new Date()): Promise<MovedModel> {
  authorise(actor, 'model.train');
  return move(actor, 'shadow', input, at);
}

/** Lets a version that watched in shadow give the chance that ranks; the one before gives way. @throws as `shadowModel`; RefusedError `model.own` */
export async function promoteModel(actor: Actor, input: ActInput, at = new Date()): Promise<MovedModel> {
  authorise(actor, 'model.decide');
  return move(actor, 'promote', input, at);
}

/** Takes the model in force out of use and puts the one before it back, if there was one. @throws as `shadowModel` */
export async function rollBackModel(actor: Actor, input: ActInput, at = new Date()): Promise<MovedModel> {
  authorise(actor, 'model.decide');
  return move(actor, 'roll_back', input, at);
}

/** Puts away a version that never came into force. @throws as `shadowModel` */
export async function retireModel(actor: Actor, input: ActInput, at = new Date()): Promise<MovedModel> {
  authorise(actor, 'model.train');
  return move(actor, 'retire', input, at);
}

async function move(actor: Actor, act: ModelAct, input: ActInput, at: Date): Promise<MovedModel> {
  const { version, rowVersion, reason } = parseInput(MODEL_ACT_INPUT, input);
  const { from, to } = MODEL_MOVES[act];
  await inTransaction(async (tx) => {
    // Steps on two versions wait for each other: else both could come into force.
    const standings = await tx.select().from(modelStandings).orderBy(modelStandings.version).for('update');
    const found = standings.find((standing) => standing.version === version);
    if (!found) throw new NotFoundError('model');
    if (NEEDS_OTHER.has(act)) await refuseOwn(tx, actor, version);
    if (!(from as readonly string[]).includes(found.state)) throw refuse('model.state');
    if (found.rowVersion !== rowVersion) throw refuse('changed_meanwhile');
    if (act === 'shadow' && standings.some(({ state }) => state === 'shadow')) throw refuse('model.shadow_taken');
    const by = { changedBy: actor.id, changedByName: actor.name, changedAt: at, reason };
    const replaced = standings.find(({ state }) => act === 'promote' && state === 'active');
    if (replaced) await put(tx, replaced.version, { state: 'retired', ...by });
    await put(tx, version, {
      state: to,
      ...by,
      ...(act === 'shadow' ? { shadowAt: at } : {}),
      ...(act === 'promote'
        ? { promotedBy: actor.id, promotedByName: actor.name, promotedAt: at, replaced: replaced?.version ?? null }
        : {}),
    });
    const restored = act === 'roll_back' ? await restore(tx, found.replaced, by) : null;
    await writeAudit(
      tx,
      actor,
      {
        action: `model.${act}`,
        subjectType: 'model',
        subjectId: String(version),
        officeId: null,
        reason,
        details: {
          before: { state: found.state },
          after: { state: to },
          ...(replaced ? { replaced: replaced.version } : {}),
          ...(restored === null ? {} : { restored }),
        },
      },
      at,
    );
  });
  return { rowVersion: rowVersion + 1 };
}

async function refuseOwn(tx: Tx, actor: Actor, version: number): Promise<void> {
  const own = await tx
    .select({ version: modelVersions.version })
    .from(modelVersions)
    .where(and(eq(modelVersions.version, version), eq(modelVersions.trainedBy, actor.id)));
  if (own.length > 0) throw refuse('model.own');
}

type Change = Partial<typeof modelStandings.$inferInsert>;

async function put(tx: Tx, version: number, change: Change): Promise<void> {
  await tx
    .update(modelStandings)
    .set({ ...change, rowVersion: sql`${modelStandings.rowVersion} + 1` })
    .where(eq(modelStandings.version, version));
}

/** Puts the version back whose place was taken, if any: never one that was itself rolled back, which lost its place to another. */
async function restore(tx: Tx, replaced: number | null, by: Change): Promise<number | null> {
  if (replaced !== null) await put(tx, replaced, { state: 'active', ...by });
  return replaced;
}
