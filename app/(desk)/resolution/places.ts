import { routes } from '@/app/_server/routes';
import type { Permission } from '@/lib/identity/permissions';
import type { ResolutionPlace } from '@/lib/partnership/resolution';

/** Where the product does something for the resolution, by the word the map has for it; the public pages are for everybody. */
export const LINKS = {
  submissions: { href: routes.submissions(), permission: 'intake.read' },
  helpRecord: { href: routes.helpRecord(), permission: 'identity.self' },
  quality: { href: routes.quality(), permission: 'quality.read' },
  scorecards: { href: routes.scorecard(), permission: 'quality.read' },
  risk: { href: routes.risk(), permission: 'statistics.read' },
  profiles: { href: routes.profiles(), permission: 'profile.read' },
  model: { href: routes.model(), permission: 'model.read' },
  queue: { href: routes.queue(), permission: 'clearance.queue' },
  capacity: { href: routes.capacity(), permission: 'capacity.read' },
  search: { href: routes.search(), permission: 'consignment.read' },
  postAudits: { href: routes.postAudits(), permission: 'clearance.post_audit' },
  memoranda: { href: routes.memoranda(), permission: 'memorandum.read' },
  revenue: { href: routes.accounts(), permission: 'revenue.read' },
  policy: { href: routes.policy(), permission: 'policy.read' },
  statistics: { href: routes.statistics(), permission: 'statistics.read' },
  publications: { href: routes.publications(), permission: 'publication.read' },
  public: { href: routes.publicHome(), permission: 'identity.self' },
  audit: { href: routes.audit(), permission: 'audit.read' },
  cooperation: { href: routes.cooperation(), permission: 'cooperation.read' },
  learning: { href: routes.learning(), permission: 'learning.work' },
  help: { href: routes.help(), permission: 'identity.self' },
} as const satisfies Record<string, { href: string; permission: Permission }>;
export type LinkName = keyof typeof LINKS;

/** Where each principle and standard is carried out; nothing where the product has no place for it. */
export const LINKS_OF: Readonly<Record<ResolutionPlace, readonly LinkName[]>> = {
  p1: ['submissions', 'quality', 'profiles', 'model'],
  p2: ['queue', 'capacity', 'scorecards'],
  p3: ['search', 'risk', 'profiles'],
  p4: ['revenue', 'policy'],
  p5: ['statistics', 'risk', 'publications'],
  p6: ['scorecards', 'memoranda', 'cooperation'],
  p7: ['public', 'learning', 'help'],
  p8: ['policy', 'audit'],
  s1: ['policy', 'submissions', 'audit'],
  s2: ['helpRecord', 'submissions'],
  s3: ['profiles', 'model', 'risk', 'capacity'],
  s4: ['search', 'risk'],
  s5: ['queue', 'postAudits'],
  s6: ['scorecards'],
  s7: ['revenue', 'policy'],
  s8: ['policy'],
  s9: ['profiles', 'search', 'risk'],
  s10: ['memoranda', 'search'],
  s11: ['scorecards', 'memoranda'],
  s12: ['cooperation'],
  s13: ['public', 'help'],
  s14: ['statistics', 'publications'],
  s15: ['model', 'risk'],
  dq: ['quality', 'scorecards'],
};
