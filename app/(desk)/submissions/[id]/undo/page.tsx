import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireActor } from '@/app/_server/actor';
import { orNotFound } from '@/app/_server/or-not-found';
import { routes } from '@/app/_server/routes';
import { PageHeader } from '@/components/shell/page-header';
import { ButtonLink } from '@/components/ui/button-link';
import { formatInstant } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { State } from '@/components/ui/state';
import { mendedFrom } from '@/db/queries/intake/mended-from';
import { previewUndo, type UndoPreview } from '@/db/queries/intake/preview-undo';
import { UNDO_MAX } from '@/lib/intake/undo-input';
import { MendedPanel } from '../_components/mended-panel';
import { UndoCounts, WhatStays } from './_components/piles';
import { UndoForm } from './_components/undo-form';
import { undoSubmissionAction } from './actions';

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([params, getTranslations('submissions.undoPage')]);
  return { title: t('tab', { id: id.slice(0, 8) }) };
}

/** Why nothing can be undone at all; null where something can. */
function obstacleOf({ submission, isTooLarge, elsewhere, withdrawable }: UndoPreview) {
  if (submission.status !== 'finished') return 'unfinished';
  if (isTooLarge) return 'tooLarge';
  if (elsewhere > 0) return 'elsewhere';
  return withdrawable.count === 0 ? 'nothing' : null;
}

/** What undoing a submission would do, before it is done. */
export default async function UndoSubmissionPage({ params }: Props) {
  const actor = await requireActor('intake.undo');
  const { id } = await params;
  const [t, locale] = await Promise.all([getTranslations('submissions.undoPage'), getLocale()]);
  const [preview, mended] = await Promise.all([orNotFound(previewUndo(actor, id)), mendedFrom(actor, id)]);
  const { submission, withdrawable, actedOn, elsewhere } = preview;
  const obstacle = obstacleOf(preview);
  const back = { href: routes.submission(id), label: t('back') };
  return (
    <>
      <PageHeader
        title={t('title', { at: formatInstant(locale, new Date(submission.receivedAt), 'datetime') })}
        back={back}
        lead={
          <>
            {t('lead')}{' '}
            <span className="font-mono" translate="no">
              {submission.fileName}
            </span>
          </>
        }
      />
      <div className="flex max-w-4xl flex-col gap-4">
        {obstacle && obstacle !== 'nothing' ? null : <UndoCounts preview={preview} />}
        <MendedPanel mended={mended} isUndone={false} />
        {obstacle ? (
          <Panel>
            <State
              kind="none-match"
              title={t(obstacle, { count: elsewhere })}
              action={<ButtonLink href={back.href}>{t('back')}</ButtonLink>}
            >
              {t(`${obstacle}Text`, { limit: UNDO_MAX })}
            </State>
          </Panel>
        ) : (
          <Panel title={t('formTitle')}>
            <UndoForm
              key={`${withdrawable.count} ${actedOn.count}`}
              submissionId={id}
              withdrawable={withdrawable.count}
              actedOn={actedOn.count}
              action={undoSubmissionAction}
            />
          </Panel>
        )}
        {obstacle && obstacle !== 'nothing' ? null : <WhatStays preview={preview} />}
      </div>
    </>
  );
}
