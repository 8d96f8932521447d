import type { Route } from 'next';
import type { NavigationGroup } from '@/components/shell/navigation-groups';
import type { NavigationEntry } from '@/components/shell/shell-types';
import { can, type Permission } from '@/lib/identity/permissions';
import type { Role } from '@/lib/identity/roles';
import { routes } from './routes';

/** `group` only where the place belongs elsewhere than the subject of its permission. */
type Place = NavigationEntry & { permission: Permission };

type Subject<P extends Permission = Permission> = P extends `${infer S}.${string}` ? S : never;

/** Under which heading the places of a subject stand; of a subject that is not named, under administration. */
const GROUP_OF: Readonly<Partial<Record<Subject, NavigationGroup>>> = {
  clearance: 'work',
  capacity: 'work',
  consignment: 'work',
  learning: 'work',
  agency: 'work',
  profile: 'risk',
  model: 'risk',
  screening: 'risk',
  revenue: 'revenue',
  policy: 'revenue',
  simulation: 'revenue',
  statistics: 'figures',
  publication: 'figures',
  resolution: 'figures',
  intake: 'partners',
  quality: 'partners',
  trust: 'partners',
  memorandum: 'partners',
  cooperation: 'partners',
  partner: 'partners',
  identity: 'own',
};

function groupOf({ permission, group }: Place): NavigationGroup {
  return group ?? GROUP_OF[permission.split('.')[0] as Subject] ?? 'administration';
}

/** Every place, in the order of the navigation; who lacks the permission does not see it. */
const PLACES: readonly Place[] = [
  { href: routes.queue(), labelKey: 'clearance', icon: 'queue', key: 'q', permission: 'clearance.queue' },
  { href: routes.ownActs(), labelKey: 'ownActs', icon: 'ownActs', key: 'z', permission: 'clearance.queue' },
  { href: routes.supervision(), labelKey: 'team', icon: 'team', key: 't', permission: 'clearance.supervise' },
  { href: routes.handOvers(), labelKey: 'handOver', icon: 'handOver', key: 'n', permission: 'clearance.hand_over' },
  {
    href: routes.secondLooks(),
    labelKey: 'secondLooks',
    icon: 'secondLook',
    key: 'x',
    permission: 'clearance.second_look',
  },
  {
    href: routes.postAudits(),
    labelKey: 'postAudits',
    icon: 'postAudit',
    key: 'j',
    permission: 'clearance.post_audit',
  },
  { href: routes.learning(), labelKey: 'learning', icon: 'learning', key: '7', permission: 'learning.work' },
  { href: routes.capacity(), labelKey: 'capacity', icon: 'examinations', key: 'i', permission: 'capacity.read' },
  { href: routes.adminUsers(), labelKey: 'users', icon: 'users', key: 'u', permission: 'admin.users' },
  { href: routes.adminPartners(), labelKey: 'partners', icon: 'partners', key: 'p', permission: 'admin.partners' },
  { href: routes.reference(), labelKey: 'reference', icon: 'reference', key: 'f', permission: 'reference.read' },
  { href: routes.audit(), labelKey: 'audit', icon: 'audit', key: 'l', permission: 'audit.read' },
  { href: routes.privacy(), labelKey: 'privacy', icon: 'privacy', key: '5', permission: 'privacy.read' },
  { href: routes.statistics(), labelKey: 'dashboard', icon: 'dashboard', key: 'd', permission: 'statistics.read' },
  {
    href: routes.publications(),
    labelKey: 'publication',
    icon: 'publication',
    key: 'p',
    permission: 'publication.read',
  },
  {
    href: routes.risk(),
    labelKey: 'effectiveness',
    icon: 'effectiveness',
    key: 'r',
    permission: 'statistics.read',
    group: 'risk',
  },
  { href: routes.accounts(), labelKey: 'revenue', icon: 'revenue', key: 'b', permission: 'revenue.read' },
  { href: routes.policy(), labelKey: 'policy', icon: 'law', key: 'v', permission: 'policy.read' },
  { href: routes.profiles(), labelKey: 'profiles', icon: 'policy', key: 'o', permission: 'profile.read' },
  { href: routes.model(), labelKey: 'model', icon: 'model', key: 'e', permission: 'model.read' },
  { href: routes.search(), labelKey: 'consignments', icon: 'consignments', key: 'c', permission: 'consignment.read' },
  { href: routes.tracking(), labelKey: 'tracking', icon: 'consignments', key: 'c', permission: 'consignment.track' },
  { href: routes.agencyHolds(), labelKey: 'holds', icon: 'approvals', key: 'q', permission: 'agency.read' },
  { href: routes.submissions(), labelKey: 'submissions', icon: 'intake', key: 's', permission: 'intake.read' },
  { href: routes.quarantine(), labelKey: 'quarantine', icon: 'quarantine', key: 'm', permission: 'intake.mend' },
  { href: routes.quality(), labelKey: 'quality', icon: 'quality', key: 'y', permission: 'quality.read' },
  { href: routes.scorecard(), labelKey: 'scorecard', icon: 'scorecard', key: '1', permission: 'quality.read' },
  { href: routes.memoranda(), labelKey: 'memoranda', icon: 'memoranda', key: '2', permission: 'memorandum.read' },
  { href: routes.resolution(), labelKey: 'resolution', icon: 'resolution', key: '3', permission: 'resolution.read' },
  {
    href: routes.cooperation(),
    labelKey: 'cooperation',
    icon: 'cooperation',
    key: '6',
    permission: 'cooperation.read',
  },
  { href: routes.team(), labelKey: 'partnerTeam', icon: 'team', key: '4', permission: 'partner.team' },
  { href: routes.webhooks(), labelKey: 'webhooks', icon: 'webhooks', key: 'w', permission: 'consignment.track' },
  { href: routes.keys(), labelKey: 'apiKeys', icon: 'keys', key: 'k', permission: 'consignment.track' },
  { href: routes.account(), labelKey: 'account', icon: 'administration', key: 'a', permission: 'identity.self' },
  { href: routes.help(), labelKey: 'help', icon: 'help', key: 'h', permission: 'identity.self' },
];

/** A role's own places. */
export function navigationOf(role: Role): NavigationEntry[] {
  return PLACES.filter(({ permission }) => can({ role }, permission)).map((place) => ({
    href: place.href,
    labelKey: place.labelKey,
    icon: place.icon,
    key: place.key,
    group: groupOf(place),
  }));
}

/** Where a role's day begins. */
export function startOf(role: Role): Route {
  const starts: Record<Role, Route> = {
    officer: routes.queue(),
    supervisor: routes.supervision(),
    risk_manager: routes.risk(),
    analyst: routes.statistics(),
    partner: routes.submissions(),
    agency: routes.agencyHolds(),
    auditor: routes.audit(),
    admin: routes.adminUsers(),
  };
  return starts[role];
}
