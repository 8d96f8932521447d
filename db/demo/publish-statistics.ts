import { decideRelease } from '@/db/commands/publication/decide-release';
import { prepareRelease } from '@/db/commands/publication/prepare-release';
import { publishDue } from '@/db/commands/publication/publish-due';
import { freezeClosedMonths } from '@/db/jobs/publish-statistics';
import { listVintages } from '@/db/queries/publication/list-vintages';
import type { ExampleId } from '@/lib/codes/example-ids';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { derivedId } from '@/lib/kernel/ids';
import { FREEZE_DAY, RELEASE_DAY, RELEASE_HOUR } from '@/lib/publication/calendar';
import { CORRECTION_DAY, correctPublished } from './correct-published';
import { demoSecond } from './demo-profiles';

/** The invented analyst who prepares what the demo has published. */
const demoAnalyst = (example: ExampleId): Actor => ({
  ...demoSecond(example),
  id: derivedId('demo-analyst'),
  name: 'X. Lindholm',
  role: 'analyst',
});

const NOTE_OF_REVISION =
  'Partners sent goods items that they had left out; what was released or withdrawn since the vintage before is in the figures too.';

/**
 * Does what the calendar has for a day of the demo: freezes closed months on theirs, releases what was frozen on its own, and has partners
 * correct on a later day what was published of them.
 */
export async function publishInDemo(day: string, example: ExampleId, signal: AbortSignal): Promise<void> {
  const [analyst, second] = [demoAnalyst(example), demoSecond(example)];
  const dayOfMonth = Number(day.slice(8));
  const at = (hour: number) => new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000);
  if (dayOfMonth === FREEZE_DAY) await freezeClosedMonths(signal, at(6));
  if (dayOfMonth === CORRECTION_DAY) await correctPublished(day, signal);
  if (dayOfMonth !== RELEASE_DAY) return;
  const { rows } = await listVintages(analyst, null);
  // The oldest month first, as it would be worked off.
  for (const { month, number, releases } of [...rows].reverse()) {
    if (releases.length > 0) continue;
    const asked = { month, number, releaseAt: at(RELEASE_HOUR).toISOString() };
    const note = number > 1 ? NOTE_OF_REVISION : '';
    const { releaseId } = await prepareRelease(analyst, { ...asked, note }, at(RELEASE_HOUR - 2));
    const verdict = { releaseId, rowVersion: 1, verdict: 'approve' as const, reason: '' };
    await decideRelease(second, verdict, at(RELEASE_HOUR - 1));
  }
  await publishDue(SYSTEM_ACTOR, at(RELEASE_HOUR));
}
