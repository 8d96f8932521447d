import { useTranslations } from 'next-intl';
import { routes } from '@/app/_server/routes';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { parameterName } from '@/components/policy/parameter-name';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Panel } from '@/components/ui/panel';
import { TextLink } from '@/components/ui/text-link';
import type { Draft, GivenBack } from '@/db/queries/policy/drafts';
import { discardDraftAction } from '../actions';

/** The parameters of a change by their names, in one line. */
export function PartNames({ parts }: { parts: readonly { readonly kind: string; readonly key: string }[] }) {
  const tPolicy = useTranslations('policy');
  return parts.map(({ kind, key }) => `${tPolicy(`kind.${kind}`)}: ${parameterName(tPolicy, kind, key)}`).join('; ');
}

/** What the reader keeps and has not proposed, or was given back. */
export function DraftsPanel({ drafts }: { drafts: readonly Draft[] }) {
  const t = useTranslations('policy.draft');
  return (
    <Panel title={t('title')} description={t('text')}>
      <ul className="flex flex-col divide-y divide-line">
        {drafts.map((draft) => (
          <li key={draft.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 py-2">
            <div className="min-w-0 flex-1 basis-64">
              <TextLink href={routes.policyDraft(draft.id)} className="inline-flex min-h-6 items-center font-medium">
                <PartNames parts={draft.parts} />
              </TextLink>
              <p className="text-muted text-sm">
                {t.rich('kept', { version: draft.version, at: () => <DateTime at={draft.savedAt} /> })}
                {draft.reason ? (
                  <>
                    {' '}
                    <bdi translate="no">{draft.reason}</bdi>
                  </>
                ) : null}
              </p>
              {draft.givenBack ? <GivenBackCallout givenBack={draft.givenBack} /> : null}
            </div>
            <DiscardDraft draft={draft} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Who gave a change back, when and why. */
export function GivenBackCallout({ givenBack: { verdict, name, at, reason } }: { givenBack: GivenBack }) {
  const t = useTranslations('policy.draft');
  return (
    <Callout tone={verdict === 'return' ? 'warning' : 'info'} className="mt-2">
      {t.rich(`back.${verdict}`, {
        name: () => <bdi translate="no">{name}</bdi>,
        at: () => <DateTime at={at} />,
        reason: () => <bdi translate="no">{reason}</bdi>,
      })}
    </Callout>
  );
}

/** Throws a draft away, with the reason. */
export function DiscardDraft({ draft: { id, version, parts } }: { draft: Draft }) {
  const t = useTranslations('policy.draft');
  return (
    <ReasonDialog
      trigger={<Button size="sm">{t('discard')}</Button>}
      title={t('discardTitle')}
      description={t('discardText', { count: parts.length })}
      submit={t('discard')}
      done={t('discarded')}
      isDanger
      action={discardDraftAction}
      fields={{ draftId: id, draftVersion: String(version) }}
    />
  );
}
