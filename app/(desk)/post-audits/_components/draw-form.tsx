'use client';

import { useTranslations } from 'next-intl';
import type { ActionState } from '@/components/forms/action-state';
import { Outcome, useFieldError } from '@/components/forms/outcome';
import { useKeptForm } from '@/components/forms/use-kept-form';
import { TextField } from '@/components/ui/field';
import { Panel } from '@/components/ui/panel';
import { SubmitButton } from '@/components/ui/submit-button';
import { useToast } from '@/components/ui/toast';
import type { AuditsDrawn } from '@/db/commands/post-audit/draw-audits';
import { DRAW_MAX } from '@/lib/clearance/post-audit';
import { drawAuditsAction } from '../actions';

type DrawFormProps = { officeId: string; office: string; from: string; to: string };

/** How many to draw, of the releases of which days. */
export function DrawForm({ officeId, office, from, to }: DrawFormProps) {
  const t = useTranslations('postAudit.draw');
  const toast = useToast();
  const draw = async (previous: ActionState<AuditsDrawn>, sent: FormData): Promise<ActionState<AuditsDrawn>> => {
    const next = await drawAuditsAction(previous, sent);
    if (next.status === 'ok' && next.data) toast.show({ title: t('done', next.data), tone: 'success' });
    return next;
  };
  const { state, isPending, form } = useKeptForm<AuditsDrawn>(draw);
  const errorOf = useFieldError(state);
  return (
    <Panel title={t('title')} description={t('text', { office })}>
      <form {...form} className="flex flex-col gap-3" noValidate>
        <Outcome state={state} labels={{ from: t('from'), to: t('to'), count: t('count', { most: DRAW_MAX }) }} />
        <input type="hidden" name="officeId" value={officeId} />
        <div className="flex flex-wrap items-end gap-3">
          <TextField
            name="from"
            type="date"
            label={t('from')}
            max={to}
            defaultValue={from}
            error={errorOf('from')}
            required
          />
          <TextField name="to" type="date" label={t('to')} max={to} defaultValue={to} error={errorOf('to')} required />
          <TextField
            name="count"
            inputMode="numeric"
            label={t('count', { most: DRAW_MAX })}
            defaultValue="20"
            error={errorOf('count')}
            required
            className="w-32"
          />
          <SubmitButton variant="primary" pending={isPending}>
            {t('submit')}
          </SubmitButton>
        </div>
      </form>
    </Panel>
  );
}
