'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { IDLE } from '@/components/forms/action-state';
import { useReasonText } from '@/components/forms/reason-text';
import { useToast } from '@/components/ui/toast';
import type { Outcome } from '@/db/commands/clearance/change/each-of';
import type { ReleasedTogether } from '@/db/commands/clearance/release-together';
import type { TogetherLimits, TogetherSum } from '@/lib/clearance/decide-together';
import { undoTogetherAction } from '../actions';
import { TogetherDialog } from './together-dialog';
import { leftOf } from './together-left';
import { TogetherOutcome, type TogetherResult } from './together-outcome';
import { type TogetherRow, useMatchingRows } from './use-matching-rows';

/** The rows to release, and how to choose others of the list they came from, or the filter that found them. */
type Asked = {
  readonly rows: readonly TogetherRow[];
  readonly choose: (consignmentIds: readonly string[]) => void;
  readonly query?: Readonly<Record<string, string>>;
};
type Together = {
  readonly open: (asked: Asked) => void;
  /** Opens it for all that a filter of the queue finds, as far as the office lets so many leave. */
  readonly openAll: (query: Readonly<Record<string, string>>) => Promise<void>;
  readonly isReading: boolean;
};

const TogetherContext = createContext<Together | null>(null);

/** Opens the release of several rows. @throws Error outside `TogetherDesk` */
export function useTogether(): Together {
  const together = useContext(TogetherContext);
  if (!together) throw new Error('no TogetherDesk above');
  return together;
}

type TogetherDeskProps = {
  /** No row is on the page. */
  isEmpty: boolean;
  /** What the office lets leave together. */
  limits: TogetherLimits;
  /** What the person let leave together here lately without a second one. */
  alone: TogetherSum;
  children: ReactNode;
};

/**
 * Holds the release of several rows and what came of it above the list: the rows that left are gone from the page read anew, and where
 * they were all of it the list is gone too, but what was refused must still be read.
 */
export function TogetherDesk({ isEmpty, limits, alone, children }: TogetherDeskProps) {
  const t = useTranslations('queue.together');
  const toast = useToast();
  const textOf = useReasonText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [result, setResult] = useState<TogetherResult | null>(null);
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const open = useCallback((wanted: Asked) => setAsked(wanted), []);
  const { read, isReading } = useMatchingRows();
  const openAll = useCallback(
    async (query: Readonly<Record<string, string>>) => {
      const rows = await read(query);
      if (rows) setAsked({ rows, choose: () => undefined, query });
      else toast.show({ title: t('notRead'), tone: 'danger' });
    },
    [read, toast, t],
  );
  const value = useMemo(() => ({ open, openAll, isReading }), [open, openAll, isReading]);

  const undo = async (rows: readonly TogetherRow[], batchId: string, done: readonly Outcome[]) => {
    const state = await undoTogetherAction(IDLE, { batchId }).catch(() => null);
    if (state?.status !== 'ok') {
      const [reason] = state?.status === 'refused' ? state.reasons : [];
      const description = textOf(reason ?? { code: 'act_failed' });
      return toast.show({ title: t('notUndone', { count: done.length }), description, tone: 'danger' });
    }
    const outcomes = state.data ?? [];
    const left = leftOf(rows, outcomes);
    const back = outcomes.length - left.length;
    if (left.length === 0) return toast.show({ title: t('undone', { count: back }) });
    if (isHere.current) return setResult({ kind: 'undone', done: back, left });
    // The officer has gone on to another page: what is left is said in the one place that is on every page.
    const description = left.map(({ row, reasons }) => `${row.reference}: ${reasons.map(textOf).join(' ')}`).join(' ');
    toast.show({ title: t('partlyUndone', { done: back, left: left.length }), description, tone: 'danger' });
  };
  const finish = ({ rows, choose, query }: Asked, { batchId, outcomes }: ReleasedTogether) => {
    const left = leftOf(rows, outcomes);
    const done = outcomes.filter((one) => 'changed' in one);
    choose([]);
    setAsked(null);
    if (done.length > 0 && batchId)
      toast.show({ title: t('done', { count: done.length }), undo: { run: () => void undo(rows, batchId, done) } });
    if (left.length > 0)
      setResult({
        kind: 'released',
        done: done.length,
        left,
        again: query
          ? { kind: 'read', run: () => void openAll(query) }
          : { kind: 'select', run: () => choose(left.map(({ row }) => row.consignmentId)) },
      });
  };
  return (
    <TogetherContext value={value}>
      {children}
      {asked ? (
        <TogetherDialog
          rows={asked.rows}
          limits={limits}
          alone={alone}
          onClose={() => setAsked(null)}
          onDone={(released) => finish(asked, released)}
          onProposed={(count) => {
            asked.choose([]);
            setAsked(null);
            toast.show({ title: t('proposed', { count }), tone: 'success' });
          }}
        />
      ) : null}
      {result ? <TogetherOutcome result={result} isEmpty={isEmpty} onClose={() => setResult(null)} /> : null}
    </TogetherContext>
  );
}
