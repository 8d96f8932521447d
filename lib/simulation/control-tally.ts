import { looksAtGoods } from '@/lib/capacity/slots';
import { CONTROL_TYPES, type ControlType } from '@/lib/consignment/codes';

/** What leaves without a control. */
export const NO_CONTROL = 'none';
export const SIMULATED_CONTROLS = [NO_CONTROL, ...CONTROL_TYPES] as const;
export type SimulatedControl = (typeof SIMULATED_CONTROLS)[number];

const COUNTS = ['was', 'simulated', 'released', 'releaseSeconds', 'findings', 'missed', 'gained'] as const;
const AMOUNTS = ['foundMinor', 'missedMinor'] as const;
export const CONTROL_MEASURES = [...COUNTS, ...AMOUNTS];

/** The additive measures of a cell; see `simulationControls` for what each is. */
export type ControlSums = { [Key in (typeof COUNTS)[number]]: number } & { [Key in (typeof AMOUNTS)[number]]: bigint };

export type ControlCell = ControlSums & {
  /** Month of control, `YYYY-MM`. */
  readonly month: string;
  readonly officeId: string;
  readonly channel: string;
  readonly control: SimulatedControl;
};

export const noControls = (): ControlSums => ({
  ...{ was: 0, simulated: 0, released: 0, releaseSeconds: 0, findings: 0, missed: 0, gained: 0 },
  ...{ foundMinor: 0n, missedMinor: 0n },
});

/** Adds the measures of one cell to another. */
export function addControls(to: ControlSums, from: ControlSums): ControlSums {
  for (const key of COUNTS) to[key] += from[key];
  for (const key of AMOUNTS) to[key] += from[key];
  return to;
}

/** One consignment with the control it had and the one it would have. */
export type Controlled = {
  readonly month: string;
  readonly officeId: string;
  readonly channel: string;
  readonly was: ControlType | null;
  readonly simulated: ControlType | null;
  /** From receipt to release; null where it is not released. */
  readonly releaseSeconds: number | null;
  /** What a finding brought; null where nothing was found. */
  readonly foundMinor: bigint | null;
};

const strictness = (control: ControlType | null) => (control === null ? 0 : 1 + CONTROL_TYPES.indexOf(control));

/** Whether a finding would not have been made: nobody looks, or only at the papers of goods that were opened or scanned. */
export function wouldMiss({
  was,
  simulated,
  foundMinor,
}: Pick<Controlled, 'was' | 'simulated' | 'foundMinor'>): boolean {
  if (foundMinor === null || was === null || strictness(simulated) >= strictness(was)) return false;
  return simulated === null || (looksAtGoods(was) && !looksAtGoods(simulated));
}

/** Sums over consignments, kept by month, office, channel and control alone. */
export class ControlTally {
  readonly #cells = new Map<string, ControlCell>();

  add(one: Controlled): void {
    const { was, simulated, releaseSeconds, foundMinor } = one;
    const before = this.#cell(one, was ?? NO_CONTROL);
    before.was += 1;
    if (releaseSeconds !== null) {
      before.released += 1;
      before.releaseSeconds += releaseSeconds;
    }
    if (foundMinor !== null) {
      before.findings += 1;
      before.foundMinor += foundMinor;
    }
    if (wouldMiss(one)) {
      before.missed += 1;
      before.missedMinor += foundMinor ?? 0n;
    }
    const after = this.#cell(one, simulated ?? NO_CONTROL);
    after.simulated += 1;
    if (strictness(simulated) > strictness(was)) after.gained += 1;
  }

  /** Adds what was summed elsewhere: offices and days that nothing changes. */
  enter({ month, officeId, channel, control, ...sums }: ControlCell): void {
    addControls(this.#cell({ month, officeId, channel }, control), sums);
  }

  cells(): readonly ControlCell[] {
    return [...this.#cells.values()];
  }

  #cell({ month, officeId, channel }: Pick<Controlled, 'month' | 'officeId' | 'channel'>, control: SimulatedControl) {
    const key = `${month} ${officeId} ${channel} ${control}`;
    const found = this.#cells.get(key);
    if (found) return found;
    const made: ControlCell = { ...noControls(), month, officeId, channel, control };
    this.#cells.set(key, made);
    return made;
  }
}
