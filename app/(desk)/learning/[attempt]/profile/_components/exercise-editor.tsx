'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import type { RuleGroupType } from 'react-querybuilder';
import { type ActionState, IDLE } from '@/components/forms/action-state';
import { Outcome } from '@/components/forms/outcome';
import { useCodes } from '@/components/profile/condition-context';
import { ConditionsEditor } from '@/components/profile/conditions-editor';
import { plainTree } from '@/components/profile/plain-tree';
import { conditionId, useProblemText } from '@/components/profile/use-problem-text';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { formatPercent } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import type { Problem } from '@/lib/kernel/problem';
import type { ExerciseTrial } from '@/lib/learning/profile-exercise';
import type { PolicyCurrency } from '@/lib/policy/policy';
import { handInAction, tryExerciseAction } from '../../../actions';
import { PlantedTable } from '../../_components/planted-table';

/** What stands there to begin with: one condition on what Luxor says of a consignment. */
const FIRST: RuleGroupType = {
  id: 'all',
  combinator: 'and',
  not: false,
  rules: [{ id: '0', field: 'indicatorCodes', operator: 'equals', value: '' }],
};

type ExerciseEditorProps = { attemptId: string; currency: PolicyCurrency; codesHref: string };

/** The editor of profiles over an exercise: tries conditions on what is known, and hands them in once. */
export function ExerciseEditor({ attemptId, currency, codesHref }: ExerciseEditorProps) {
  const t = useTranslations('learning.exercise');
  const [query, setQuery] = useState(FIRST);
  const [state, setState] = useState<ActionState<unknown>>(IDLE);
  const [trial, setTrial] = useState<ExerciseTrial | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [isPending, start] = useTransition();
  const codes = useCodes(codesHref);
  const problemText = useProblemText();
  const problems: readonly Problem[] = state.status === 'invalid' ? (state.problems ?? []) : [];
  const onTry = () =>
    start(async () => {
      const next = await tryExerciseAction(IDLE, { attemptId, tree: plainTree(query) });
      setState(next);
      if (next.status === 'ok') setTrial(next.data ?? null);
    });
  const onHandIn = () =>
    start(async () => {
      setState(await handInAction(IDLE, { attemptId, tree: plainTree(query) }));
      setAsking(false);
    });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Panel title={t('title')} description={t('text')}>
        <div className="flex flex-col gap-3">
          <Outcome
            state={state}
            labels={{ tree: t('title') }}
            told={(problem) => ({ fieldId: conditionId(problem.pointer), message: problemText(problem) })}
          />
          <ConditionsEditor query={query} onChange={setQuery} currency={currency} codes={codes} problems={problems} />
          <div className="flex flex-wrap gap-2">
            <Button onClick={onTry} pending={isPending}>
              {t('try')}
            </Button>
            <Dialog
              title={t('handInTitle')}
              description={t('handInText')}
              trigger={<Button variant="primary">{t('handIn')}</Button>}
              open={isAsking}
              onOpenChange={setAsking}
            >
              <div className="flex justify-end">
                <Button variant="primary" onClick={onHandIn} pending={isPending}>
                  {t('handIn')}
                </Button>
              </div>
            </Dialog>
          </div>
        </div>
      </Panel>
      {trial ? <TrialResult trial={trial} /> : null}
    </div>
  );
}

function TrialResult({ trial }: { trial: ExerciseTrial }) {
  const t = useTranslations('learning.exercise');
  const locale = useLocale();
  const { met, found } = trial;
  return (
    <Panel title={t('samples')} flush>
      <div aria-live="polite" className="flex flex-col gap-1 px-4 py-2 text-sm">
        <p>{t('tried', { met, looked: trial.looked, found, planted: trial.planted })}</p>
        <p>{met > 0 ? t('precision', { share: formatPercent(locale, found / met) }) : t('meetsNone')}</p>
      </div>
      {met > 0 ? <PlantedTable caption={t('samples')} rows={trial.samples} maxHeight="20rem" /> : null}
    </Panel>
  );
}
