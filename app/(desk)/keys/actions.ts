'use server';
import { defineAction } from '@/app/_server/define-action';
import { rotateKey } from '@/db/commands/partnership/rotate-key';
import { createSandboxKey } from '@/db/commands/sandbox/create-sandbox-key';
import { revokeSandboxKey } from '@/db/commands/sandbox/revoke-sandbox-key';
import { CREATE_SANDBOX_KEY_INPUT, REVOKE_KEY_INPUT } from '@/lib/identity/inputs';
import { ROTATE_KEY_INPUT } from '@/lib/partnership/inputs';

/** Makes a key for trials; the answer carries it, and nothing shows it again. */
export const createSandboxKeyAction = defineAction(
  CREATE_SANDBOX_KEY_INPUT,
  async (actor, input) => ({ data: { key: (await createSandboxKey(actor, input)).key } }),
  { attempt: 'sandbox.keys', refresh: true },
);

/** Makes a sandbox key worthless. */
export const revokeSandboxKeyAction = defineAction(
  REVOKE_KEY_INPUT,
  async (actor, input) => {
    await revokeSandboxKey(actor, input);
  },
  { attempt: 'sandbox.keys', subject: ({ keyId }) => ({ type: 'api_key', id: keyId }), refresh: true },
);

/** Changes a key for a new one; the answer carries it, and nothing shows it again. */
export const rotateKeyAction = defineAction(
  ROTATE_KEY_INPUT,
  async (actor, input) => ({ data: { key: (await rotateKey(actor, input)).key } }),
  { attempt: 'partner.rotate_key', subject: ({ keyId }) => ({ type: 'api_key', id: keyId }), refresh: true },
);
