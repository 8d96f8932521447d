import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type MouseEventHandler, type ReactNode, use } from 'react';
import { RuleGroupBodyComponents, type RuleGroupProps, type UseRuleGroup } from 'react-querybuilder';
import { Button } from '@/components/ui/button';
import { FieldError } from '@/components/ui/field-frame';
import { Choice } from './choice';
import { ConditionContext } from './condition-context';
import { conditionId, pathText, pointerOf, useProblemText } from './use-problem-text';

type GroupProps = RuleGroupProps & UseRuleGroup;

/** What a group asks of its conditions, by its combinator and whether it is denied. */
const MEETINGS = { all: ['and', false], any: ['or', false], notAll: ['and', true], none: ['or', true] } as const;
type Meeting = keyof typeof MEETINGS;
const meetings = Object.keys(MEETINGS) as Meeting[];

/** How many of its conditions a group asks for, and the way to take it out. */
export function GroupHead({ path, ruleGroup, combinator, removeGroup, ...group }: GroupProps) {
  const t = useTranslations('profile.editor');
  const { problems } = use(ConditionContext);
  const problemText = useProblemText();
  const place = pathText(path);
  const pointer = pointerOf(path);
  const id = conditionId(pointer);
  const problem = problems.find((one) => one.pointer === pointer);
  const meets = meetings.find(
    (one) => MEETINGS[one][0] === combinator && MEETINGS[one][1] === (ruleGroup.not ?? false),
  );
  const label = place ? t.rich('meetsIn', { place, number: Place }) : t('meets');
  return (
    <>
      <Choice
        id={id}
        label={label}
        value={meets ?? 'all'}
        options={meetings.map((value) => ({ value, label: t(`meeting.${value}`) }))}
        onChange={(value) => {
          const [chosen, isDenied] = MEETINGS[value as Meeting];
          if (chosen !== combinator) group.onCombinatorChange(chosen);
          if (isDenied !== (ruleGroup.not ?? false)) group.onNotToggleChange(isDenied);
        }}
        isInline
      />
      {place ? <Remove label={t('removeGroup', { place })} onClick={removeGroup} /> : null}
      <FieldError id={`${id}-error`} error={problem ? problemText({ ...problem, pointer: '' }) : undefined} />
    </>
  );
}

/** The conditions of a group, and below them the way to more. */
export function GroupBody(props: GroupProps) {
  const { path, addRule, addGroup } = props;
  const t = useTranslations('profile.editor');
  const place = pathText(path);
  const inGroup = place ? <span className="sr-only"> {t('toGroup', { place })}</span> : null;
  return (
    <>
      <RuleGroupBodyComponents {...props} />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={addRule}>
          <span>
            {t('addCondition')}
            {inGroup}
          </span>
        </Button>
        <Button size="sm" variant="ghost" onClick={addGroup}>
          <span>
            {t('addGroup')}
            {inGroup}
          </span>
        </Button>
      </div>
    </>
  );
}

/** The number of a condition or group, as problems name it. */
function Place(chunks: ReactNode) {
  return (
    <span className="font-semibold text-ink" translate="no">
      {chunks}
    </span>
  );
}

/** Takes out what its label names. */
export function Remove({ label, onClick }: { label: string; onClick: MouseEventHandler }) {
  return (
    <Button variant="ghost" size="sm" aria-label={label} title={label} onClick={onClick}>
      <X className="size-4" aria-hidden="true" />
    </Button>
  );
}
