import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel } from '@/components/ui/panel';
import { VERIFY_EXAMPLE } from '@/lib/webhooks/verify-example';

/** How a receiver knows a delivery of ours from anybody else's, with an example to copy. */
export function VerifyHelp() {
  const t = useTranslations('webhooks.verify');
  return (
    <Panel title={t('title')} description={t('lead')} id="verify">
      <div className="flex max-w-3xl flex-col gap-3 text-sm">
        <ul className="flex list-disc flex-col gap-1.5 pl-5">
          <li>{t('signature')}</li>
          <li>{t('replay')}</li>
          <li>{t('order')}</li>
          <li>{t('answer')}</li>
        </ul>
        <div className="flex items-center gap-2">
          <h3 className="font-medium">{t('example')}</h3>
          <CopyButton text={VERIFY_EXAMPLE} label={t('copy')} />
        </div>
        <pre
          translate="no"
          className="whitespace-pre-wrap break-words rounded-md bg-sunken p-3 font-mono text-xs leading-5"
        >
          {VERIFY_EXAMPLE}
        </pre>
      </div>
    </Panel>
  );
}
