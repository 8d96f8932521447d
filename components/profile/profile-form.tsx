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
import type { Problem } from '@/lib/kernel/problem';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { About } from './about';
import { AboutFields } from './about-fields';
import { useCodes } from './condition-context';
import { ConditionsEditor } from './conditions-editor';
import { plainTree } from './plain-tree';
import { TrialPanel } from './trial-panel';
import { useLeaveWarning } from './use-leave-warning';
import { conditionId, useProblemText } from './use-problem-text';
import { useTrial } from './use-trial';

const NONE: readonly Problem[] = [];
/** What the background looks at unless the panel of back-tests is told otherwise, in days. */
const BACK_TEST_DAYS = 90;

type Saved = { profileId: string; rowVersion: number };
type Draft = { profileId: string; rowVersion?: number; draft: Record<string, unknown> };
type BackTestOfDraft = { profileId: string; version: 'draft'; days: number };
type ProfileFormProps = {
  /** The id it has, or that a new one gets: however often that is sent, it becomes one profile. */
  profileId: string;
  /** The row of a profile that is there; null for a new one. */
  rowVersion: number | null;
  about: About;
  tree: RuleGroupType;
  days: number;
  codesHref: string;
  currency: PolicyCurrency;
  trialHref: string;
  consignmentHref: string;
  /** Where a saved profile is found, its id to be added. */
  profilesHref: string;
  save: (previous: ActionState<Saved>, input: Draft) => Promise<ActionState<Saved>>;
  propose: (previous: ActionState<{ version: number }>, input: Saved) => Promise<ActionState<{ version: number }>>;
  backTest: (previous: ActionState, input: BackTestOfDraft) => Promise<ActionState>;
};

/** Writes a profile: its conditions with what they would have hit, what it is for, and the way to a second person. */
export function ProfileForm(props: ProfileFormProps) {
  const { profileId, days, currency, codesHref, trialHref, consignmentHref, profilesHref } = props;
  const t = useTranslations('profile.form');
  const router = useRouter();
  const toast = useToast();
  const [query, setQuery] = useState(props.tree);
  const [about, setAbout] = useState(props.about);
  const [rowVersion, setRowVersion] = useState(props.rowVersion);
  const draft = { ...about, tree: plainTree(query) };
  const written = JSON.stringify(draft);
  const [kept, setKept] = useState(written);
  const [state, setState] = useState<ActionState<unknown>>(IDLE);
  const [isPending, start] = useTransition();
  const tried = useTrial(trialHref, query);
  const codes = useCodes(codesHref);
  const problemText = useProblemText();
  // What is missing is no fault before somebody wants the profile judged: while a condition is written, its value is always missing once.
  const wanting = tried.state === 'problems' ? tried.problems : NONE;
  const problems = state.status === 'invalid' ? wanting : wanting.filter(({ code }) => code !== 'value_required');
  const isUnsaved = written !== kept;
  useLeaveWarning(isUnsaved, t('leave'));
  const place = `${profilesHref}/${profileId}` as Route;
  const keep = async (): Promise<Saved | null> => {
    const next = await props.save(IDLE, { profileId, rowVersion: rowVersion ?? undefined, draft });
    setState(next);
    if (next.status !== 'ok' || !next.data) return null;
    setRowVersion(next.data.rowVersion);
    setKept(written);
    // The address of a new one from now on, without drawing the page anew: what stands in the form stays.
    if (rowVersion === null) window.history.replaceState(null, '', place);
    return next.data;
  };
  const onSave = () =>
    start(async () => {
      if (await keep()) toast.show({ title: t('saved'), tone: 'success' });
    });
  /** Saves, goes on with what was saved, and shows the page as it then is. */
  const onward = (act: (own: Saved) => Promise<ActionState<unknown>>, done: string, hash: string) =>
    start(async () => {
      const own = await keep();
      if (!own) return;
      const next = await act(own);
      setState(next);
      if (next.status !== 'ok') return;
      toast.show({ title: done, tone: 'success' });
      router.push(`${place}${hash}` as Route);
      router.refresh();
    });
  const onPropose = () => onward((own) => props.propose(IDLE, own), t('proposed'), '');
  const onBackTest = () =>
    onward(
      () => props.backTest(IDLE, { profileId, version: 'draft', days: BACK_TEST_DAYS }),
      t('backTestAsked'),
      '#back-tests',
    );
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
  const told = (problem: Problem) =>
    problem.pointer === 'tree' || problem.pointer.startsWith('tree.')
      ? { fieldId: conditionId(problem.pointer), message: problemText(problem) }
      : null;
  return (
    <div className="flex flex-col gap-4">
      <Outcome state={state} labels={labels} told={told} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t('conditions')} description={t('conditionsText')}>
            <ConditionsEditor query={query} onChange={setQuery} currency={currency} codes={codes} problems={problems} />
          </Panel>
          <Panel title={t('about')}>
            <AboutFields about={about} onChange={setAbout} state={state} />
          </Panel>
        </div>
        <TrialPanel
          tried={tried}
          days={days}
          consignmentHref={consignmentHref}
          profilesHref={profilesHref}
          from={profilesHref}
          isWritten
          className="xl:sticky xl:top-4"
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={onSave} pending={isPending}>
          {t('save')}
        </Button>
        <Button onClick={onBackTest} pending={isPending}>
          {t('backTest')}
        </Button>
        <Button variant="primary" onClick={onPropose} pending={isPending}>
          {t('propose')}
        </Button>
        {isUnsaved ? <span className="text-muted text-sm">{t('unsaved')}</span> : null}
      </div>
    </div>
  );
}
