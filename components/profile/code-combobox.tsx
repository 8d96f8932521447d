'use client';

import { Combobox } from '@base-ui/react/combobox';
import clsx from 'clsx';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { controlClass } from '@/components/ui/field-frame';
import type { CodeOption } from './condition-context';

/** More than a person reads; who types on gets to the others. */
const SHOWN = 60;

type CodeComboboxProps = {
  id: string;
  label: ReactNode;
  options: readonly CodeOption[];
  value: readonly string[];
  onChange: (value: readonly string[]) => void;
  /** Several codes, each as a chip that can be taken out. */
  isMany: boolean;
  /** Anything may be typed beside what is offered. */
  isFree?: boolean;
  /** The id of the sentence that says what is wrong with the value. */
  errorId?: string;
};

/** Chooses codes by what is typed of the code or its name; a code that is typed whole is taken when the field is left. */
export function CodeCombobox({
  id,
  label,
  options,
  value,
  onChange,
  isMany,
  isFree = false,
  errorId,
}: CodeComboboxProps) {
  const t = useTranslations('profile.editor');
  const labels = useMemo(() => new Map(options.map((one) => [one.value, one.label])), [options]);
  const labelOf = (code: string) => labels.get(code) ?? code;
  const [single = null] = value;
  // What was chosen before this was drawn stands in it, as what is chosen in it does; its name may come later than it.
  const [entered, setTyped] = useState<string | null>(null);
  const typed = entered ?? (isMany || single === null ? '' : labelOf(single));
  const query = !isMany && single !== null && typed === labelOf(single) ? '' : typed.trim();
  const items = useMemo(() => offered(options, query, isFree), [options, query, isFree]);
  const takeTyped = () => {
    const code = codeTyped(options, query) ?? (isFree && query !== '' ? query : null);
    if (code === null) return;
    onChange(isMany ? [...new Set([...value, code])] : [code]);
    if (isMany) setTyped('');
  };
  const choiceOf = (code: string) => (labels.has(code) || !isFree ? labelOf(code) : t('asTyped', { text: code }));
  const input = (
    <Combobox.Input
      id={id}
      aria-invalid={errorId ? true : undefined}
      aria-describedby={errorId}
      placeholder={value.length === 0 ? t(isFree ? 'chooseName' : 'choose') : undefined}
      onBlur={takeTyped}
      className={isMany ? 'min-w-24 flex-1 bg-transparent px-1 text-sm outline-none' : clsx(controlClass, 'h-control')}
    />
  );
  const shared = {
    items,
    filter: null,
    autoHighlight: true,
    inputValue: typed,
    onInputValueChange: setTyped,
    itemToStringLabel: labelOf,
  };
  return (
    <span className="flex min-w-24 flex-1 flex-col gap-1">
      <label htmlFor={id} className="text-muted text-xs">
        {label}
      </label>
      {isMany ? (
        <Combobox.Root
          {...shared}
          multiple
          value={[...value]}
          onValueChange={(next: string[], { reason }) => (reason === 'escape-key' ? undefined : onChange(next))}
        >
          <Combobox.Chips
            className={clsx(
              controlClass,
              'flex min-h-control flex-wrap items-center gap-1 py-1 focus-within:outline-2 focus-within:outline-focus',
            )}
            data-invalid={errorId ? '' : undefined}
          >
            {value.map((code) => (
              <Chip key={code} label={labelOf(code)}>
                {labels.has(code) && code.length > 20 ? labelOf(code) : code}
              </Chip>
            ))}
            {input}
          </Combobox.Chips>
          <Popup none={t('noCode')} labelOf={choiceOf} />
        </Combobox.Root>
      ) : (
        <Combobox.Root
          {...shared}
          value={single}
          onValueChange={(next: string | null, { reason }) =>
            reason === 'escape-key' ? undefined : onChange(next === null ? [] : [next])
          }
        >
          {input}
          <Popup none={t('noCode')} labelOf={choiceOf} />
        </Combobox.Root>
      )}
    </span>
  );
}

function Chip({ label, children }: { label: string; children: ReactNode }) {
  const t = useTranslations('profile.editor');
  return (
    <Combobox.Chip
      aria-label={label}
      title={label}
      className="inline-flex items-center gap-0.5 rounded-sm border border-line bg-sunken py-0.5 pl-1.5 text-xs"
    >
      <span translate="no">{children}</span>
      <Combobox.ChipRemove
        aria-label={t('takeOut', { code: label })}
        className="inline-flex size-5 items-center justify-center rounded-sm hover:bg-hover"
      >
        <X className="size-3" aria-hidden="true" />
      </Combobox.ChipRemove>
    </Combobox.Chip>
  );
}

function Popup({ none, labelOf }: { none: string; labelOf: (code: string) => string }) {
  return (
    <Combobox.Portal>
      <Combobox.Positioner sideOffset={4} collisionPadding={8} className="z-50 outline-none">
        <Combobox.Popup className="max-h-[min(20rem,var(--available-height))] w-(--anchor-width) min-w-80 max-w-(--available-width) overflow-y-auto rounded-md border border-line bg-raised p-1 text-ink text-sm shadow-overlay">
          <Combobox.Empty className="px-2 py-1 text-muted empty:hidden">{none}</Combobox.Empty>
          <Combobox.List>
            {(code: string) => (
              <Combobox.Item
                key={code}
                value={code}
                className="flex min-h-8 cursor-default items-center rounded-sm px-2 py-1 data-highlighted:bg-hover data-selected:font-medium data-selected:text-accent"
              >
                <bdi translate="no">{labelOf(code)}</bdi>
              </Combobox.Item>
            )}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  );
}

const folded = (text: string) => text.toLocaleLowerCase();

/**
 * The codes that what is typed may mean, likeliest first: those that begin with it, then those whose name begins with it, has a word
 * that does, or holds it anywhere; short codes, which are wider, before long ones.
 */
export function matching(options: readonly CodeOption[], query: string): string[] {
  const wanted = folded(query);
  if (wanted === '') return options.slice(0, SHOWN).map(({ value }) => value);
  const ranked = options.flatMap(({ value, label }, place) => {
    const name = folded(label)
      .slice(label.startsWith(value) ? value.length : 0)
      .replace(/^[^\p{L}\p{N}]+/u, '');
    const at = name.indexOf(wanted);
    if (folded(value).startsWith(wanted)) return [{ value, rank: 0, place }];
    if (at < 0) return [];
    const isWord = at > 0 && /[^\p{L}\p{N}]/u.test(name.charAt(at - 1));
    return [{ value, rank: at === 0 ? 1 : isWord ? 2 : 3, place }];
  });
  const sorted = ranked.sort((a, b) => a.rank - b.rank || a.value.length - b.value.length || a.place - b.place);
  return sorted.slice(0, SHOWN).map(({ value }) => value);
}

/** What may be chosen: the codes that are meant and, where anything may be typed, last the words as they stand. */
export function offered(options: readonly CodeOption[], query: string, isFree: boolean): string[] {
  const meant = matching(options, query);
  return isFree && query !== '' && codeTyped(options, query) === null ? [...meant, query] : meant;
}

/** The code that was typed whole; a code of goods below the subheadings is one, too. */
export function codeTyped(options: readonly CodeOption[], query: string): string | null {
  const wanted = folded(query).replace(/[\s.]/g, '');
  if (wanted === '') return null;
  const exact = options.find(({ value }) => folded(value) === wanted || folded(value) === folded(query));
  if (exact) return exact.value;
  const isGoods = /^\d{7,10}$/.test(wanted) && options.some(({ value }) => value === wanted.slice(0, 6));
  return isGoods ? wanted : null;
}
