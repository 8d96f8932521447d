import type { MaskedParty } from '@/lib/clearance/mask-party';
import type { Party } from '@/lib/consignment/record';
import type { Identifier, StandsAs, StatementKind } from './codes';
import type { KeptUntil } from './retention';

/** What is held of a person in one consignment; other people in it stay masked. */
export type HeldConsignment = {
  readonly consignmentId: string;
  readonly reference: string;
  readonly receivedOn: string;
  readonly sentBy: string;
  readonly office: string;
  readonly standsAs: StandsAs;
  readonly status: string;
  /** The person's own data, of each version that names the person as it was sent, the newest first. */
  readonly own: readonly (Party & { readonly version: number })[];
  /** Versions that name somebody else, or the person by other data than were looked for. */
  readonly ofOthers: readonly (MaskedParty & { readonly version: number })[];
  readonly otherParty: MaskedParty | null;
  readonly goods: readonly {
    readonly description: string;
    readonly commodityCode: string | null;
    readonly quantity: string | null;
    readonly value: string;
    readonly currency: string;
  }[];
  /** Proceedings are open: of decisions and looks nothing is told until they are over (Regulation (EU) 2016/679, Article 23(1)(e)). */
  readonly isRestricted: boolean;
  readonly decisions: readonly { readonly kind: string; readonly ground: string; readonly decidedOn: string }[];
  readonly files: readonly { readonly kind: string; readonly sentOn: string; readonly isErased: boolean }[];
  /** Who looked, by role: people of the administration are not named. */
  readonly looks: readonly { readonly on: string; readonly role: string; readonly why: string }[];
  readonly statements: readonly { readonly kind: StatementKind; readonly cameOn: string; readonly words: string }[];
  readonly keptUntil: KeptUntil | null;
};

/** The answer to a person who asks what is held of them (Article 15), as a page and as a file. */
export type HeldData = {
  readonly requestId: string;
  readonly fileNumber: string;
  readonly cameOn: string;
  readonly answeredAt: string;
  readonly lookedForBy: readonly Identifier[];
  /** There are more consignments than are told at once. */
  readonly isCut: boolean;
  readonly consignments: readonly HeldConsignment[];
};

/** The first word of a look's reason is a code; what was noted beside it may name others, and is left out. */
export const reasonCode = (reason: string | null): string => /^\w+/.exec(reason ?? '')?.[0] ?? '';
