'use client';

import { useTranslations } from 'next-intl';
import { startTransition, useActionState, useEffect, useMemo, useRef, useState } from 'react';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Mapping } from '@/db/commands/intake/preview-layout';
import { judgeLayout, type Layout, type LayoutChoice } from '@/lib/intake/layout';
import type { PreviewLine } from '@/lib/intake/preview-lines';
import { previewAction, saveLayoutAction } from '../actions';
import { ColumnTable } from './column-table';
import { FaultList } from './fault-list';
import { FixedValuesPanel } from './fixed-values';
import { NotationPanel } from './notation-panel';
import { PreviewPanel } from './preview-panel';

export type Shown = { lines: readonly PreviewLine[]; fileSentences: readonly string[] };
type MappingFormProps = {
  mapping: Omit<Mapping, 'layout'> & { layout: Layout };
  first: Shown;
  /** The same page; `cut` chooses another delimiter. */
  hrefOfCut: string;
};

/** Long enough to choose several columns in a row, short enough to see each change. */
const PREVIEW_AFTER_MS = 300;

/** Says what the columns of a file are, beside the records that come of it; saved only when nothing stands against it. */
export function MappingForm({ mapping, first, hrefOfCut }: MappingFormProps) {
  const t = useTranslations('submissions.mapping');
  const { layout, labels, samples, saved, submissionId } = mapping;
  const { delimiter, header } = layout;
  const [choice, setChoice] = useState<LayoutChoice>(layout);
  const { decimalMark, dateForm, massUnit, targets, fixed } = choice;
  const sent = useMemo(
    () => ({
      submissionId,
      delimiter,
      decimalMark,
      dateForm,
      massUnit,
      targets: [...targets],
      fixed: Object.fromEntries(Object.entries(fixed).filter(([, value]) => value.trim() !== '')),
    }),
    [submissionId, delimiter, decimalMark, dateForm, massUnit, targets, fixed],
  );
  const [previewed, preview, isPreviewing] = useActionState(previewAction, IDLE);
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    const timer = setTimeout(() => startTransition(() => preview(sent)), PREVIEW_AFTER_MS);
    return () => clearTimeout(timer);
  }, [sent, preview]);
  const [state, save, isSaving] = useActionState(
    async (previous: ActionState, isRead: boolean): Promise<ActionState> =>
      saveLayoutAction(previous, { ...sent, seenEdition: saved?.edition ?? 0, isRead }),
    IDLE,
  );
  const faults = judgeLayout({ header, targets, fixed: sent.fixed });
  const shown: Shown = (previewed.status === 'ok' ? previewed.data : null) ?? first;
  const change = (part: Partial<LayoutChoice>) => setChoice((now) => ({ ...now, ...part }));
  const press = (isRead: boolean) => startTransition(() => save(isRead));
  return (
    <div className="flex flex-col gap-4">
      <Outcome state={state} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Panel title={t('columns', { count: labels.length })} description={t('columnsText')} flush>
          <ColumnTable
            labels={labels}
            samples={samples}
            targets={targets}
            faults={faults}
            onChange={(index, target) =>
              change({ targets: targets.map((before, at) => (at === index ? target : before)) })
            }
          />
        </Panel>
        <div className="flex flex-col gap-4 xl:sticky xl:top-4">
          <NotationPanel delimiter={delimiter} choice={choice} onChange={change} hrefOfCut={hrefOfCut} />
          <FixedValuesPanel
            targets={targets}
            fixed={fixed}
            faults={faults}
            onChange={(values) => change({ fixed: values })}
          />
          <Panel title={t('save')}>
            <div className="flex flex-col gap-3">
              <FaultList faults={faults} labels={labels} fixed={fixed} shown={shown} />
              <div className="flex flex-wrap gap-2">
                <Button
                  type="button"
                  variant="primary"
                  disabled={isSaving || faults.length > 0}
                  onClick={() => press(true)}
                >
                  {t('saveAndRead')}
                </Button>
                <Button type="button" disabled={isSaving || faults.length > 0} onClick={() => press(false)}>
                  {t('saveOnly')}
                </Button>
              </div>
              <p className="text-muted text-xs">{t('saveText')}</p>
            </div>
          </Panel>
        </div>
      </div>
      <PreviewPanel shown={shown} isPending={isPreviewing} />
    </div>
  );
}
