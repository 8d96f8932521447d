import { useTranslations } from 'next-intl';
import { DataTable } from '@/components/table/data-table';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import type { ApiDocument, Operation } from '@/lib/api/document';

export type CallView = { readonly method: string; readonly path: string; readonly operation: Operation };

/** The calls of a document, in its order. */
export function callsOf({ paths }: ApiDocument): CallView[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
}

/** A call by method and path; a long path breaks at its slashes. */
export function CallName({ method, path }: Pick<CallView, 'method' | 'path'>) {
  return (
    <span className="inline-flex flex-wrap items-center gap-2" translate="no">
      <Badge tone={method === 'get' ? 'info' : 'success'}>{method.toUpperCase()}</Badge>
      <code className="break-words font-mono text-sm">
        {path.split('/').map((part, index) => (
          <span
            key={path
              .split('/')
              .slice(0, index + 1)
              .join('/')}
          >
            {index === 0 ? null : '/'}
            <wbr />
            {part}
          </span>
        ))}
      </code>
    </span>
  );
}

/** Every call with what it does, leading to its own part of the page. */
export function CallTable({ calls }: { calls: readonly CallView[] }) {
  const t = useTranslations('help.api');
  return (
    <DataTable
      caption={t('callTable')}
      captionHidden
      rows={calls}
      rowKey={({ operation }) => operation.operationId}
      columns={[
        {
          key: 'does',
          header: t('column.does'),
          rowHeader: true,
          className: 'min-w-40',
          cell: ({ operation }) => <TextLink href={`#${operation.operationId}`}>{operation.summary}</TextLink>,
        },
        { key: 'call', header: t('column.call'), className: 'min-w-56', cell: (call) => <CallName {...call} /> },
        {
          key: 'keys',
          header: t('column.keys'),
          className: 'whitespace-nowrap',
          cell: ({ operation }) =>
            t(`keysOf.${operation.security.length === 0 ? 'none' : operation.security.length > 1 ? 'both' : 'live'}`),
        },
      ]}
    />
  );
}
