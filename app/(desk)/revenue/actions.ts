'use server';
import { defineAction } from '@/app/_server/define-action';
import { askRefund } from '@/db/commands/collection/ask-refund';
import { enterPayment } from '@/db/commands/collection/enter-payment';
import { issueStatement } from '@/db/commands/collection/issue-statement';
import { matchPayment } from '@/db/commands/collection/match-payment';
import { settleRefund } from '@/db/commands/collection/settle-refund';
import { setGuarantee } from '@/db/commands/collection/set-guarantee';
import {
  GUARANTEE_INPUT,
  MATCH_INPUT,
  PAYMENT_INPUT,
  REFUND_INPUT,
  SETTLE_REFUND_INPUT,
  STATEMENT_INPUT,
} from '@/lib/collection/inputs';

/** Sets what secures an account. */
export const setGuaranteeAction = defineAction(
  GUARANTEE_INPUT,
  async (actor, input) => {
    await setGuarantee(actor, input);
  },
  { attempt: 'revenue.collect', subject: ({ accountId }) => ({ type: 'account', id: accountId }), refresh: true },
);

/** Enters a payment and answers with its receipt. */
export const enterPaymentAction = defineAction(
  PAYMENT_INPUT,
  async (actor, input) => ({ data: await enterPayment(actor, input) }),
  { attempt: 'revenue.collect', subject: ({ accountId }) => ({ type: 'account', id: accountId }), refresh: true },
);

/** Says which account a payment is for, and answers with its receipt. */
export const matchPaymentAction = defineAction(
  MATCH_INPUT,
  async (actor, input) => ({ data: await matchPayment(actor, input) }),
  { attempt: 'revenue.collect', subject: ({ accountId }) => ({ type: 'account', id: accountId }), refresh: true },
);

/** Pays money back, or asks a second person to. */
export const askRefundAction = defineAction(
  REFUND_INPUT,
  async (actor, input) => ({ data: await askRefund(actor, input) }),
  { attempt: 'revenue.refund', subject: ({ accountId }) => ({ type: 'account', id: accountId }), refresh: true },
);

/** Confirms or rejects a refund that another person asked for. */
export const settleRefundAction = defineAction(
  SETTLE_REFUND_INPUT,
  async (actor, input) => {
    await settleRefund(actor, input);
  },
  { attempt: 'revenue.refund', subject: ({ accountId }) => ({ type: 'account', id: accountId }), refresh: true },
);

/** Issues the statement of a month. */
export const issueStatementAction = defineAction(
  STATEMENT_INPUT,
  async (actor, input) => {
    await issueStatement(actor, input);
  },
  { attempt: 'revenue.collect', subject: ({ accountId }) => ({ type: 'account', id: accountId }), refresh: true },
);
