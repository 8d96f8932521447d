import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { DateTime } from '@/components/ui/date-time';
import { State } from '@/components/ui/state';
import type { PartnerKeyRow } from '@/db/queries/identity/list-partners';
import { type RevokeAction, RevokeKey } from './revoke-key';
import { type RotateAction, RotateKey } from './rotate-key';

type KeyTableProps = {
  keys: readonly PartnerKeyRow[];
  /** Without it live keys stay: who looks may not revoke them. */
  revokeLive?: RevokeAction;
  revokeSandbox: RevokeAction;
  /** Changes a key for a new one. */
  rotate: RotateAction;
  emptyText?: string;
};

/** The keys of a partner, told apart by kind and by how they begin. */
export function KeyTable({ keys, revokeLive, revokeSandbox, rotate, emptyText }: KeyTableProps) {
  const t = useTranslations('admin.partner');
  const own = useTranslations('partnership.keys');
  const actionOn = ({ kind }: PartnerKeyRow) => (kind === 'sandbox' ? revokeSandbox : revokeLive);
  return (
    <DataTable
      caption={t('keys')}
      captionHidden
      rows={keys}
      rowKey={(row) => row.id}
      empty={
        <State kind="empty" title={t('noKeys')}>
          {emptyText ?? t('noKeysText')}
        </State>
      }
      columns={[
        {
          key: 'prefix',
          header: t('column.prefix'),
          rowHeader: true,
          cell: (row) => <code translate="no">{row.prefix}…</code>,
        },
        {
          key: 'kind',
          header: t('column.kind'),
          cell: ({ kind }) => <Badge tone={kind === 'sandbox' ? 'info' : 'neutral'}>{t(`keyKind.${kind}`)}</Badge>,
        },
        {
          key: 'scopes',
          header: own('scopes'),
          cell: ({ kind, scopes }) =>
            kind === 'sandbox' ? own('onTrial') : scopes.map((scope) => own(`scope.${scope}`)).join(', '),
        },
        { key: 'created', header: t('column.created'), cell: (row) => <DateTime at={row.createdAt} /> },
        {
          key: 'used',
          header: t('column.lastUsed'),
          cell: (row) => (row.lastUsedAt ? <DateTime at={row.lastUsedAt} /> : t('never')),
        },
        {
          key: 'state',
          header: t('column.state'),
          cell: (row) =>
            row.isOver ? (
              <Badge tone="danger">{row.revokedAt ? t('keyRevoked') : own('ended')}</Badge>
            ) : (
              <>
                <Badge tone="success">{t('keyInUse')}</Badge>
                {row.expiresAt ? (
                  <span className="block text-muted text-xs">
                    {own.rich('expires', { at: () => <DateTime key="at" at={row.expiresAt ?? ''} /> })}
                  </span>
                ) : null}
              </>
            ),
        },
        {
          key: 'action',
          header: t('column.action'),
          cell: (row) => {
            const action = actionOn(row);
            if (row.isOver) return null;
            return (
              <span className="flex flex-wrap gap-2">
                {row.expiresAt === null ? (
                  <RotateKey id={row.id} prefix={row.prefix} kind={row.kind} scopes={row.scopes} action={rotate} />
                ) : null}
                {action ? <RevokeKey id={row.id} prefix={row.prefix} action={action} /> : null}
              </span>
            );
          },
        },
      ]}
    />
  );
}
