import type { Lane, SelectionReason } from '@/lib/consignment/codes';

const HEADLINES: Readonly<Partial<Record<SelectionReason, 'headlineNone' | 'headlineNoSlot'>>> = {
  none: 'headlineNone',
  no_capacity: 'headlineNoSlot',
};

/** Lanes that ask for no control before the release. */
const LET_GO: readonly Lane[] = ['green', 'blue'];

/** Key of the sentence above the verdict. Goods that a score alone sent to a lane without control were selected by nobody: older assessments name the score. */
export function headlineOf({
  selectionReason,
  laneEffective,
}: {
  readonly selectionReason: SelectionReason;
  readonly laneEffective: Lane;
}): 'headline' | 'headlineNone' | 'headlineNoSlot' {
  if (selectionReason === 'score' && LET_GO.includes(laneEffective)) return 'headlineNone';
  return HEADLINES[selectionReason] ?? 'headline';
}
