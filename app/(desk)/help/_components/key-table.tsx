import { useTranslations } from 'next-intl';
import { DESK_KEYS, QUEUE_KEYS } from '@/app/_server/desk-keys';
import { navigationOf } from '@/app/_server/navigation';
import { DataTable } from '@/components/table/data-table';
import { Kbd } from '@/components/ui/kbd';
import { keyCaps } from '@/components/ui/keys';
import type { Role } from '@/lib/identity/roles';

type KeyLine = { keys: string; does: string; where: string };

/** The keys a role has: everywhere, to its own places, and in the queue and on a consignment where it works there. */
export function KeyTable({ role }: { role: Role }) {
  const t = useTranslations('help.keyboard');
  const places = useTranslations('shell.navigation');
  const queue = useTranslations('queue.key');
  const everywhere = t('everywhere');
  const entries = navigationOf(role);
  const lines: KeyLine[] = [
    { keys: '?', does: t('sheet'), where: everywhere },
    { keys: 'Mod+k', does: t('palette'), where: everywhere },
    ...entries.flatMap(({ key, labelKey }) =>
      key ? [{ keys: `g ${key}`, does: t('goTo', { page: places(labelKey) }), where: everywhere }] : [],
    ),
    ...(entries.some(({ labelKey }) => labelKey === 'clearance')
      ? [
          ...QUEUE_KEYS.map(([keys, name]) => ({ keys, does: queue(name), where: t('queue') })),
          ...DESK_KEYS.map(([keys, name]) => ({ keys, does: t(`desk.${name}`), where: t('consignment') })),
        ]
      : []),
  ];
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      maxHeight="none"
      rows={lines}
      rowKey={(line) => `${line.where} ${line.keys}`}
      columns={[
        {
          key: 'key',
          header: t('key'),
          rowHeader: true,
          cell: ({ keys }) => (
            <>
              <Kbd keys={keys} />
              <span className="sr-only" translate="no">
                {keyCaps(keys)
                  .map((caps) => caps.join(' '))
                  .join(' ')}
              </span>
            </>
          ),
        },
        { key: 'does', header: t('does'), cell: ({ does }) => does },
        { key: 'where', header: t('where'), cell: ({ where }) => where },
      ]}
    />
  );
}
