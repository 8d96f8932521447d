import { useLocale, useTranslations } from 'next-intl';
import { formatInstant } from '@/components/ui/format';
import type { Links } from '@/db/queries/consignment/get-links';
import type { LinkedConsignment } from '@/db/queries/consignment/linked-rows';
import type { Hub, LinkKind } from '@/lib/risk/links';
import { LinkGraph, type ShownNode } from './link-graph';
import { layoutOf } from './link-layout';

type LinkNetworkProps = {
  links: Links;
  consignmentHref: (id: string) => string;
  /** The list narrowed to what is shared. */
  kindHref: (kind: LinkKind) => string;
};

const SELF = 'self';
const hubId = ({ kind, key }: Hub) => `${kind} ${key}`;

/** The linked consignments as a drawing: this one, what it shares and with which, and a step further where asked for. */
export function LinkNetwork({ links, consignmentHref, kindHref }: LinkNetworkProps) {
  const t = useTranslations('links');
  const tStatus = useTranslations('clearance.status');
  const locale = useLocale();
  const firstHubs = links.firstHubs.filter(({ members }) => members.length > 0);
  const first = new Set(firstHubs.flatMap(({ members }) => members));
  const second = new Set(links.secondHubs.flatMap(({ members }) => members).filter((id) => !first.has(id)));
  const consignment = (id: string): ShownNode[] => {
    const row = links.consignments.get(id);
    if (!row) return [];
    return [
      {
        id,
        title: (
          <span translate="no" className="font-mono">
            {row.reference}
          </span>
        ),
        text: t('graph.ofDay', {
          state: stateOf(row),
          day: formatInstant(locale, new Date(`${row.receivedOn}T00:00:00Z`), 'date'),
        }),
        href: consignmentHref(id),
        look: row.examinationOutcome === 'finding' ? 'finding' : 'consignment',
      },
    ];
  };
  const stateOf = ({ examinationOutcome, status }: LinkedConsignment) =>
    examinationOutcome === 'finding' || examinationOutcome === 'conform'
      ? t(`graph.${examinationOutcome}`)
      : tStatus(status);
  const more = ({ isMore }: Hub) => (isMore ? 'yes' : 'no');
  const hub = (one: Hub): ShownNode => ({
    id: hubId(one),
    title: t(`kind.${one.kind}`),
    text: whose(one.kind) ?? t('graph.shared', { count: one.members.length, more: more(one) }),
    href: kindHref(one.kind),
    look: 'hub',
  });
  const whose = (kind: LinkKind) => {
    if (kind === 'scheme') return <span translate="no">{links.schemeId}</span>;
    const party = kind === 'sender' ? links.parties.sender : links.parties.recipient;
    if (!party || kind === 'phone') return null;
    const place = [party.city, party.country].filter(Boolean).join(', ');
    const name = kind === 'address' ? null : (party.initial ?? t('graph.byNumber'));
    return <bdi translate="no">{[name, place].filter(Boolean).join(' · ')}</bdi>;
  };
  const layout = layoutOf<ShownNode>(
    [
      [
        {
          id: SELF,
          title: (
            <span translate="no" className="font-mono">
              {links.reference}
            </span>
          ),
          text: t('graph.self'),
          href: null,
          look: 'self',
        },
      ],
      firstHubs.map(hub),
      [...first].flatMap(consignment),
      links.secondHubs.map((one) => ({
        id: hubId(one),
        title: t(`another.${one.kind}`),
        text: t('graph.onward', { count: one.members.length, more: more(one) }),
        href: null,
        look: 'hub',
      })),
      [...second].flatMap(consignment),
    ],
    [
      ...firstHubs.flatMap((one) => [
        { from: SELF, to: hubId(one) },
        ...one.members.map((id) => ({ from: hubId(one), to: id })),
      ]),
      ...links.secondHubs.flatMap((one) =>
        one.members.map((id) => (first.has(id) ? { from: id, to: hubId(one) } : { from: hubId(one), to: id })),
      ),
    ],
  );
  const columns = ['self', 'firstHubs', 'first', 'secondHubs', 'second'] as const;
  return (
    <LinkGraph
      label={t('graph.region')}
      layout={layout}
      columnLabels={columns.map((column) => t(`graph.column.${column}`))}
    />
  );
}
