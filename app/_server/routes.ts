import type { Route } from 'next';

type Query = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** A path with its query; empty values are left out, lists repeat their name. */
function href(path: string, query: Query = {}): Route {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined && one !== '') search.append(name, String(one));
    }
  }
  const text = search.toString();
  return (text ? `${path}?${text}` : path) as Route;
}

const segment = encodeURIComponent;

/** Every address of the application; no page or component writes one by hand. */
export const routes = {
  home: () => href('/'),
  signIn: (callbackUrl?: string) => href('/sign-in', { callbackUrl: callbackUrl === '/' ? null : callbackUrl }),
  queue: (query?: Query) => href('/queue', query),
  batch: (id: string) => href(`/queue/together/${segment(id)}`),
  consignment: (id: string, query?: Query) => href(`/consignments/${segment(id)}`, query),
  notice: (id: string, decisionId: string) => href(`/consignments/${segment(id)}/notices/${segment(decisionId)}`),
  secondLook: (id: string) => href(`/consignments/${segment(id)}/second-look`),
  secondLooks: () => href('/second-looks'),
  ownActs: () => href('/own-acts'),
  postAudits: () => href('/post-audits'),
  learning: () => href('/learning'),
  attempt: (id: string, query?: Query) => href(`/learning/${segment(id)}`, query),
  exercise: (id: string) => href(`/learning/${segment(id)}/profile`),
  courses: () => href('/learning/courses'),
  newCourse: () => href('/learning/courses/new'),
  course: (id: string) => href(`/learning/courses/${segment(id)}`),
  consignmentLinks: (id: string, query?: Query) => href(`/consignments/${segment(id)}/links`, query),
  appeals: (id: string) => href(`/consignments/${segment(id)}/appeals`),
  disputes: () => href('/revenue/disputes'),
  consignmentCustody: (id: string) => href(`/consignments/${segment(id)}/custody`),
  /** Where officers send files, and where each is opened. */
  attachments: (id: string) => href(`/api/consignments/${segment(id)}/attachments`),
  attachment: (id: string, attachmentId: string) =>
    href(`/api/consignments/${segment(id)}/attachments/${segment(attachmentId)}`),
  search: (query?: Query) => href('/search', query),
  submissions: (query?: Query) => href('/submissions', query),
  submission: (id: string, query?: Query) => href(`/submissions/${segment(id)}`, query),
  submissionColumns: (id: string) => href(`/submissions/${segment(id)}/columns`),
  sentFile: (id: string) => href(`/api/v1/submissions/${segment(id)}/sent`),
  problems: (id: string) => href(`/api/v1/submissions/${segment(id)}/problems.csv`),
  undoSubmission: (id: string) => href(`/submissions/${segment(id)}/undo`),
  quarantine: (query?: Query) => href('/quarantine', query),
  refusedRecord: (submissionId: string, record: number, query?: Query) =>
    href(`/quarantine/${segment(submissionId)}/${record}`, query),
  template: () => '/api/template',
  upload: (part?: string) => href(part ? `/submissions/upload#${part}` : '/submissions/upload'),
  tracking: (query?: Query) => href('/tracking', query),
  trackedConsignment: (reference: string) => href(`/tracking/${segment(reference)}`),
  responseDocument: (reference: string, which: string) =>
    href(`/api/v1/consignments/${segment(reference)}/responses/${segment(which)}`),
  /** The same for the partner of the consignment. */
  ownAttachments: (reference: string) => href(`/api/v1/consignments/${segment(reference)}/attachments`),
  ownAttachment: (reference: string, attachmentId: string) =>
    href(`/api/v1/consignments/${segment(reference)}/attachments/${segment(attachmentId)}`),
  /** Of the reader's agency. */
  agencyHolds: (query?: Query) => href('/holds', query),
  agencyHold: (consignmentId: string, holdId: string) => href(`/holds/${segment(consignmentId)}/${segment(holdId)}`),
  webhooks: () => href('/webhooks'),
  webhook: (id: string, query?: Query) => href(`/webhooks/${segment(id)}`, query),
  webhookDelivery: (id: string, deliveryId: string) => href(`/webhooks/${segment(id)}/${segment(deliveryId)}`),
  supervision: (query?: Query) => href('/supervision', query),
  handOvers: (query?: Query) => href('/hand-over', query),
  handOver: (id: string) => href(`/hand-over/${segment(id)}`),
  capacity: (query?: Query) => href('/capacity', query),
  risk: (query?: Query) => href('/risk', query),
  effectiveness: (query?: Query) => href('/risk/effectiveness', query),
  randomSample: (query?: Query) => href('/risk/sample', query),
  model: (query?: Query) => href('/risk/model', query),
  dismissals: () => href('/risk/dismissals'),
  /** Of all consignments; an id behind it opens one. */
  consignments: () => href('/consignments'),
  profiles: () => href('/profiles'),
  newProfile: () => href('/profiles/new'),
  profile: (id: string, query?: Query) => href(`/profiles/${segment(id)}`, query),
  profileTrial: (query?: Query) => href('/api/profiles/trial', query),
  profileCodes: () => href('/api/profiles/codes'),
  profileLists: () => href('/profiles/lists'),
  newProfileList: () => href('/profiles/lists/new'),
  profileList: (key: string) => href(`/profiles/lists/${segment(key)}`),
  statistics: (query?: Query) => href('/statistics', query),
  explore: (query?: Query) => href('/statistics/explore', query),
  dashboard: (name: string, query?: Query) => href(`/statistics/dashboards/${segment(name)}`, query),
  report: (query?: Query) => href('/statistics/report', query),
  anomalies: (query?: Query) => href('/statistics/anomalies', query),
  /** What every figure counts; with a figure, the place where that one is told. */
  definitions: (figure?: string) =>
    href(figure ? `/statistics/definitions#${segment(figure)}` : '/statistics/definitions'),
  statisticsItems: (query?: Query) => href('/statistics/items', query),
  statisticsExport: (dataset: string, query?: Query) => href(`/api/exports/${segment(dataset)}`, query),
  publications: (query?: Query) => href('/publications', query),
  publication: (month: string, vintage: number) => href(`/publications/${segment(month)}/${vintage}`),
  /** What everybody may read and ask, signed in or not. */
  publicHome: () => href('/public'),
  publicParcel: () => href('/public/parcel'),
  publicCosts: (query?: Query) => href('/public/costs', query),
  publicGoods: (query?: Query) => href('/public/goods', query),
  publicDecisions: (part?: string) => href(part ? `/public/decisions#${part}` : '/public/decisions'),
  publicAccessibility: () => href('/public/accessibility'),
  publicLicence: () => href('/public/licence'),
  publicPrivacy: () => href('/public/privacy'),
  published: () => href('/published'),
  publishedFeed: () => '/published/feed',
  publishedMail: () => href('/published/mail'),
  publishedMailOf: (key: string) => href(`/published/mail/${segment(key)}`),
  publishedDataset: (dataset: string, query?: Query) => href(`/published/${segment(dataset)}`, query),
  publishedVintage: (dataset: string, month: string, vintage: number, query?: Query) =>
    href(`/published/${segment(dataset)}/${segment(month)}/${vintage}`, query),
  publishedSpan: (dataset: string, kind: 'quarter' | 'year', span: string, query?: Query) =>
    href(`/published/${segment(dataset)}/${kind}/${segment(span)}`, query),
  publishedSpanFile: (dataset: string, kind: 'quarter' | 'year', span: string, query?: Query) =>
    href(`/published/${segment(dataset)}/${kind}/${segment(span)}/csv`, query),
  publishedMethod: (part?: string) => href(part ? `/published/method#${part}` : '/published/method'),
  publishedApi: (dataset: string, query?: Query) => href(`/api/v1/statistics/${segment(dataset)}`, query),
  publishedStructure: (dataset: string) => href(`/api/v1/statistics/${segment(dataset)}/structure`),
  revenue: (query?: Query) => href('/revenue', query),
  accounts: () => href('/revenue/accounts'),
  operatorAccount: (number: string) => href(`/revenue/accounts/${segment(number)}`),
  statement: (number: string, month: string) => href(`/revenue/accounts/${segment(number)}/${segment(month)}`),
  statementFile: (number: string, month: string, format: 'csv' | 'pdf') =>
    href(`/api/revenue/statements/${segment(number)}/${segment(month)}/${format}`),
  payments: () => href('/revenue/payments'),
  reconciliation: (query?: Query) => href('/revenue/reconciliation', query),
  reconciledScheme: (scheme: string, month: string, query?: Query) =>
    href(`/revenue/reconciliation/${segment(scheme)}/${segment(month)}`, query),
  policy: (query?: Query) => href('/policy', query),
  policyChange: (kind: string, key: string) => href('/policy/change', { kind, key }),
  policyDraft: (id: string) => href('/policy/change', { draft: id }),
  /** Every parameter a simulation tried, as one change. */
  policyChangeOf: (simulation: string) => href('/policy/change', { simulation }),
  newInstrument: () => href('/policy/instruments/new'),
  simulations: (query?: Query) => href('/policy/simulations', query),
  newSimulation: (from?: string) => href('/policy/simulations/new', { from }),
  simulation: (id: string) => href(`/policy/simulations/${segment(id)}`),
  compareSimulations: (ids?: readonly string[]) => href('/policy/simulations/compare', { id: ids }),
  simulationExport: (ids: readonly string[], format: string) => href('/api/simulations', { id: ids, format }),
  audit: (query?: Query) => href('/audit', query),
  auditExport: (query?: Query) => href('/audit/export', query),
  auditProof: (id: string) => href(`/audit/${segment(id)}/proof`),
  privacy: () => href('/privacy'),
  legalHolds: (query?: Query) => href('/privacy/holds', query),
  columnRegister: (query?: Query) => href('/privacy/register', query),
  personalLooks: (query?: Query) => href('/privacy/looks', query),
  unusualLooks: (query?: Query) => href('/privacy/browsing', query),
  personRequests: () => href('/privacy/access'),
  adminUsers: (query?: Query) => href('/admin/users', query),
  newUser: () => href('/admin/users/new'),
  adminUser: (id: string) => href(`/admin/users/${segment(id)}`),
  adminPartners: (query?: Query) => href('/admin/partners', query),
  newPartner: () => href('/admin/partners/new'),
  adminPartner: (id: string, query?: Query) => href(`/admin/partners/${segment(id)}`, query),
  reference: (query?: Query) => href('/admin/reference', query),
  referenceList: (kind: string, query?: Query) => href(`/admin/reference/${segment(kind)}`, query),
  referenceLoad: (id: string) => href(`/admin/reference/loads/${segment(id)}`),
  account: () => href('/account'),
  sessionTimeLeft: () => href('/api/session'),
  quality: (query?: Query) => href('/quality', query),
  partnerQuality: (id: string, query?: Query) => href(`/quality/${segment(id)}`, query),
  help: () => href('/help'),
  helpDecisions: () => href('/help/decisions'),
  helpScreens: () => href('/help/screens'),
  helpRecord: () => href('/help/record'),
  helpApi: (part?: string) => href(part ? `/help/api#${part}` : '/help/api'),
  openApi: () => '/api/v1/openapi.json',
  keys: () => href('/keys'),
  scorecard: (query?: Query) => href('/scorecard', query),
  partnerScorecard: (id: string, query?: Query) => href(`/scorecard/${segment(id)}`, query),
  memoranda: () => href('/memoranda'),
  cooperation: (query?: Query) => href('/cooperation', query),
  counterpart: (id: string) => href(`/cooperation/administrations/${segment(id)}`),
  exchange: (id: string) => href(`/cooperation/packages/${segment(id)}`),
  preparePackage: (counterpartId: string) => href(`/cooperation/administrations/${segment(counterpartId)}/prepare`),
  askForMatch: (counterpartId: string) => href(`/cooperation/administrations/${segment(counterpartId)}/ask`),
  /** Where files of packages are sent, and where that of one is fetched. */
  exchangeFiles: () => href('/api/cooperation/packages'),
  exchangeFile: (id: string) => href(`/api/cooperation/packages/${segment(id)}`),
  team: () => href('/team'),
  resolution: (part?: string) => href(part ? `/resolution#${part}` : '/resolution'),
} as const;
