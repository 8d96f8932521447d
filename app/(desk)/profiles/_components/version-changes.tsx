import clsx from 'clsx';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { type ConditionLine, useConditionWords } from '@/components/profile/use-condition-words';
import type { VersionView } from '@/db/queries/profile/list-profiles';
import type { PolicyCurrency } from '@/lib/policy/policy';
import type { ProfileContent } from '@/lib/profile/content';
import { type LineChange, type ShownChange, type Statement, versionChanges } from '@/lib/profile/version-changes';
import { useEffectText } from './use-effect-text';

type VersionChangesProps = {
  before: VersionView;
  version: VersionView;
  currency: PolicyCurrency;
  /** Of lists that people keep, by key. */
  listTitles: ReadonlyMap<string, string>;
};

/** What a version says otherwise than the one before it, in words: what a second person decides on. */
export function VersionChanges({ before, version, currency, listTitles }: VersionChangesProps) {
  const t = useTranslations('profile.version');
  const titleId = useId();
  const linesOf = useConditionWords(currency, listTitles);
  const [old, own] = [before.content, version.content];
  const { statements, lines } = versionChanges(
    { content: old, lines: linesOf(old.tree) },
    { content: own, lines: linesOf(own.tree) },
  );
  const hasOtherLines = lines.length > 0;
  return (
    <section aria-labelledby={titleId} className="mt-4 border-line border-t pt-3">
      <h3 id={titleId} className="mb-2 font-semibold text-sm">
        {t('changes', { before: before.version })}
      </h3>
      {statements.length === 0 && !hasOtherLines ? (
        <p className="text-muted text-sm">{t('changesNone', { before: before.version })}</p>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-2">
          {hasOtherLines ? <Lines lines={lines} /> : null}
          {statements.length > 0 ? <Statements statements={statements} before={old} after={own} /> : null}
        </div>
      )}
    </section>
  );
}

const SIGNS = { kept: '', added: '+', removed: '−', altered: '±' } as const;

/** The conditions that changed, in their groups: told by a sign, by mark and strike, and in words to be heard. */
function Lines({ lines }: { lines: readonly ShownChange<ConditionLine>[] }) {
  const t = useTranslations('profile.version');
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {lines.map((one) =>
        one.change === 'skipped' ? (
          <li key={`${one.change} ${one.line.key}`} className="pl-5 text-muted text-xs">
            {t('linesKept', { count: one.count })}
          </li>
        ) : (
          <li
            key={`${one.change} ${one.line.key}`}
            className={clsx(
              'grid grid-cols-[1rem_minmax(0,1fr)] rounded-sm',
              one.change === 'kept' && 'text-muted',
              (one.change === 'added' || one.change === 'altered') && 'bg-warning-bg',
            )}
          >
            <span aria-hidden="true" className="text-center font-semibold">
              {SIGNS[one.change]}
            </span>
            <span className="break-words" style={{ paddingLeft: `${one.line.depth}rem` }}>
              <span className="sr-only">{t(`line.${one.change}`)} </span>
              {one.change === 'altered' ? (
                <AlteredValues change={one} />
              ) : one.change === 'removed' ? (
                <del className="text-muted">{one.line.text}</del>
              ) : (
                one.line.text
              )}
            </span>
          </li>
        ),
      )}
    </ul>
  );
}

/** The same question of other values: those that went struck out, those that came marked, the rest counted. */
function AlteredValues({ change }: { change: Extract<LineChange<ConditionLine>, { change: 'altered' }> }) {
  const t = useTranslations('profile.version');
  const { line, added, removed, kept } = change;
  return (
    <>
      {line.head}{' '}
      {removed.length > 0 ? (
        <>
          <span className="sr-only">{t('was')} </span>
          <del className="text-muted">{removed.join(', ')}</del>{' '}
        </>
      ) : null}
      {added.length > 0 ? (
        <>
          {removed.length > 0 ? <span aria-hidden="true">→ </span> : null}
          <span className="sr-only">{t('became')} </span>
          <ins className="font-semibold no-underline">{added.join(', ')}</ins>
        </>
      ) : null}
      {kept > 0 ? <span className="text-muted"> ({t('valuesKept', { count: kept })})</span> : null}
    </>
  );
}

type StatementsProps = { statements: readonly Statement[]; before: ProfileContent; after: ProfileContent };

/** What the version states beside its conditions, before and after. */
function Statements({ statements, before, after }: StatementsProps) {
  const t = useTranslations('profile');
  const effectText = useEffectText();
  const labels: Readonly<Record<Statement, string>> = {
    title: t('form.name'),
    effect: t('form.effect'),
    expectedHitPercent: t('form.expected'),
    dailySlots: t('form.slots'),
    harm: t('form.harm'),
    ground: t('form.ground'),
    instruction: t('form.instruction'),
  };
  const told = (content: ProfileContent, statement: Statement) =>
    statement === 'effect' ? effectText(content.effect) : String(content[statement]);
  const isData = (statement: Statement) => typeof before[statement] === 'string';
  return (
    <dl className="flex flex-col gap-2 text-sm">
      {statements.map((statement) => (
        <div key={statement}>
          <dt className="text-muted">{labels[statement]}</dt>
          <dd className="break-words" translate={isData(statement) ? 'no' : undefined}>
            <span className="sr-only">{t('version.was')} </span>
            <del className="text-muted">{told(before, statement)}</del> <span aria-hidden="true">→</span>{' '}
            <span className="sr-only">{t('version.became')} </span>
            <ins className="rounded-sm bg-warning-bg px-1 no-underline">{told(after, statement)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
