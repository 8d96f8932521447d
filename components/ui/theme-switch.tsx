'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MenuRadio } from './menu';
import { isTheme, THEME_COOKIE, type Theme } from './theme';

type Choice = Theme | 'system';
const YEAR_S = 31_536_000;
const icons = { system: Monitor, light: Sun, dark: Moon };
const choices: readonly Choice[] = ['system', 'light', 'dark'];

/** Sets the theme at once and keeps it in a cookie, from which the server draws the next page. */
function keep(choice: Choice): void {
  const system = choice === 'system';
  if (system) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = choice;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox
  document.cookie = `${THEME_COOKIE}=${choice}; path=/; max-age=${system ? 0 : YEAR_S}; samesite=lax`;
}

/** Light, dark, or as the system says; part of a menu. */
export function ThemeSwitch() {
  const t = useTranslations('ui.theme');
  // A menu's content is only ever drawn in the browser, so the document can be asked at once.
  const [choice, setChoice] = useState<Choice>(() => {
    const { theme } = document.documentElement.dataset;
    return isTheme(theme) ? theme : 'system';
  });
  return (
    <MenuRadio
      label={t('label')}
      value={choice}
      onValueChange={(next) => {
        setChoice(next);
        keep(next);
      }}
      options={choices.map((value) => {
        const Icon = icons[value];
        return { value, label: t(value), icon: <Icon className="size-4 text-muted" aria-hidden="true" /> };
      })}
    />
  );
}
