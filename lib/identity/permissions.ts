import { ForbiddenError } from '@/lib/kernel/errors';
import type { Actor } from './actor';
import { isWithinScopes } from './key-scopes';
import type { ActingRole } from './roles';

/** The permission table: one row a verb, the roles that carry it. `system` is the worker and the start-up, `sandbox` a partner's key for trials. */
export const PERMISSIONS = {
  'intake.submit': ['partner', 'admin', 'system'],
  'intake.process': ['system', 'partner', 'admin'],
  /** To try again at once what failed for a fault of ours, and to see what failed. */
  'intake.retry': ['supervisor', 'admin'],
  'intake.undo': ['partner', 'supervisor', 'admin'],
  /** How files that are not in our columns are read: for whoever may upload. */
  'intake.map': ['partner', 'admin'],
  /** The bytes of a whole submission as they were sent. */
  'intake.download': ['partner', 'auditor', 'admin'],
  'intake.mend': ['partner', 'supervisor', 'admin'],
  'intake.read': ['partner', 'officer', 'supervisor', 'risk_manager', 'auditor', 'admin'],
  /** Data quality of partners; a partner sees its own. */
  'quality.read': ['partner', 'supervisor', 'risk_manager', 'auditor', 'admin'],
  'consignment.read': ['officer', 'supervisor', 'risk_manager', 'auditor'],
  'consignment.track': ['partner'],
  /** A risk manager tells a listed party from another by the words of its name. */
  'consignment.reveal': ['officer', 'supervisor', 'risk_manager', 'auditor'],
  /** To keep a picture or a paper with a consignment, and to open one. */
  'consignment.attach': ['partner', 'officer', 'supervisor', 'system'],
  'consignment.open_attachment': ['partner', 'officer', 'supervisor', 'risk_manager', 'auditor', 'agency'],
  /** To open for a stated reason one that names people. */
  'consignment.reveal_attachment': ['officer', 'supervisor', 'risk_manager', 'auditor', 'agency'],
  /** To take one away for good: evidence, and what may never have been kept. */
  'consignment.erase_attachment': ['supervisor'],
  'clearance.queue': ['officer', 'supervisor', 'system'],
  'clearance.claim': ['officer', 'supervisor'],
  'clearance.reassign': ['supervisor'],
  /** To hand a consignment over to another office. */
  'clearance.transfer': ['officer', 'supervisor', 'system'],
  /** To hand the own work over at the end of a shift; that of a whole office takes `clearance.reassign` too. */
  'clearance.hand_over': ['officer', 'supervisor'],
  'clearance.release': ['officer', 'supervisor', 'system'],
  /** How many, and up to which score, an office lets leave together. */
  'clearance.limit_together': ['supervisor', 'risk_manager'],
  'clearance.hold': ['officer', 'supervisor', 'system'],
  'clearance.lift': ['officer', 'supervisor', 'system'],
  /** To leave words for colleagues. */
  'clearance.comment': ['officer', 'supervisor'],
  'clearance.refer': ['officer', 'supervisor', 'system'],
  'clearance.answer': ['partner', 'officer', 'supervisor', 'system'],
  'clearance.examine': ['officer', 'supervisor', 'system'],
  'clearance.record_result': ['officer', 'supervisor', 'system'],
  'clearance.state_duty': ['officer', 'supervisor', 'system'],
  /** What becomes of goods that are not released: detained, refused, sent back, abandoned, destroyed. */
  'clearance.decide': ['officer', 'supervisor', 'system'],
  'clearance.seize': ['officer', 'supervisor', 'system'],
  'clearance.confirm': ['officer', 'supervisor', 'system'],
  'clearance.undo': ['officer', 'supervisor'],
  /** To enter what came in of an appeal; its outcome is another's to enter than the decision's. */
  'appeal.lodge': ['officer', 'supervisor'],
  'appeal.decide': ['supervisor'],
  /** To look again, without knowing the first decision, at what was drawn for it. */
  'clearance.second_look': ['officer', 'supervisor'],
  /** To audit what left, after it left; which of it is drawn is for who supervises. */
  'clearance.post_audit': ['officer', 'supervisor'],
  'clearance.draw_audits': ['supervisor'],
  /** Which agencies there are is for who places holds and makes accounts; the rest is what the people of an agency may. */
  'agency.list': ['officer', 'supervisor', 'admin'],
  'agency.read': ['agency'],
  'agency.answer': ['agency'],
  'agency.reveal': ['agency'],
  'clearance.supervise': ['supervisor', 'auditor'],
  /** How many controls an office has hands for, and who competes for them. */
  'capacity.read': ['supervisor', 'risk_manager', 'auditor'],
  'capacity.set': ['supervisor', 'risk_manager'],
  'statistics.read': ['analyst', 'supervisor', 'risk_manager', 'auditor'],
  'statistics.export': ['analyst', 'supervisor', 'risk_manager', 'auditor'],
  'statistics.fold': ['system'],
  /** To judge the days that are over, and to say that one knows of a day that was found unusual. */
  'statistics.judge': ['system'],
  'statistics.acknowledge': ['analyst', 'supervisor', 'risk_manager'],
  /** To keep a question under a name, and to show it to the people of one's offices. */
  'statistics.keep_view': ['analyst', 'supervisor', 'risk_manager', 'auditor'],
  'statistics.remark': ['analyst', 'supervisor', 'risk_manager'],
  /** Vintages with what is hidden in them, and their releases; what is published is for everybody. */
  'publication.read': ['analyst', 'supervisor', 'risk_manager', 'auditor'],
  'publication.freeze': ['system'],
  /** A release is prepared by one person and approved by another. */
  'publication.prepare': ['analyst'],
  'publication.approve': ['analyst', 'supervisor'],
  'publication.publish': ['system'],
  /** Accounts, statements and revenue measures; a partner sees its own accounts. */
  'revenue.read': ['supervisor', 'risk_manager', 'analyst', 'partner', 'auditor'],
  /** What the administration gets, of all accounts together. */
  'revenue.measure': ['supervisor', 'risk_manager', 'analyst', 'auditor'],
  /** To set guarantees, enter payments, and issue statements. */
  'revenue.collect': ['supervisor'],
  /** Pay money back, and confirm what another asked for. */
  'revenue.refund': ['supervisor'],
  'revenue.post': ['system'],
  'policy.read': ['risk_manager', 'supervisor', 'auditor', 'analyst', 'officer'],
  'policy.load': ['admin', 'system'],
  /** A change of the policy is written by one person and decided by another. */
  'policy.write': ['risk_manager'],
  'policy.decide': ['risk_manager', 'supervisor'],
  /** To read what the past would have been under another law: for who reads statistics, since it tells of marketplaces and controls. */
  'simulation.read': ['risk_manager', 'analyst', 'supervisor', 'auditor'],
  /** To ask: slots and profiles are for who reads those, too. */
  'simulation.write': ['risk_manager', 'analyst', 'supervisor'],
  'simulation.work': ['system'],
  'profile.read': ['risk_manager', 'supervisor', 'auditor'],
  /** Profiles are written by one person and decided by another. */
  'profile.write': ['risk_manager'],
  'profile.decide': ['risk_manager', 'supervisor'],
  'profile.back_test': ['system'],
  'model.read': ['risk_manager', 'supervisor', 'analyst', 'auditor'],
  /** A model is trained by one person and promoted by another. */
  'model.train': ['risk_manager'],
  'model.decide': ['risk_manager', 'supervisor'],
  'model.work': ['system'],
  /** To say that a party is not the listed one it resembles: from then on it is not selected for it. */
  'screening.dismiss': ['supervisor', 'risk_manager'],
  'screening.read': ['supervisor', 'risk_manager', 'auditor'],
  'reference.read': ['admin', 'auditor', 'system'],
  'audit.read': ['auditor'],
  /** What personal data there are, what was erased of them, who looked at them and why. */
  'privacy.read': ['admin', 'auditor'],
  /** To say that something must not be erased; another person lifts it. */
  'privacy.hold': ['supervisor', 'admin'],
  /** To tell a person what is held of them, and to record what they say of it. */
  'privacy.answer': ['admin'],
  /** To say that one knows why somebody looked at so many people. */
  'privacy.acknowledge': ['admin', 'auditor'],
  'privacy.erase': ['system'],
  'privacy.judge': ['system'],
  'audit.seal': ['system'],
  /** How the product itself is: backlogs, workers, background jobs. */
  'operation.beat': ['system'],
  'operation.watch': ['system'],
  /** A sandbox key carries these two and `identity.touch`: what it sends is judged and forgotten. */
  'sandbox.submit': ['sandbox'],
  'sandbox.read': ['sandbox'],
  'sandbox.keys': ['partner', 'admin'],
  'sandbox.expire': ['system'],
  /** Trust in a partner is proposed by one person and decided by another; a partner reads its own. */
  'trust.read': ['partner', 'supervisor', 'risk_manager', 'auditor'],
  'trust.propose': ['supervisor', 'risk_manager'],
  'trust.decide': ['supervisor', 'risk_manager'],
  'trust.suspend': ['supervisor', 'risk_manager'],
  /** What is shared with whom; a partner and an agency read what is shared with them. */
  'memorandum.read': ['partner', 'agency', 'supervisor', 'risk_manager', 'auditor', 'admin'],
  'memorandum.write': ['supervisor'],
  /** What is exchanged with other administrations: prepared, received and taken over by one person, approved by another. */
  'cooperation.read': ['risk_manager', 'supervisor', 'auditor'],
  'cooperation.prepare': ['risk_manager'],
  'cooperation.decide': ['supervisor'],
  /** To fetch the file of a package, which then leaves the house. */
  'cooperation.fetch': ['risk_manager', 'supervisor'],
  'cooperation.match': ['system'],
  'cooperation.seal': ['system'],
  /** To work courses: nothing that is done there touches a consignment. They are set by who supervises. */
  'learning.work': ['officer', 'supervisor', 'risk_manager'],
  'learning.set': ['supervisor'],
  /** How far the administration has come with the resolution, and what it plans. */
  'resolution.read': ['officer', 'supervisor', 'risk_manager', 'analyst', 'auditor', 'admin'],
  'resolution.plan': ['supervisor', 'risk_manager'],
  /** To count the months that scorecards rest on. */
  'partner.count_months': ['system'],
  /** To change a key for a new one; a partner changes its own. */
  'partner.rotate_key': ['partner', 'admin'],
  /** The people of a partner, by themselves. */
  'partner.team': ['partner'],
  'admin.users': ['admin'],
  /** To make the account of the first administrator: who runs the machine, before anybody can sign in. */
  'admin.first': ['system'],
  'admin.partners': ['admin'],
  'webhook.read': ['partner', 'admin'],
  'webhook.manage': ['partner', 'admin'],
  'webhook.deliver': ['system'],
  /** To have it noted that one's own session or key was used. */
  'identity.touch': [
    'officer',
    'supervisor',
    'risk_manager',
    'analyst',
    'partner',
    'agency',
    'auditor',
    'admin',
    'sandbox',
  ],
  'identity.self': ['officer', 'supervisor', 'risk_manager', 'analyst', 'partner', 'agency', 'auditor', 'admin'],
} as const satisfies Record<string, readonly ActingRole[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether the actor's role carries the permission, and where it is a key, one of its scopes. Office and partner scope is checked in the SQL of each query. */
export function can(actor: Pick<Actor, 'role' | 'scopes'>, permission: Permission): boolean {
  const isOfRole = (PERMISSIONS[permission] as readonly string[]).includes(actor.role);
  return isOfRole && (actor.scopes === undefined || isWithinScopes(actor.scopes, permission));
}

/** First line of every query and command. @throws ForbiddenError */
export function authorise(actor: Actor, permission: Permission): void {
  if (!can(actor, permission)) throw new ForbiddenError(permission);
}
