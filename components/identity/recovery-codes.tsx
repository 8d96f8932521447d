'use client';

import { useTranslations } from 'next-intl';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';

/** Codes that stand in for a lost second factor, shown this once. */
export function RecoveryCodes({ codes, title }: { codes: readonly string[]; title: string }) {
  const t = useTranslations('identity.totp');
  return (
    <Callout tone="warning" title={title} live>
      <p>{t('recoveryText')}</p>
      <ul translate="no" className="grid grid-cols-1 gap-x-6 gap-y-1 py-2 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CopyButton text={codes.join('\n')} label={t('copyCodes')} />
    </Callout>
  );
}
