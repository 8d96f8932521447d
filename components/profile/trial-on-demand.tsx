'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import type { Group } from '@/lib/profile/tree';
import { TrialPanel, type Tried } from './trial-panel';
import { askTrial } from './use-trial';

type TrialOnDemandProps = {
  tree: Group;
  days: number;
  trialHref: string;
  consignmentHref: string;
  profilesHref: string;
  from: string;
};

/** The trial of a version that stands: run when somebody asks, since it goes through a month of consignments. */
export function TrialOnDemand({ tree, trialHref, ...shown }: TrialOnDemandProps) {
  const t = useTranslations('profile.trial');
  const [tried, setTried] = useState<Tried | null>(null);
  const onAsk = async () => {
    setTried({ state: 'pending' });
    setTried(await askTrial(trialHref, JSON.stringify(tree)).catch((): Tried => ({ state: 'failed' })));
  };
  if (tried) return <TrialPanel tried={tried} {...shown} />;
  return (
    <Panel title={t('title')} description={t('askText')} actions={<Button onClick={onAsk}>{t('ask')}</Button>}>
      {null}
    </Panel>
  );
}
