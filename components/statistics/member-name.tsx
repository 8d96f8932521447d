import { useLocale, useTranslations } from 'next-intl';
import { HS_CHAPTERS } from '@/lib/codes/hs-chapters';
import { NOT_DECLARED } from '@/lib/statistics/contributions';
import type { Axis } from '@/lib/statistics/question';

const CATALOGUED = [
  'channel',
  'lane',
  'reason',
  'outcome',
  'examination',
  'band',
  'collection',
  'transaction',
  'category',
  'weekday',
  'hour',
] as const;
type Catalogued = (typeof CATALOGUED)[number];
const isCatalogued = (by: Axis): by is Catalogued => (CATALOGUED as readonly string[]).includes(by);

export type MemberText = {
  readonly text: string;
  /** The code beside a name that is not the code itself. */
  readonly code?: string;
  /** A name of the world and not a word of the product. */
  readonly isData: boolean;
};

type Translator = ((key: string) => string) & { has: (key: string) => boolean };

/** The name of a member of a dimension, by a translator of `statistics.member`: a country for an origin, words for a chapter, the office's name for an office; a point in time is its first day. */
export function memberTextIn(
  t: Translator,
  locale: string,
  officeNames: ReadonlyMap<string, string>,
): (by: Axis, member: string) => MemberText {
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  return (by, member) => {
    if (member === NOT_DECLARED) return { text: t(by === 'hour' ? 'hourUnknown' : 'undeclared'), isData: false };
    if (isCatalogued(by)) {
      const key = `${by}.${member}`;
      return t.has(key) ? { text: t(key), isData: false } : { text: member, isData: true };
    }
    if (by === 'origin' || by === 'dispatch') return named(countries.of(member), member);
    if (by === 'chapter') return named(HS_CHAPTERS.get(member), member);
    // Headings have no words of their own here: the chapter says what kind of goods it is.
    if (by === 'heading') return named(HS_CHAPTERS.get(member.slice(0, 2)), member);
    if (by === 'office') return named(officeNames.get(member), member);
    return { text: member, isData: true };
  };
}

/** The same on a page. */
export function useMemberText(officeNames: ReadonlyMap<string, string>): (by: Axis, member: string) => MemberText {
  return memberTextIn(useTranslations('statistics.member'), useLocale(), officeNames);
}

function named(name: string | undefined, member: string): MemberText {
  return name && name !== member ? { text: name, code: member, isData: true } : { text: member, isData: true };
}

/** The name as it stands on screen. */
export function MemberName({ text, isData }: MemberText) {
  return isData ? (
    <bdi translate="no" className="break-words">
      {text}
    </bdi>
  ) : (
    <span>{text}</span>
  );
}
