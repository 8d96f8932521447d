import type { ControlLane, ControlType } from '@/lib/consignment/codes';

/** Controls an office has hands for on one day; null sets no limit. */
export type Slots = Readonly<Record<ControlType, number | null>>;

export const NO_LIMIT: Slots = { documents: null, nii: null, physical: null };

/**
 * Controls a lane may be given, the best first: goods for examination that find nobody to open them are scanned, and where the
 * scanner is full too, their papers are checked.
 */
export const CONTROLS_OF: Readonly<Record<ControlLane, readonly ControlType[]>> = {
  red: ['physical', 'nii', 'documents'],
  yellow: ['documents'],
};

/** Whether the control looks at the goods; papers alone tell nothing of what is inside. */
export const looksAtGoods = (control: ControlType | null): boolean => control === 'physical' || control === 'nii';

/** Lane a consignment is in once it has its control. */
export const laneOfControl = (control: ControlType): ControlLane => (looksAtGoods(control) ? 'red' : 'yellow');

/** Whether any control is limited. */
export const isLimited = (slots: Slots): boolean => Object.values(slots).some((count) => count !== null);

/** The control that goods drawn at random are given: the most thorough one the office has hands for; null where it has none. */
export function controlOfDraw(slots: Slots): ControlType | null {
  if (slots.physical !== 0) return 'physical';
  return slots.nii === 0 ? null : 'nii';
}
