/** A row of the log as far as it names things by id. */
type Row = {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly details: Readonly<Record<string, unknown>>;
};

/** Subjects that have a name elsewhere, by what an id of them is called. */
export const NAMED_KINDS = [
  'consignment',
  'submission',
  'user',
  'partner',
  'api_key',
  'webhook',
  'policy',
  'profile',
] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** Facts of the details whose value is the id of such a thing. Others (holds, decisions, deliveries) have no name. */
const BY_FACT: Readonly<Record<string, NamedKind>> = {
  claimedBy: 'user',
  from: 'user',
  to: 'user',
  userId: 'user',
  actorId: 'user',
  partner: 'partner',
  partnerId: 'partner',
  submissionId: 'submission',
  replayId: 'submission',
  readsAgain: 'submission',
  consignmentId: 'consignment',
};

/** Every id of the row that stands for something with a name: its subject, and those of its details, one level deep. */
export function idsInRow({ subjectType, subjectId, details }: Row): { kind: NamedKind; id: string }[] {
  const kind = NAMED_KINDS.find((known) => known === subjectType);
  const facts = Object.entries(details).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value)
      : [[key, value] as const],
  );
  return [
    ...(kind ? [{ kind, id: subjectId }] : []),
    ...facts.flatMap(([key, value]) => {
      const of = BY_FACT[key];
      return of && typeof value === 'string' ? [{ kind: of, id: value }] : [];
    }),
  ];
}
