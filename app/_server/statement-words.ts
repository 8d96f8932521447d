import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatDecimal, formatInstant } from '@/components/ui/format';
import type { StatementView } from '@/db/queries/collection/get-statement';
import { moneyText } from '@/lib/kernel/money';
import type { StatementWords } from './statement-pdf';

/** A statement as its PDF says it: the words and figures of the page. */
export async function statementWords(view: StatementView, minorDigits: number, at: Date): Promise<StatementWords> {
  const [t, tKind, tCharge, locale] = await Promise.all([
    getTranslations('collection.statement'),
    getTranslations('collection.postingKind'),
    getTranslations('collection.charge'),
    getLocale(),
  ]);
  const amount = (minor: bigint) => formatDecimal(locale, moneyText(minor, minorDigits), minorDigits);
  const some = (minor: bigint) => (minor === 0n ? '' : amount(minor));
  const day = (text: string) => formatInstant(locale, new Date(`${text}T00:00:00Z`), 'date');
  const { account, month, issued } = view;
  return {
    title: t('title', { number: account.number, month }),
    holder: view.holder,
    facts: [
      [t('opening'), `${amount(view.openingMinor)} ${account.currency}`],
      [t('closing'), `${amount(view.closingMinor)} ${account.currency}`],
      [t('dueOn'), day(view.dueOn)],
      [t('reference'), view.paymentReference],
      [t('period'), `${day(view.from)} – ${day(view.to)}`],
      [
        t('issuedAt'),
        issued ? `${formatInstant(locale, issued.issuedAt, 'datetime')}, ${issued.issuedByName}` : t('notIssued'),
      ],
    ],
    head: [t('day'), t('kind'), t('charge'), t('postings'), t('debit'), t('credit')],
    rows: view.lines.map(({ bookedOn, kind, charge, postings, debitMinor, creditMinor }) => [
      day(bookedOn),
      tKind(kind),
      tCharge(charge),
      formatDecimal(locale, postings, 0),
      some(debitMinor),
      some(creditMinor),
    ]),
    total: [t('total'), '', '', '', amount(view.debitMinor), amount(view.creditMinor)],
    foot: `${t('dueHint')} ${t(issued ? 'footIssued' : 'footDraft')}`,
    pageOf: (page, pages) => t('page', { number: account.number, month, page, pages }),
    madeAt: at,
  };
}
