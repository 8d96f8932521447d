import type { DecisionKind } from '@/lib/consignment/codes';

const UCC = 'Regulation (EU) No 952/2013';
const VERIFIED = `${UCC}, Article 194(1)`;
const RELEASED = {
  documents_in_order: VERIFIED,
  examination_conform: VERIFIED,
  risk_not_confirmed: VERIFIED,
  answer_sufficient: VERIFIED,
  licence_produced: VERIFIED,
  correction_settled: VERIFIED,
  no_capacity: VERIFIED,
} as const;

/**
 * The grounds of each decision with the provision each rests on: Union law as the example administration applies it. One code has one
 * text, whatever is decided on it: `clearance.ground.<code>`.
 */
export const GROUNDS = {
  release: RELEASED,
  release_with_correction: RELEASED,
  detain: {
    documents_outstanding: `${UCC}, Article 188(b)`,
    analysis_awaited: `${UCC}, Article 188(d)`,
    licence_outstanding: `${UCC}, Article 134(1)`,
    ipr_suspected: 'Regulation (EU) No 608/2013, Articles 17(1) and 18(1)',
    safety_suspected: 'Regulation (EU) 2019/1020, Article 26(1)',
    official_control: 'Regulation (EU) 2017/625, Article 66(1)',
  },
  end_detention: {
    documents_produced: `${UCC}, Article 191(1)`,
    analysis_conform: `${UCC}, Article 191(1)`,
    suspicion_not_confirmed: `${UCC}, Article 191(1)`,
    competent_authority_agrees: `${UCC}, Article 191(1)`,
  },
  refuse: {
    prohibited_goods: `${UCC}, Article 134(1)`,
    restricted_without_licence: `${UCC}, Article 134(1)`,
    unsafe_goods: 'Regulation (EU) 2019/1020, Article 28(1)',
    official_control: 'Regulation (EU) 2017/625, Article 66(3)',
    conditions_not_met: VERIFIED,
  },
  return: {
    entry_refused: `${UCC}, Article 270(1)`,
    recipient_declines: `${UCC}, Article 270(1)`,
    undeliverable: `${UCC}, Article 270(1)`,
  },
  re_export: {
    entry_refused: `${UCC}, Article 270(1)`,
    owner_asks: `${UCC}, Article 270(1)`,
    official_control: 'Regulation (EU) 2017/625, Article 72(1)',
  },
  abandon: {
    declared_by_recipient: `${UCC}, Article 199`,
    declared_by_owner: `${UCC}, Article 199`,
    unclaimed: `${UCC}, Article 198(1)(c)`,
  },
  seize: {
    prohibited_goods: `${UCC}, Article 198(1)(b)(iv)`,
    restricted_without_licence: `${UCC}, Article 198(1)(b)(ii)`,
    ipr_infringement: 'Regulation (EU) No 608/2013, Articles 17 and 23',
    unsafe_goods: 'Regulation (EU) 2019/1020, Article 28',
    endangered_species: 'Regulation (EC) No 338/97, Article 16(2)',
    undeclared_goods: `${UCC}, Article 198(1)(a)`,
  },
  destroy: {
    prohibited_goods: `${UCC}, Article 197`,
    unsafe_goods: 'Regulation (EU) 2019/1020, Article 28(4)',
    ipr_infringement: 'Regulation (EU) No 608/2013, Articles 23 and 26',
    official_control: 'Regulation (EU) 2017/625, Article 66(3)',
    no_use: `${UCC}, Article 197`,
  },
  reverse: {
    against_the_law: `${UCC}, Article 23(3)`,
    information_incomplete: `${UCC}, Article 27(1)`,
    conditions_not_fulfilled: `${UCC}, Article 28(1)(a)`,
    control_after_release: `${UCC}, Article 48`,
  },
} as const satisfies Record<DecisionKind, Readonly<Record<string, string>>>;

type GroundsOf<Kind extends DecisionKind> = keyof (typeof GROUNDS)[Kind];
export type ReleaseGround = GroundsOf<'release'>;
export type SeizureGround = GroundsOf<'seize'>;
export type DecisionGround = { readonly [Kind in DecisionKind]: GroundsOf<Kind> }[DecisionKind];

/** The grounds a decision may be made on. */
export function groundsOf<Kind extends DecisionKind>(kind: Kind): readonly GroundsOf<Kind>[] {
  return Object.keys(GROUNDS[kind]) as GroundsOf<Kind>[];
}

/** Every ground of every decision, each once. */
export const DECISION_GROUNDS: readonly DecisionGround[] = [
  ...new Set(Object.values(GROUNDS).flatMap((grounds) => Object.keys(grounds) as DecisionGround[])),
];

/** The provision a decision on a ground rests on; null where the ground is not one of the decision. */
export function citationOf(kind: DecisionKind, ground: string): string | null {
  const grounds: Readonly<Record<string, string>> = GROUNDS[kind];
  return Object.hasOwn(grounds, ground) ? (grounds[ground] ?? null) : null;
}
