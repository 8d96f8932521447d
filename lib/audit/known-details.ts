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
export type KnownDetails = {
  'clearance.claim': { claimNumber: number };
  'clearance.give_back': { claimNumber: number };
  'clearance.skip': { claimNumber: number; ground: string };
  'clearance.snooze': { claimNumber: number; ground: string; waitsFor: string; putOffUntil: string };
  'clearance.reassign': { from: string | null; to: string | null; claimNumber: number; handOverId?: string };
  'clearance.transfer': StandingChange & { ground: string; fromOffice: string; toOffice: string };
  /** `batchId` names what was released together. */
  'clearance.release': StandingChange & {
    decisionId: string;
    kind: string;
    ground: string;
    batchId?: string;
    acknowledged?: readonly string[];
  };
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
    acknowledged?: readonly string[];
  };
  'clearance.view_proposal': { decisionId: string };
  'clearance.confirm': StandingChange & { decisionId: string; kind: string; acknowledged?: readonly string[] };
  'clearance.reject': StandingChange & { decisionId: string; kind: string };
  'clearance.undo': StandingChange & { decisionId: string; kind: string };
  'clearance.take_look': { lookId: string };
  'clearance.answer_look': { lookId: string; answer: string; lookReason: string | null };
  'clearance.draw_audits': {
    drawId: string;
    from: string;
    to: string;
    consignments: number;
    among: number;
    probability: string;
  };
  'clearance.select_for_audit': StandingChange & { postAuditId: string };
  'clearance.take_audit': StandingChange & { postAuditId: string };
  'clearance.ask_for_audit': StandingChange & {
    postAuditId: string;
    referralId: string;
    dueAt: string;
    wordsIn: 'questions';
  };
  'clearance.record_audit': StandingChange & {
    postAuditId: string;
    resultCode: string;
    corrected?: readonly string[];
    extraChargesMinor?: string;
    extraChargesOpen?: boolean;
  };
  'clearance.end_audit': { postAuditId: string; endedAs: string };
  'clearance.withdraw': StandingChange & { submissionId: string; version: number };
  'consignment.view': { version: number };
  'consignment.reveal': { version: number; fields: readonly string[] };
  'consignment.attach': StandingChange & {
    attachmentId: string;
    kind: string;
    mediaType: string;
    sizeBytes: number;
    /** Of what was received; `keptSha256` where that is kept without what stood beside its picture. */
    sha256: string;
    keptSha256?: string;
    referralId?: string;
  };
  'consignment.open_attachment': { attachmentId: string; kind: string };
  'consignment.reveal_attachment': { attachmentId: string; kind: string };
  /** `bytesKept`: another attachment still shows the same bytes. */
  'consignment.erase_attachment': { attachmentId: string; kind: string; sha256: string; bytesKept: boolean };
};
