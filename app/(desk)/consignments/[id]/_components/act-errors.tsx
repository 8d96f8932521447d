'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { type Refused, useActSummary } from './refusals';

const Errors = createContext<ReadonlyMap<string, ReactNode>>(new Map());

/** Gives the fields of an act the sentence of what is wrong with each, by the id of the control. */
export function ActErrors({ refused, children }: { refused: Refused | null; children: ReactNode }) {
  const summary = useActSummary(refused);
  const byField = new Map(summary.flatMap(({ fieldId, message }) => (fieldId ? [[fieldId, message] as const] : [])));
  return <Errors value={byField}>{children}</Errors>;
}

/** The sentence of any control of the act. */
export function useActErrors(): (fieldId: string) => ReactNode {
  const errors = useContext(Errors);
  return (fieldId) => errors.get(fieldId);
}

/** The sentence of one control of the act. */
export function useActError(fieldId: string): ReactNode {
  return useActErrors()(fieldId);
}
