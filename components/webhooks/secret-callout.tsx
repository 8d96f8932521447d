import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';

/** A secret that was just made; it leaves with the page. */
export function SecretCallout({ secret }: { secret: string }) {
  const t = useTranslations('webhooks');
  return (
    <Callout tone="warning" title={t('secretTitle')} live>
      <p>{t('secretText')}</p>
      <p className="flex flex-wrap items-center gap-2 pt-2">
        <code translate="no" className="break-all rounded-sm bg-sunken px-1.5 py-1 font-mono text-sm">
          {secret}
        </code>
        <CopyButton text={secret} label={t('copySecret')} />
      </p>
    </Callout>
  );
}
