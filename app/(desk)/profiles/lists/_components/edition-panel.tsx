import { useTranslations } from 'next-intl';
import { ReasonDialog } from '@/components/forms/reason-dialog';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Panel } from '@/components/ui/panel';
import type { ListEdition } from '@/db/queries/profile/list-lists';
import type { ListState } from '@/lib/profile/named-list';
import { decideListAction } from '../actions';

const TONES: Readonly<Record<ListState, Tone>> = {
  proposed: 'warning',
  in_force: 'success',
  refused: 'neutral',
  superseded: 'neutral',
};
/** More than a person compares at a glance; the form holds all of the latest. */
const SHOWN = 60;

type EditionPanelProps = { listKey: string; edition: ListEdition; mayDecide: boolean; isOwn: boolean };

/** One edition: what it changed, why, who saved it, and the decision on it. */
export function EditionPanel({ listKey, edition, mayDecide, isOwn }: EditionPanelProps) {
  const t = useTranslations('profile.listOf');
  const { state, added, removed, entries, reason, savedByName, savedAt, decidedByName, decidedAt } = edition;
  const texts = (all: readonly string[]) =>
    all.length === 0 ? (
      '–'
    ) : (
      <>
        <bdi translate="no">{all.slice(0, SHOWN).join(', ')}</bdi>
        {all.length > SHOWN ? ` ${t('more', { count: all.length - SHOWN })}` : null}
      </>
    );
  return (
    <Panel
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {t('edition', { edition: edition.edition })}
          <Badge tone={TONES[state]}>{t(`state.${state}`)}</Badge>
        </span>
      }
      description={isOwn ? t('own') : t('entryCount', { count: entries.length })}
      actions={
        mayDecide
          ? (['approve', 'refuse'] as const).map((verdict) => (
              <ReasonDialog
                key={verdict}
                trigger={<Button variant={verdict === 'approve' ? 'primary' : 'secondary'}>{t(verdict)}</Button>}
                title={t(verdict)}
                description={t(`${verdict}Text`)}
                submit={t(verdict)}
                done={t(verdict === 'approve' ? 'approved' : 'refused')}
                action={decideListAction}
                fields={{ key: listKey, edition: String(edition.edition), verdict }}
              />
            ))
          : null
      }
    >
      <DescriptionList
        items={[
          { term: t('added'), value: texts(added) },
          { term: t('removed'), value: texts(removed) },
          {
            term: t('savedBy'),
            value: (
              <>
                <bdi translate="no">{savedByName}</bdi>, <DateTime at={savedAt} />
              </>
            ),
            hint: <bdi translate="no">{reason}</bdi>,
          },
          ...(decidedByName && decidedAt
            ? [
                {
                  term: t('decidedBy'),
                  value: (
                    <>
                      <bdi translate="no">{decidedByName}</bdi>, <DateTime at={decidedAt} />
                    </>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
