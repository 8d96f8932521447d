import type { Decided } from '@/db/commands/clearance/change/decide';
import { confirmProposal } from '@/db/commands/clearance/confirm-proposal';
import { decideConsignment } from '@/db/commands/clearance/decide-consignment';
import { viewProposal } from '@/db/commands/clearance/view-proposal';
import type { OutcomeKind } from '@/lib/clearance/decide-outcome';
import type { DecisionGround } from '@/lib/clearance/grounds';
import type { DemoTruth } from '@/lib/demo/types';
import type { Actor } from '@/lib/identity/actor';
import { sha256Hex } from '@/lib/kernel/ids';
import { drawFromHex } from '@/lib/kernel/prng';

type Step = { readonly kind: OutcomeKind; readonly ground: DecisionGround; readonly note: string };
type Seen = { readonly consignmentId: string; readonly rowVersion: number };

const STEP_MS = 20 * 60_000;
const FOUND = 'Found on opening the parcel; see the examination report.';
const seize = (ground: DecisionGround): Step => ({ kind: 'seize', ground, note: FOUND });
const destroy = (ground: DecisionGround): Step => ({
  kind: 'destroy',
  ground,
  note: 'Handed to the contractor for incineration; protocol in the file.',
});
const DETAINED: Step = {
  kind: 'detain',
  ground: 'licence_outstanding',
  note: 'The recipient was asked for the licence.',
};
const REFUSED: Step = {
  kind: 'refuse',
  ground: 'restricted_without_licence',
  note: 'No licence was produced within the time given.',
};

/** What becomes of goods that must not pass, by what was found: shares of the cases, and the decisions in their order. */
const PLANS = {
  prohibited: [
    [0.7, [seize('prohibited_goods')]],
    [1, [seize('prohibited_goods'), destroy('prohibited_goods')]],
  ],
  restricted: [
    [0.3, [seize('restricted_without_licence')]],
    [0.45, [DETAINED]],
    [0.55, [DETAINED, REFUSED]],
    [
      0.8,
      [DETAINED, REFUSED, { kind: 'return', ground: 'entry_refused', note: 'Given to the post for the way back.' }],
    ],
    [
      0.9,
      [
        DETAINED,
        REFUSED,
        { kind: 're_export', ground: 'owner_asks', note: 'Leaves with the carrier that brought it.' },
      ],
    ],
    [1, [DETAINED, REFUSED, destroy('no_use')]],
  ],
  ipr: [
    [0.5, [seize('ipr_infringement')]],
    [0.65, [{ kind: 'detain', ground: 'ipr_suspected', note: 'The right holder was told and has ten working days.' }]],
    [
      1,
      [
        { kind: 'detain', ground: 'ipr_suspected', note: 'The right holder was told and has ten working days.' },
        {
          kind: 'abandon',
          ground: 'declared_by_recipient',
          note: 'Declared in writing by the recipient; the letter is in the file.',
        },
        destroy('ipr_infringement'),
      ],
    ],
  ],
  safety: [
    [0.4, [seize('unsafe_goods')]],
    [0.7, [{ kind: 'refuse', ground: 'unsafe_goods', note: 'The market surveillance authority found it unsafe.' }]],
    [
      1,
      [
        { kind: 'refuse', ground: 'unsafe_goods', note: 'The market surveillance authority found it unsafe.' },
        destroy('unsafe_goods'),
      ],
    ],
  ],
} as const satisfies Partial<
  Record<DemoTruth['outcome'], readonly (readonly [upTo: number, steps: readonly Step[]])[]>
>;

/** The decisions on a consignment whose goods must not pass, drawn by its id; none for other findings. */
export function outcomePlan(consignmentId: string, outcome: DemoTruth['outcome']): readonly Step[] {
  if (!(outcome in PLANS)) return [];
  const plans: readonly (readonly [number, readonly Step[]])[] = PLANS[outcome as keyof typeof PLANS];
  const draw = drawFromHex(sha256Hex(`outcome:${consignmentId}`));
  return plans.find(([upTo]) => draw < upTo)?.[1] ?? [];
}

/** Makes the decisions one after the other; a colleague confirms what takes a second officer. */
export async function decideOutcomes(
  { consignmentId, rowVersion }: Seen,
  steps: readonly Step[],
  [officer, other]: [Actor, Actor],
  at: Date,
): Promise<void> {
  let seen = rowVersion;
  for (const [index, step] of steps.entries()) {
    const decidedAt = new Date(at.getTime() + index * 2 * STEP_MS);
    const decided = await decideConsignment(officer, { consignmentId, rowVersion: seen, ...step }, decidedAt);
    seen = await seconded(decided, other, decidedAt);
  }
}

/** Opens and confirms what was proposed, where it was. @returns the version of the row then */
export async function seconded(
  { consignmentId, rowVersion, decisionId, status }: Decided,
  other: Actor,
  at: Date,
): Promise<number> {
  if (status !== 'awaiting_second') return rowVersion;
  const proposal = { consignmentId, rowVersion, decisionId };
  await viewProposal(other, { consignmentId, decisionId }, new Date(at.getTime() + STEP_MS / 2));
  return (await confirmProposal(other, proposal, new Date(at.getTime() + STEP_MS))).rowVersion;
}
