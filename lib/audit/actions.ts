/**
 * Everything the audit log can tell, as a closed list: every write and every look at personal data. The name is the permission's
 * or the command's. Stored rows carry these names for years: add, never rename.
 */
export const AUDIT_ACTIONS = [
  'intake.submit',
  'intake.refuse',
  'intake.process',
  'intake.replay',
  'intake.supersede',
  'intake.discard',
  'intake.undo',
  'intake.retry',
  'intake.save_layout',
  'intake.retire_layout',
  'intake.export_problems',
  'intake.view_sent',
  'intake.download_sent',
  'consignment.view',
  'consignment.reveal',
  'consignment.attach',
  'consignment.open_attachment',
  'consignment.reveal_attachment',
  'consignment.search',
  'consignment.export',
  'consignment.track',
  'clearance.claim',
  'clearance.keep_claim',
  'clearance.give_back',
  'clearance.skip',
  'clearance.snooze',
  'clearance.wake',
  'clearance.reassign',
  'clearance.transfer',
  'clearance.hand_over',
  'clearance.confirm_hand_over',
  'clearance.withdraw_hand_over',
  'clearance.return_leases',
  'clearance.release',
  'clearance.release_by_lane',
  'clearance.reselect',
  'clearance.limit_together',
  'clearance.release_together',
  'clearance.propose_together',
  'clearance.confirm_together',
  'clearance.reject_together',
  'clearance.withdraw_together',
  'clearance.hold',
  'clearance.lift',
  'agency.read',
  'agency.answer',
  'agency.reveal',
  'clearance.refer',
  'clearance.answer',
  'clearance.withdraw_referral',
  'clearance.examine',
  'clearance.record_result',
  'clearance.state_duty',
  'clearance.decide',
  'clearance.propose',
  'clearance.record_exhibit',
  'clearance.move_exhibit',
  'clearance.view_proposal',
  'clearance.confirm',
  'clearance.reject',
  // Of proposals while seizures were the only ones.
  'clearance.propose_seizure',
  'clearance.confirm_seizure',
  'clearance.reject_seizure',
  'clearance.undo',
  'clearance.withdraw',
  'clearance.gave_way',
  'clearance.given_slot',
  'clearance.control_changed',
  'capacity.set',
  'statistics.export',
  'statistics.recompute',
  'policy.load',
  'policy.preview_load',
  'policy.discard_load',
  'policy.enter_instrument',
  'policy.propose',
  'policy.approve',
  'policy.refuse',
  'policy.withdraw',
  'policy.annul',
  'profile.try',
  'profile.save_draft',
  'profile.propose',
  'profile.approve',
  'profile.refuse',
  'profile.activate',
  'profile.suspend',
  'profile.resume',
  'profile.retire',
  'profile.discard_draft',
  'profile.mute',
  'profile.lift_mute',
  'profile.ask_back_test',
  'profile.cancel_back_test',
  'profile.end_back_test',
  'profile.create_list',
  'profile.save_list',
  'profile.approve_list',
  'profile.refuse_list',
  'model.train',
  'model.cancel_training',
  'model.trained',
  'model.too_few',
  'model.fail_training',
  'model.shadow',
  'model.promote',
  'model.roll_back',
  'model.retire',
  'screening.dismiss',
  'screening.withdraw_dismissal',
  'identity.sign_in',
  'identity.sign_in_failed',
  'identity.sign_out',
  'identity.end_sessions',
  'identity.change_password',
  'identity.switch_office',
  'identity.change_preferences',
  'admin.create_user',
  'admin.change_user',
  'admin.disable_user',
  'admin.reset_password',
  'admin.enable_user',
  'admin.create_partner',
  'admin.change_partner',
  'admin.create_key',
  'admin.revoke_key',
  'webhook.create',
  'webhook.change',
  'webhook.disable',
  'webhook.enable',
  'webhook.new_secret',
  'webhook.test',
  'webhook.send_again',
  'sandbox.submit',
  'sandbox.create_key',
  'sandbox.revoke_key',
  'audit.export',
  'attempt.refused',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const AUDIT_SUBJECTS = [
  'consignment',
  'submission',
  'layout',
  'user',
  'session',
  'partner',
  'api_key',
  'webhook',
  'office',
  'policy',
  'policy_change',
  'instrument',
  'statistics',
  'profile',
  'profile_list',
  'model',
  'permission',
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

type Fact = string | number | boolean | null;
/** Codes, figures and identifiers; never personal data, which the log must outlive. */
export type AuditDetails = Readonly<Record<string, Fact | readonly Fact[] | Readonly<Record<string, Fact>>>>;

/** What every change to a clearance notes: where it stood, where it stands, and the version of the row the officer saw. */
export type StandingChange = {
  readonly before: Readonly<Record<string, Fact>>;
  readonly after: Readonly<Record<string, Fact>>;
  readonly rowVersion: number;
};

/** Details that readers of the log rely on; actions not named here carry any `AuditDetails`. */
type KnownDetails = {
  'clearance.claim': { claimNumber: number };
  'clearance.give_back': { claimNumber: number };
  'clearance.skip': { claimNumber: number; ground: string };
  'clearance.snooze': { claimNumber: number; ground: string; waitsFor: string; putOffUntil: string };
  'clearance.reassign': { from: string | null; to: string | null; claimNumber: number; handOverId?: string };
  'clearance.transfer': StandingChange & { ground: string; fromOffice: string; toOffice: string };
  /** `batchId` names what was released together. */
  'clearance.release': StandingChange & { decisionId: string; kind: string; ground: string; batchId?: string };
  'clearance.limit_together': Omit<StandingChange, 'rowVersion'> & { revision: number };
  'clearance.hold': StandingChange & { holdId: string; ground: string; agency?: string; dueAt?: string };
  'clearance.lift': StandingChange & { holdId: string };
  'agency.read': { holdId: string };
  'agency.answer': StandingChange & { holdId: string; agency: string; verdict: string };
  'agency.reveal': { holdId: string; version: number; fields: readonly string[] };
  'clearance.refer': StandingChange & { referralId: string; type: string; dueAt: string; wordsIn: 'questions' };
  'clearance.withdraw_referral': StandingChange & { referralId: string; type: string };
  'clearance.answer': StandingChange & { referralId: string; wordsIn: 'questions' };
  'clearance.examine': StandingChange & { examinationId: string; kind: string };
  'clearance.record_result': StandingChange & {
    examinationId: string;
    resultCode: string;
    /** Each as `correctionText` writes it. */
    corrected?: readonly string[];
    extraChargesMinor?: string;
    extraChargesOpen?: boolean;
  };
  'clearance.state_duty': StandingChange & {
    dutyId: string;
    item: number;
    amountMinor: string;
    extraChargesMinor?: string;
    extraChargesOpen?: boolean;
  };
  'clearance.decide': StandingChange & { decisionId: string; kind: string; ground: string };
  'clearance.propose': StandingChange & {
    decisionId: string;
    kind: string;
    ground: string;
    secondRule?: string;
    batchId?: string;
  };
  'clearance.view_proposal': { decisionId: string };
  'clearance.confirm': StandingChange & { decisionId: string; kind: string };
  'clearance.reject': StandingChange & { decisionId: string; kind: string };
  'clearance.undo': StandingChange & { decisionId: string; kind: string };
  'clearance.withdraw': StandingChange & { submissionId: string; version: number };
  'consignment.view': { version: number };
  'consignment.reveal': { version: number; fields: readonly string[] };
  'consignment.attach': StandingChange &
    OfAttachment & { mediaType: string; sizeBytes: number; sha256: string; referralId?: string };
  'consignment.open_attachment': OfAttachment;
  'consignment.reveal_attachment': OfAttachment;
};

type OfAttachment = { attachmentId: string; kind: string };

/** One row to write: the details each action must carry are checked by the compiler. */
export type AuditEntry<Action extends AuditAction = AuditAction> = {
  readonly [Name in Action]: {
    readonly action: Name;
    readonly subjectType: AuditSubject;
    readonly subjectId: string;
    readonly details?: Name extends keyof KnownDetails ? KnownDetails[Name] : AuditDetails;
    readonly reason?: string | null;
    /** Office concerned; the actor's own when absent. */
    readonly officeId?: string | null;
  };
}[Action];
