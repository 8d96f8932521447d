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
    <DescriptionList
      items={[
        { term: t('code'), value: identity.code, data: true },
        { term: t('name'), value: identity.name, data: true },
        { term: t('fingerprint'), value: <Fingerprint of={identity.fingerprint} /> },
        {
          term: t('publicKey'),
          value: (
            <div className="flex flex-col items-start gap-2">
              <code translate="no" className="whitespace-pre-wrap break-all font-mono text-xs">
                {identity.publicPem.trim()}
              </code>
              <CopyButton text={identity.publicPem} label={t('copy')} />
            </div>
          ),
        },
      ]}
    />
  );
}
