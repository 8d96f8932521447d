'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

export type DemoAccountShown = { email: string; password: string; role: string; roleLabel: string };

type DemoAccountsProps = { accounts: readonly DemoAccountShown[]; onChoose: (account: DemoAccountShown) => void };

/** The people of the demo, each filled into the form by one press. */
export function DemoAccounts({ accounts, onChoose }: DemoAccountsProps) {
  const t = useTranslations('identity.signIn');
  return (
    <section
      aria-labelledby="demo-accounts"
      className="flex flex-col gap-2 rounded-md border border-line bg-sunken p-3"
    >
      <h2 id="demo-accounts" className="font-semibold text-sm">
        {t('demoTitle')}
      </h2>
      <p className="text-muted text-sm">{t('demoLead')}</p>
      <ul className="grid grid-cols-2 gap-1.5">
        {accounts.map((account) => (
          <li key={account.email}>
            <Button
              size="sm"
              variant="ghost"
              className="w-full justify-start!"
              aria-label={`${account.roleLabel}: ${t('demoUse', { email: account.email })}`}
              onClick={() => onChoose(account)}
            >
              {account.roleLabel}
              <span translate="no" className="truncate font-normal text-muted text-xs">
                {account.email.split('@')[0]}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
