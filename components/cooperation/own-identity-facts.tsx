import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { DescriptionList } from '@/components/ui/description-list';
import type { OwnIdentity } from '@/db/queries/cooperation/own-identity';
import { Fingerprint } from './fingerprint';

/** Who we are in exchanges, with what the other side needs of us. */
export function OwnIdentityFacts({ identity }: { identity: OwnIdentity | null }) {
  const t = useTranslations('cooperation.identity');
  if (!identity) return <p className="text-muted text-sm">{t('none')}</p>;
  return (
    <div className="flex flex-col gap-2">
      <DescriptionList
        items={[
          { term: t('code'), value: identity.code, data: true },
          { term: t('name'), value: identity.name, data: true },
          { term: t('fingerprint'), value: <Fingerprint of={identity.fingerprint} /> },
        ]}
      />
      <p className="flex flex-wrap items-center gap-2 text-sm">
        {t('publicKey')}
        <CopyButton text={identity.publicPem} label={t('copy')} />
      </p>
    </div>
  );
}
