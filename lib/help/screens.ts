import type { Permission } from '@/lib/identity/permissions';

/** A screen of the desk: where it is, who has it, and the provision the work on it rests on. `*` stands for any one segment. */
export type Screen = {
  readonly path: string;
  /** Key of its words under `help.screen`. */
  readonly key: string;
  readonly permission: Permission;
  /** Union law and standards as the example administration applies them; none where the work rests on no provision. */
  readonly source: string | null;
};

const UCC = 'Regulation (EU) No 952/2013';
const GDPR = 'Regulation (EU) 2016/679';
const STATISTICS = 'Regulation (EU) 2019/2152; United Nations, International Merchandise Trade Statistics 2010';
/** Mutual assistance with other administrations. */
const ASSISTANCE = 'Council Regulation (EC) No 515/97; World Customs Organization, Nairobi Convention of 1977';
const RISK = `${UCC}, Article 46`;
const VAT = 'Council Directive 2006/112/EC';

const screen = (path: string, key: string, permission: Permission, source: string | null = null): Screen => ({
  ...{ path, key, permission, source },
});

/** Every screen, or the section it stands in, by address. A screen without words of its own takes those of the place above it. */
export const SCREENS: readonly Screen[] = [
  screen('/queue', 'queue', 'clearance.queue', `${UCC}, Articles 46 and 188`),
  screen('/queue/together', 'together', 'clearance.queue', `${UCC}, Article 194(1)`),
  screen('/search', 'search', 'consignment.read'),
  screen('/consignments', 'consignment', 'consignment.read', `${UCC}, Articles 188 to 199`),
  screen('/consignments/*/appeals', 'appeals', 'appeal.lodge', `${UCC}, Articles 43 to 45`),
  screen('/consignments/*/custody', 'custody', 'consignment.read', `${UCC}, Articles 189 and 198`),
  screen('/consignments/*/links', 'links', 'consignment.read', RISK),
  screen('/consignments/*/notices', 'notice', 'consignment.read', `${UCC}, Article 22(7)`),
  screen('/consignments/*/second-look', 'secondLook', 'clearance.second_look', RISK),
  screen('/second-looks', 'secondLooks', 'clearance.second_look', RISK),
  screen('/own-acts', 'ownActs', 'clearance.queue'),
  screen('/hand-over', 'handOver', 'clearance.hand_over'),
  screen('/post-audits', 'postAudits', 'clearance.post_audit', `${UCC}, Article 48`),
  screen('/learning', 'learning', 'learning.work', `${UCC}, Article 46(3)`),
  screen('/learning/courses', 'courses', 'learning.set', `${UCC}, Article 46(3)`),
  screen('/supervision', 'supervision', 'clearance.supervise'),
  screen('/capacity', 'capacity', 'capacity.read', `${UCC}, Article 46(3)`),
  screen('/risk', 'risk', 'statistics.read', RISK),
  screen('/risk/effectiveness', 'effectiveness', 'statistics.read', `${UCC}, Article 46(3)`),
  screen('/risk/sample', 'sample', 'statistics.read', `${UCC}, Article 46(2)`),
  screen('/risk/model', 'model', 'model.read', `${UCC}, Article 46(2); ${GDPR}, Article 22`),
  screen('/risk/dismissals', 'dismissals', 'screening.read', `${GDPR}, Article 5(1)(d)`),
  screen('/profiles', 'profiles', 'profile.read', RISK),
  screen('/profiles/lists', 'profileLists', 'profile.read', RISK),
  screen('/policy', 'policy', 'policy.read', `${UCC}; ${VAT}`),
  screen('/policy/change', 'policyChange', 'policy.read', `${UCC}; ${VAT}`),
  screen('/policy/instruments', 'instruments', 'policy.read', `${UCC}; ${VAT}`),
  screen('/policy/simulations', 'simulations', 'simulation.read'),
  screen('/revenue', 'revenue', 'revenue.measure', `${UCC}, Articles 77 to 126`),
  screen('/revenue/accounts', 'accounts', 'revenue.read', `${UCC}, Articles 89 to 111`),
  screen('/revenue/payments', 'payments', 'revenue.collect', `${UCC}, Articles 108 to 111`),
  screen('/revenue/disputes', 'disputes', 'revenue.read', `${UCC}, Articles 44, 45 and 116`),
  screen('/revenue/reconciliation', 'reconciliation', 'revenue.read', `${VAT}, Articles 369l to 369x`),
  screen('/statistics', 'statistics', 'statistics.read', STATISTICS),
  screen('/statistics/explore', 'explore', 'statistics.read', STATISTICS),
  screen('/statistics/items', 'items', 'statistics.read', STATISTICS),
  screen('/statistics/dashboards', 'dashboards', 'statistics.read', STATISTICS),
  screen('/statistics/anomalies', 'anomalies', 'statistics.read', STATISTICS),
  screen('/statistics/definitions', 'definitions', 'statistics.read', STATISTICS),
  screen('/statistics/report', 'report', 'statistics.read', STATISTICS),
  screen('/publications', 'publications', 'publication.read', 'Regulation (EC) No 223/2009, Articles 2 and 20'),
  screen('/submissions', 'submissions', 'intake.read', `${UCC}, Articles 127 and 158`),
  screen('/submissions/upload', 'upload', 'intake.submit', `${UCC}, Articles 6 and 158`),
  screen('/submissions/*/columns', 'columns', 'intake.map', `${UCC}, Article 6`),
  screen('/submissions/*/undo', 'undo', 'intake.undo', `${UCC}, Article 174`),
  screen('/quarantine', 'quarantine', 'intake.mend', `${UCC}, Articles 15 and 173`),
  screen('/quality', 'quality', 'quality.read', `${UCC}, Article 15(2)`),
  screen(
    '/scorecard',
    'scorecard',
    'quality.read',
    'World Customs Organization, Luxor Resolution of 2017, parts I and VII',
  ),
  screen('/memoranda', 'memoranda', 'memorandum.read', `${UCC}, Article 12; ${GDPR}, Article 6`),
  screen('/cooperation', 'cooperation', 'cooperation.read', ASSISTANCE),
  screen('/cooperation/administrations/*/ask', 'matching', 'cooperation.prepare', `${ASSISTANCE}; ${GDPR}, Article 25`),
  screen('/cooperation/administrations/*/prepare', 'preparing', 'cooperation.prepare', ASSISTANCE),
  screen('/cooperation/packages', 'packages', 'cooperation.read', ASSISTANCE),
  screen('/resolution', 'resolution', 'resolution.read', 'World Customs Organization, Luxor Resolution of 2017'),
  screen('/tracking', 'tracking', 'consignment.track', `${UCC}, Article 14`),
  screen('/holds', 'holds', 'agency.read', 'Regulation (EU) 2019/1020, Articles 26 to 28'),
  screen('/webhooks', 'webhooks', 'webhook.read', `${UCC}, Article 6`),
  screen('/keys', 'keys', 'consignment.track', `${UCC}, Article 6`),
  screen('/team', 'team', 'partner.team'),
  screen('/account', 'account', 'identity.self', `${GDPR}, Article 32`),
  screen('/audit', 'audit', 'audit.read', `${GDPR}, Articles 5(2) and 32`),
  screen('/privacy', 'privacy', 'privacy.read', `${GDPR}, Articles 5(1)(e) and 17`),
  screen('/privacy/access', 'subjectAccess', 'privacy.read', `${GDPR}, Article 15`),
  screen('/privacy/browsing', 'browsing', 'privacy.read', `${GDPR}, Article 32(4)`),
  screen('/privacy/holds', 'legalHolds', 'privacy.read', `${GDPR}, Articles 17(3)(e) and 18`),
  screen('/privacy/looks', 'looks', 'privacy.read', `${GDPR}, Article 5(2)`),
  screen('/privacy/register', 'columnRegister', 'privacy.read', `${GDPR}, Article 30`),
  screen('/admin/users', 'users', 'admin.users', `${GDPR}, Article 32`),
  screen('/admin/partners', 'partners', 'admin.partners', `${UCC}, Article 6`),
  screen('/admin/reference', 'reference', 'reference.read', 'Regulation (EEC) No 2658/87'),
  screen('/help', 'help', 'identity.self'),
];

const segmentsOf = (path: string) => path.split('/').filter(Boolean);

/** The help of an address: the entry that names most of it; null where no section of the desk is. */
export function screenOf(path: string): Screen | null {
  const asked = segmentsOf(path);
  const fitting = SCREENS.filter((one) => {
    const own = segmentsOf(one.path);
    return own.length <= asked.length && own.every((segment, place) => segment === '*' || segment === asked[place]);
  });
  return fitting.reduce<Screen | null>(
    (most, one) => (most && segmentsOf(most.path).length >= segmentsOf(one.path).length ? most : one),
    null,
  );
}
