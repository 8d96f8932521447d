import { useTranslations } from 'next-intl';
import { DESK_KEYS, QUEUE_KEYS } from '@/app/_server/desk-keys';
import { navigationOf } from '@/app/_server/navigation';
import { type KeyLine, OwnKeysForm } from '@/components/identity/own-keys-form';
import { Panel } from '@/components/ui/panel';
import { MOVABLE_KEYS, type OwnKeys, ownKeysText } from '@/lib/identity/own-keys';
import type { Role } from '@/lib/identity/roles';
import { setOwnKeysAction } from '../actions';

/** The single keys a role has, each with all it does, and where the person put them. */
export function OwnKeysPanel({ role, ownKeys }: { role: Role; ownKeys: OwnKeys }) {
  const t = useTranslations('identity.account.keys');
  const queue = useTranslations('queue.key');
  const desk = useTranslations('help.keyboard.desk');
  const worksQueue = navigationOf(role).some(({ labelKey }) => labelKey === 'clearance');
  const lines = MOVABLE_KEYS.flatMap((key): KeyLine[] => {
    if (key === '?' || key === 'g') return [{ key, does: t(key === '?' ? 'sheet' : 'go') }];
    if (!worksQueue) return [];
    const words = [
      ...QUEUE_KEYS.filter(([keys]) => keys === key).map(([, name]) => queue(name)),
      ...DESK_KEYS.filter(([keys]) => keys === key).map(([, name]) => desk(name)),
    ];
    return [{ key, does: [...new Set(words)].join(' · ') }];
  });
  return (
    <Panel title={t('title')} description={t('lead', { go: (ownKeys.g ?? 'g').toUpperCase() })}>
      <OwnKeysForm key={ownKeysText(ownKeys)} lines={lines} ownKeys={ownKeys} action={setOwnKeysAction} />
    </Panel>
  );
}
