'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { asPressed, type OwnKeys } from '@/lib/identity/own-keys';

const NONE: OwnKeys = {};
const OwnKeysContext = createContext<OwnKeys>(NONE);

/** Where the person put the shortcuts, for everything below that prints one. */
export function OwnKeysProvider({ ownKeys, children }: { ownKeys: OwnKeys; children: ReactNode }) {
  return <OwnKeysContext value={ownKeys}>{children}</OwnKeysContext>;
}

/** A shortcut of the product as this person presses it. */
export function useOwnKeys(): (keys: string) => string {
  const ownKeys = useContext(OwnKeysContext);
  return (keys) => asPressed(ownKeys, keys);
}
