'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import type { RuleGroupType } from 'react-querybuilder';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { useToast } from '@/components/ui/toast';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { About } from './about';
import { AboutFields } from './about-fields';
import { ConditionsEditor } from './conditions-editor';
import { plainTree } from './plain-tree';
import { TrialPanel } from './trial-panel';
import { useTrial } from './use-trial';

type Saved = { profileId: string; rowVersion: number };
type Draft = { profileId?: string; rowVersion?: number; draft: Record<string, unknown> };
type ProfileFormProps = {
  /** Of a profile that is there; absent for a new one. */
  saved: Saved | null;
  about: About;
  tree: RuleGroupType;
  days: number;
  currency: PolicyCurrency;
  trialHref: string;
  consignmentHref: string;
  /** Where a saved profile is found, its id to be added. */
  profilesHref: string;
  save: (previous: ActionState<Saved>, input: Draft) => Promise<ActionState<Saved>>;
  propose: (previous: ActionState<{ version: number }>, input: Saved) => Promise<ActionState<{ version: number }>>;
};

/** Writes a profile: its conditions with what they would have hit, what it is for, and the way to a second person. */
export function ProfileForm(props: ProfileFormProps) {
  const { days, currency, trialHref, consignmentHref, profilesHref, save, propose } = props;
  const t = useTranslations('profile.form');
  const router = useRouter();
  const toast = useToast();
  const [query, setQuery] = useState(props.tree);
  const [about, setAbout] = useState(props.about);
  const [saved, setSaved] = useState(props.saved);
  const [state, setState] = useState<ActionState<unknown>>(IDLE);
  const [isPending, start] = useTransition();
  const tried = useTrial(trialHref, query);
  const placeOf = ({ profileId }: Saved) => `${profilesHref}/${profileId}` as Route;
  const keep = async (): Promise<Saved | null> => {
    const next = await save(IDLE, { ...(saved ?? {}), draft: { ...about, tree: plainTree(query) } });
    setState(next);
    if (next.status !== 'ok' || !next.data) return null;
    setSaved(next.data);
    return next.data;
  };
  const onSave = () =>
    start(async () => {
      const kept = await keep();
      if (!kept) return;
      toast.show({ title: t('saved'), tone: 'success' });
      if (!saved) router.replace(placeOf(kept));
    });
  const onPropose = () =>
    start(async () => {
      const kept = await keep();
      if (!kept) return;
      const next = await propose(IDLE, kept);
      setState(next);
      if (next.status !== 'ok') return;
      toast.show({ title: t('proposed'), tone: 'success' });
      router.push(placeOf(kept));
      router.refresh();
    });
  const labels = {
    title: t('name'),
    harm: t('harm'),
    ground: t('ground'),
    instruction: t('instruction'),
    tree: t('conditions'),
    'effect.points': t('points'),
    expectedHitPercent: t('expected'),
    dailySlots: t('slots'),
  };
  return (
    <div className="flex flex-col gap-4">
      <Outcome state={state} labels={labels} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t('conditions')} description={t('conditionsText')}>
            <ConditionsEditor query={query} onChange={setQuery} currency={currency} />
          </Panel>
          <Panel title={t('about')}>
            <AboutFields about={about} onChange={setAbout} state={state} />
          </Panel>
        </div>
        <TrialPanel tried={tried} days={days} consignmentHref={consignmentHref} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onSave} pending={isPending}>
          {t('save')}
        </Button>
        <Button variant="primary" onClick={onPropose} pending={isPending}>
          {t('propose')}
        </Button>
      </div>
    </div>
  );
}
