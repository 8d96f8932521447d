import { useTranslations } from 'next-intl';
import { FieldLabel } from '@/components/consignment/field-label';
import { DateTime } from '@/components/ui/date-time';
import { Absent } from '@/components/ui/description-list';
import { LaneBadge } from '@/components/ui/lane-badge';
import { Panel } from '@/components/ui/panel';
import type { ConsignmentDetail, VersionDetail } from '@/db/queries/consignment/consignment-detail';
import { KeptUntilText } from './kept-until-text';
import { VersionKeys } from './version-keys';

/** Every version that was sent, what changed in it and how it was assessed. */
export function VersionsPanel({ detail }: { detail: ConsignmentDetail }) {
  const t = useTranslations('consignment.versions');
  const { versions, assessments } = detail;
  return (
    <Panel id="versions" title={t('title', { count: versions.length })} flush>
      {versions.length > 1 ? <VersionKeys /> : null}
      {versions.map((version, index) => {
        const assessment = assessments.find((candidate) => candidate.version === version.version);
        return (
          <details
            key={version.version}
            open={index === 0 && versions.length > 1}
            className="border-line border-b last:border-b-0"
          >
            <summary className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5 text-sm hover:bg-hover">
              <span className="font-semibold">{t('version', { version: version.version })}</span>
              <DateTime at={version.receivedAt} />
              {assessment ? (
                <>
                  <LaneBadge lane={assessment.lane} />
                  <span className="text-muted">{t('score', { score: assessment.score })}</span>
                </>
              ) : null}
              <span className="ml-auto text-muted">
                {version.version === versions.at(-1)?.version
                  ? t('first')
                  : t('changes', { count: version.changes.length })}
              </span>
            </summary>
            {version.changes.length > 0 ? <Changes version={version} /> : null}
          </details>
        );
      })}
      {detail.keptUntil.consignments ? (
        <div className="px-4 py-2">
          <KeptUntilText what="consignments" until={detail.keptUntil.consignments} />
        </div>
      ) : null}
    </Panel>
  );
}

function Changes({ version }: { version: VersionDetail }) {
  const t = useTranslations('consignment.versions');
  const shown = (value: string | null) =>
    value === null ? <Absent label={t('absent')} /> : <bdi translate="no">{value}</bdi>;
  return (
    <dl className="grid gap-x-4 px-4 pb-3 text-sm sm:grid-cols-[12rem_1fr]">
      {version.changes.map((change) => (
        <div key={change.pointer} className="contents">
          <dt className="text-muted">
            <FieldLabel pointer={change.pointer} />
          </dt>
          <dd className="mb-1">
            {change.isPersonal ? (
              <span className="text-muted">{t('personal')}</span>
            ) : (
              <>
                <del className="text-muted">{shown(change.before)}</del> <span aria-hidden="true">→</span>{' '}
                <ins className="rounded-sm bg-warning-bg px-1 no-underline">{shown(change.after)}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
