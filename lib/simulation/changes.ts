import { z } from 'zod';
import { INDICATOR_CODES } from '@/lib/assessment/types';
import { SLOT_COUNT } from '@/lib/capacity/inputs';
import type { ControlType } from '@/lib/consignment/codes';
import { parseDay } from '@/lib/kernel/dates';

/**
 * Kinds that change what is charged, and how goods may be declared: the limit of low value, the reduced data set, and the form of vendor
 * scheme numbers. The currency of the administration stays.
 */
export const CHARGE_KINDS = ['charge_law', 'threshold', 'vat_rate', 'duty_rate', 'exchange_rate'] as const;
/** Kinds that change who is controlled: where lanes begin, the chance of the draw, and the share of an office's examinations it has. */
export const SELECTION_KINDS = ['lane', 'random', 'capacity'] as const;
/** Kinds of parameters a simulation may lay over those of the day. */
export const SIMULATED_KINDS = [...CHARGE_KINDS, ...SELECTION_KINDS] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];
export type SimulatedKind = (typeof SIMULATED_KINDS)[number];

/** Longest period, in days: about three years. */
export const PERIOD_DAYS_MAX = 1_100;

/** No control of one consignment takes longer: it is a slip of the pen. */
const MINUTES_MAX = 1_440;

/** An indicator counts ten times what it did at most. */
const PERCENT_MAX = 1_000;

const minutes = z.number().int('not_a_whole_number').min(0, 'invalid').max(MINUTES_MAX, 'too_big');

/**
 * What a simulation lays over the law, the slots and the profiles of each day of its period, and how long a control takes. Stored with
 * the simulation as it was asked: add, never rename.
 */
export const CHANGES = z.strictObject({
  parameters: z
    .array(z.strictObject({ kind: z.enum(SIMULATED_KINDS), key: z.string().min(1).max(60), value: z.unknown() }))
    .max(500, 'too_big'),
  slots: z
    .array(
      z.strictObject({ officeId: z.string().min(1), documents: SLOT_COUNT, nii: SLOT_COUNT, physical: SLOT_COUNT }),
    )
    .max(200, 'too_big'),
  /** `version` null: the profile selects nobody; else that version selects through the whole period, whatever was active. */
  profiles: z
    .array(z.strictObject({ profileId: z.uuid(), version: z.number().int().min(1).nullable() }))
    .max(50, 'too_big'),
  /** What the points of an indicator count in per cent of what they counted; 0 switches it off, and what it made mandatory with it. */
  indicators: z
    .array(
      z.strictObject({
        code: z.enum(INDICATOR_CODES),
        percent: z
          .number('not_a_whole_number')
          .int('not_a_whole_number')
          .min(0, 'negative')
          .max(PERCENT_MAX, 'absurd_percentage'),
      }),
    )
    .max(50, 'too_big')
    .optional(),
  /** How long one control takes an officer: an assumption, for the hours alone. */
  minutes: z.strictObject({ documents: minutes, nii: minutes, physical: minutes }),
});
export type Changes = z.output<typeof CHANGES>;
export type ParameterChange = Changes['parameters'][number];
export type IndicatorChange = NonNullable<Changes['indicators']>[number];
export type SlotsChange = Changes['slots'][number];
export type ProfileChange = Changes['profiles'][number];

/** What hours are worked out with until somebody says otherwise. */
export const USUAL_MINUTES: Readonly<Record<ControlType, number>> = { documents: 10, nii: 15, physical: 45 };

export const NO_CHANGES = {
  ...{ parameters: [], slots: [], profiles: [], indicators: [] },
  minutes: USUAL_MINUTES,
} satisfies Changes;

export const isChargeKind = (kind: SimulatedKind): kind is ChargeKind =>
  CHARGE_KINDS.some((charging) => charging === kind);

const day = z.string().refine((text) => parseDay(text) !== null, 'day');

/** A simulation as a form sends it; `changes` is JSON in the shape of `CHANGES`. */
export const CREATE_INPUT = z.strictObject({
  title: z.string().trim().min(1, 'required').max(100, 'too_big'),
  fromOn: day,
  toOn: day,
  changes: z.string().min(1, 'required').max(500_000, 'too_big'),
});

export const SIMULATION_INPUT = z.strictObject({ simulationId: z.uuid() });
/** `rowVersion` is the one that was seen: what somebody changed meanwhile is not run. */
export const RUN_INPUT = z.strictObject({ simulationId: z.uuid(), rowVersion: z.coerce.number().int().min(1) });
