import { INDICATOR_CODES, type IndicatorCode } from '@/lib/assessment/types';
import type { ControlType } from '@/lib/consignment/codes';
import { fieldsOf, valueFrom } from '@/lib/policy/value-fields';
import type { Changes, SELECTION_KINDS, SimulatedKind } from '@/lib/simulation/changes';
import { dutyChanges, dutyLines } from '@/lib/simulation/duty-lines';
import { rateChanges, rateLines } from '@/lib/simulation/rate-lines';

type Value = Readonly<Record<string, unknown>>;
type Standing = { readonly kind: SimulatedKind; readonly key: string; readonly value: Value };

export type SlotTexts = Readonly<Record<ControlType, string>> & { readonly officeId: string };

/** A limit as it is being typed: the value the fields are of, and their texts. */
export type LimitTexts = {
  readonly key: string;
  readonly value: Value;
  readonly texts: Readonly<Record<string, string>>;
};

/** Changes as they are being typed: texts all over, so that what cannot be read stays as it was typed. */
export type ChangesDraft = {
  /** The law the fields are of, and what is typed in them. */
  readonly law: Value | null;
  readonly lawTexts: Readonly<Record<string, string>>;
  /** Limits beside the law, with what is typed in their fields. */
  readonly limits: readonly LimitTexts[];
  /** Rates of tax in per cent, by key. */
  readonly rates: Readonly<Record<string, string>>;
  readonly duties: string;
  /** Rates of exchange, one a line. */
  readonly exchange: string;
  /** Where lanes begin and what is drawn, by the place of the figure: see `SELECTION_FIGURES`. */
  readonly selection: Readonly<Record<string, string>>;
  /** What an indicator counts in per cent, by its code; absent leaves it as it was. */
  readonly indicators: Readonly<Partial<Record<IndicatorCode, string>>>;
  readonly slots: readonly SlotTexts[];
  /** `off` or the number of a version, by profile; absent leaves it as it was. */
  readonly profiles: Readonly<Record<string, string>>;
  readonly minutes: Readonly<Record<ControlType, string>>;
};

export const textsOf = (value: Value) => Object.fromEntries(fieldsOf(value).map(({ name, text }) => [name, text]));

/** The one figure that is typed of each kind of selection; what else a value holds stays. */
export const SELECTION_FIGURES = {
  lane: 'fromScore',
  random: 'probability',
  capacity: 'randomShare',
} as const satisfies Record<(typeof SELECTION_KINDS)[number], string>;

/** Parameters whose one figure is typed, from the mildest lane to the draw. */
export function selectionOf(standing: readonly Standing[]): readonly (Standing & { readonly figure: string })[] {
  const order = ['lane.blue', 'lane.yellow', 'lane.red', 'random.draw', 'capacity.office'];
  return order.flatMap((name) =>
    standing
      .filter(({ kind, key }) => `${kind}.${key}` === name)
      .map((one) => ({ ...one, figure: SELECTION_FIGURES[one.kind as keyof typeof SELECTION_FIGURES] })),
  );
}

const slotText = (count: number | null) => (count === null ? '' : String(count));

/** A draft out of what stands and what another simulation changed of it. */
export function draftOf(standing: readonly Standing[], changes: Changes): ChangesDraft {
  const changed = (kind: string, key: string) =>
    changes.parameters.find((one) => one.kind === kind && one.key === key)?.value as Value | undefined;
  const own = standing.find(({ kind, key }) => kind === 'charge_law' && key === 'own');
  const law = changed('charge_law', 'own') ?? own?.value ?? null;
  const rates = standing.filter(({ kind }) => kind === 'vat_rate');
  const rateOf = (value: Value | undefined) => String(value?.ratePercent ?? '');
  return {
    law,
    lawTexts: law ? textsOf(law) : {},
    limits: standing
      .filter(({ kind }) => kind === 'threshold')
      .map(({ key, value }) => ({ key, value, texts: textsOf(changed('threshold', key) ?? value) })),
    rates: Object.fromEntries(rates.map(({ key, value }) => [key, rateOf(changed('vat_rate', key) ?? value)])),
    duties: dutyLines(changes.parameters),
    exchange: rateLines(changes.parameters),
    selection: Object.fromEntries(
      selectionOf(standing).map(({ kind, key, value, figure }) => {
        return [`${kind}.${key}`, String((changed(kind, key) ?? value)[figure] ?? '')];
      }),
    ),
    indicators: Object.fromEntries((changes.indicators ?? []).map(({ code, percent }) => [code, String(percent)])),
    slots: changes.slots.map(({ officeId, documents, nii, physical }) => ({
      ...{ officeId, documents: slotText(documents), nii: slotText(nii), physical: slotText(physical) },
    })),
    profiles: Object.fromEntries(
      changes.profiles.map(({ profileId, version }) => [profileId, version === null ? 'off' : String(version)]),
    ),
    minutes: {
      documents: String(changes.minutes.documents),
      nii: String(changes.minutes.nii),
      physical: String(changes.minutes.physical),
    },
  };
}

/** The law as typed; null where there is none. */
export const typedLaw = ({ law, lawTexts }: ChangesDraft): Value | null => (law ? valueFrom(law, lawTexts) : null);

const numberOf = (text: string): number | string => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : text.trim());

/** What a draft changes of what stands, as it is sent: unread, in the shape of `CHANGES` where it can be read. */
export function changesOf(draft: ChangesDraft, standing: readonly Standing[]): unknown {
  const law = typedLaw(draft);
  const same = (kind: string, key: string, value: unknown) =>
    JSON.stringify(standing.find((one) => one.kind === kind && one.key === key)?.value) === JSON.stringify(value);
  const rates = standing
    .filter(({ kind }) => kind === 'vat_rate')
    .map(({ key, value }) => ({ kind: 'vat_rate', key, value: { ...value, ratePercent: draft.rates[key] ?? '' } }))
    .filter(({ kind, key, value }) => !same(kind, key, value));
  const limits = draft.limits
    .map(({ key, value, texts }) => ({ kind: 'threshold', key, value: valueFrom(value, texts) }))
    .filter(({ kind, key, value }) => !same(kind, key, value));
  const selection = selectionOf(standing)
    .map(({ kind, key, value, figure }) => {
      const text = (draft.selection[`${kind}.${key}`] ?? '').trim();
      return { kind, key, value: { ...value, [figure]: kind === 'lane' ? numberOf(text) : text } };
    })
    .filter(({ kind, key, value }) => !same(kind, key, value));
  return {
    parameters: [
      ...(law && !same('charge_law', 'own', law) ? [{ kind: 'charge_law', key: 'own', value: law }] : []),
      ...limits,
      ...rates,
      ...dutyChanges(draft.duties),
      ...rateChanges(draft.exchange),
      ...selection,
    ],
    slots: draft.slots,
    profiles: Object.entries(draft.profiles)
      .filter(([, use]) => use !== '')
      .map(([profileId, use]) => ({ profileId, version: use === 'off' ? null : numberOf(use) })),
    indicators: INDICATOR_CODES.flatMap((code) => {
      const text = (draft.indicators[code] ?? '').trim();
      return text === '' ? [] : [{ code, percent: numberOf(text) }];
    }),
    minutes: {
      documents: numberOf(draft.minutes.documents),
      nii: numberOf(draft.minutes.nii),
      physical: numberOf(draft.minutes.physical),
    },
  };
}
