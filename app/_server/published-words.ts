import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { memberWordsIn } from '@/components/publication/member-words';
import { formatInstant } from '@/components/ui/format';
import { env } from '@/db/env';
import type { PublishedVintage } from '@/db/queries/publication/published';
import type { FileCell } from '@/lib/publication/csv-lines';
import { type Dataset, type PublishedMeasure, shapeOf } from '@/lib/publication/datasets';
import type { MemberWords } from '@/lib/publication/published';
import type { StructureWords } from '@/lib/publication/sdmx';
import { spanKindOf } from '@/lib/publication/span';
import { routes } from './routes';

export type PublishedWords = {
  readonly member: MemberWords;
  readonly title: (dataset: Dataset) => string;
  readonly measure: (measure: PublishedMeasure) => string;
  readonly month: (month: string) => string;
  /** A quarter or a year. */
  readonly span: (span: string) => string;
  /** A day as `YYYY-MM-DD`. */
  readonly day: (day: string) => string;
  /** How a vintage is quoted, with its permanent address. */
  readonly citation: (vintage: PublishedVintage) => string;
  /** The permanent address of a vintage, with the host where it is known. */
  readonly address: (vintage: PublishedVintage) => string;
  readonly structure: (dataset: Dataset) => StructureWords;
  /** What has to be said of the whole table, on the page and in every file; empty where there is nothing. */
  readonly remark: (vintage: PublishedVintage) => string;
  /** What a table is, as rows of names and values: the second sheet of a workbook. */
  readonly about: (vintage: PublishedVintage) => readonly (readonly FileCell[])[];
};

/** How published statistics are said, the same on pages and in files. */
export async function publishedWords(): Promise<PublishedWords> {
  const [t, tMember, locale] = await Promise.all([
    getTranslations('publication'),
    getTranslations('publication.member'),
    getLocale(),
  ]);
  const member = memberWordsIn(tMember, locale);
  const title = (dataset: Dataset) => t(`dataset.${dataset}.title`);
  const measure = (one: PublishedMeasure) => t(`measure.${one}`);
  const month = (text: string) =>
    new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${text}-01T00:00:00Z`),
    );
  const address = ({ month: of, number, table: { dataset } }: PublishedVintage) =>
    `${(env().publicUrl ?? '').replace(/\/+$/, '')}${routes.publishedVintage(dataset, of, number)}`;
  const day = (at: Date) => formatInstant(locale, at, 'date');
  const citation = (vintage: PublishedVintage) =>
    t('citation', {
      ...{ administration: vintage.administration, title: title(vintage.table.dataset), month: month(vintage.month) },
      ...{ vintage: vintage.number, day: day(vintage.publishedAt), address: address(vintage) },
    });
  const remark = ({ repeatsEarlier }: PublishedVintage) => (repeatsEarlier ? t('repeatsEarlier') : '');
  return {
    ...{ member, title, measure, month, citation, address, remark },
    span: (text) =>
      spanKindOf(text) === 'year' ? text : t('quarter', { year: text.slice(0, 4), quarter: text.slice(6) }),
    day: (text) => day(new Date(`${text}T00:00:00Z`)),
    structure: (dataset) => ({ title: title(dataset), member, measure }),
    about: (vintage) => [
      [t('about.name'), t('about.value')],
      [t('about.title'), title(vintage.table.dataset)],
      [t('about.month'), vintage.month],
      [t('about.vintage'), { figure: String(vintage.number) }],
      [t('about.published'), vintage.publishedAt.toISOString()],
      [t('about.frozen'), vintage.frozenAt.toISOString()],
      [t('about.note'), vintage.note],
      [t('about.remark'), remark(vintage)],
      [t('about.definitions'), { figure: String(vintage.definitionsVersion) }],
      ...shapeOf(vintage.table.dataset).measures.map((one) => [measure(one), t(`definition.${one}`)]),
      [t('about.rule'), { figure: String(vintage.rule.version) }],
      [t('about.signs'), t('signs')],
      [t('about.quarantined'), { figure: String(vintage.coverage.quarantined) }],
      [t('about.citation'), citation(vintage)],
    ],
  };
}
