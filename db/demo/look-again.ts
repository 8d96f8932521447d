import { and, asc, isNull, lte } from 'drizzle-orm';
import { answerSecondLook } from '@/db/commands/second-look/answer-second-look';
import { takeSecondLook } from '@/db/commands/second-look/take-second-look';
import { db } from '@/db/connection';
import { secondLooks } from '@/db/schema';
import { LOOK_REASONS, type LookAnswer } from '@/lib/clearance/second-look';
import { sha256Hex } from '@/lib/kernel/ids';
import { drawFromHex } from '@/lib/kernel/prng';
import { demoOfficers } from './officers';

const HOUR_MS = 3_600_000;
/** Share of second looks that end as the first did, and that cannot be told. */
const SAME = 0.82;
const NO_VIEW = 0.03;
/** What was drawn last is left for whoever tries the product. */
const LEFT_HOURS = 72;

type Look = typeof secondLooks.$inferSelect;

/** The colleague of whoever decided looks again, a day later, at what was drawn until some days before an instant, and mostly agrees. */
export async function lookAgain(until: Date): Promise<void> {
  const waiting = await db()
    .select()
    .from(secondLooks)
    .where(
      and(isNull(secondLooks.answeredAt), lte(secondLooks.drawnAt, new Date(until.getTime() - LEFT_HOURS * HOUR_MS))),
    )
    .orderBy(asc(secondLooks.drawnAt), asc(secondLooks.lookId));
  for (const { officeId, firstBy, drawnAt } of waiting) {
    const colleague = demoOfficers(officeId).find(({ id }) => id !== firstBy);
    const at = new Date(drawnAt.getTime() + 24 * HOUR_MS);
    const taken = colleague && (await takeSecondLook(colleague, { officeId }, at));
    // Nothing is left of what the colleague did not act on; or an older one was given, which is looked at as well.
    const look = taken && waiting.find(({ lookId }) => lookId === taken.lookId);
    if (look) await answerSecondLook(colleague, { ...taken, ...answerTo(look) }, at);
  }
}

const draw = ({ lookId }: Look, of: string) => drawFromHex(sha256Hex(`${of}:${lookId}`));

function answerTo(look: Look): { answer: LookAnswer; reason: string | null; note: string | null } {
  const drawn = draw(look, 'answer');
  if (drawn < SAME) {
    const isSameReason = draw(look, 'reason') < 0.7;
    return {
      answer: look.firstChoice,
      reason: isSameReason ? look.firstReason : reasonOf(look.firstChoice, look),
      note: null,
    };
  }
  if (drawn < SAME + NO_VIEW) {
    return { answer: 'no_view', reason: null, note: 'The listing is gone, and the description says too little.' };
  }
  const other = look.firstChoice === 'examine' ? 'release' : draw(look, 'other') < 0.6 ? 'examine' : 'refer';
  const note = other === 'release' ? 'The price is that of the listing.' : 'The price is low for goods of this kind.';
  return { answer: other, reason: reasonOf(other, look), note };
}

function reasonOf(answer: LookAnswer, look: Look): string | null {
  const codes: readonly string[] = LOOK_REASONS[answer].codes;
  return codes[Math.floor(draw(look, 'why') * codes.length)] ?? null;
}
