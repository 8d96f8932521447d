'use server';
import { defineAction } from '@/app/_server/define-action';
import { askForAudit } from '@/db/commands/post-audit/ask-for-audit';
import { recordAudit } from '@/db/commands/post-audit/record-audit';
import { selectForAudit } from '@/db/commands/post-audit/select-for-audit';
import { takeAudit } from '@/db/commands/post-audit/take-audit';
import {
  ASK_FOR_AUDIT_INPUT,
  RECORD_AUDIT_INPUT,
  SELECT_FOR_AUDIT_INPUT,
  TAKE_AUDIT_INPUT,
} from '@/lib/clearance/inputs';

const of = ({ consignmentId }: { readonly consignmentId: string }) =>
  ({ type: 'consignment', id: consignmentId }) as const;
const SHARED = { attempt: 'clearance.post_audit', subject: of, refresh: true } as const;

/** Selects what left to be audited. */
export const selectForAuditAction = defineAction(
  SELECT_FOR_AUDIT_INPUT,
  async (actor, input) => ({ data: await selectForAudit(actor, input) }),
  SHARED,
);

/** Takes an audit, from a colleague too. */
export const takeAuditAction = defineAction(
  TAKE_AUDIT_INPUT,
  async (actor, input) => ({ data: await takeAudit(actor, input) }),
  SHARED,
);

/** Asks the partner for papers. */
export const askForAuditAction = defineAction(
  ASK_FOR_AUDIT_INPUT,
  async (actor, input) => ({ data: await askForAudit(actor, input) }),
  SHARED,
);

/** Closes an audit with what it found. */
export const recordAuditAction = defineAction(
  RECORD_AUDIT_INPUT,
  async (actor, input) => ({ data: await recordAudit(actor, input) }),
  SHARED,
);
