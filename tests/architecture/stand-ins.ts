import type { Actor } from '@/lib/identity/actor';
import type { Permission } from '@/lib/identity/permissions';

// Nothing is imported here but types: what these stand in for is made of this module while it loads.

/** What a wrapper was given, kept by its stand-in. */
export type Guarded = { readonly guard: Permission | 'public'; readonly sandbox?: Permission };

/** Thrown by the stand-in of `authorise`: nothing of the function ran before it, and nothing runs after. */
export class Asked extends Error {
  constructor(readonly permission: Permission) {
    super(permission);
  }
}

/** In place of wrappers that keep what they were given, and of `authorise`, which says what it was asked. */
export const keeping = {
  action: (_schema: unknown, _run: unknown, options: { attempt: Permission }): Guarded => ({ guard: options.attempt }),
  route: (permission: Permission, _run: unknown, options?: { sandbox?: { permission: Permission } }): Guarded => ({
    guard: permission,
    ...(options?.sandbox ? { sandbox: options.sandbox.permission } : {}),
  }),
  publicly: (): Guarded => ({ guard: 'public' }),
  authorise: (_actor: Actor, permission: Permission): never => {
    throw new Asked(permission);
  },
};
