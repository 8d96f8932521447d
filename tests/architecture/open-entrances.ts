/** Routes without a wrapper, each with its reason. */
export const OPEN_ROUTES: ReadonlyMap<string, string> = new Map([
  ['app/api/auth/[...nextauth]/route.ts', 'the sign-in itself, answered by next-auth'],
  ['app/api/v1/[...unknown]/route.ts', 'says that there is no such address, whoever asks'],
  ['app/api/health/live/route.ts', 'asked by machines that hold no account; tells nothing but yes'],
  ['app/api/health/status/route.ts', 'how the product is, for everybody: no figure, no name'],
  ['app/api/metrics/route.ts', 'asked by a machine that bears a token of its own; figures, and no person'],
  ['app/api/health/ready/route.ts', 'asked by machines that hold no account; tells nothing but yes or no'],
]);

/** Pages outside of those for everybody that ask nobody, each with its reason. */
export const OPEN_PAGES: ReadonlyMap<string, string> = new Map([]);

/** What the app calls of queries and commands that asks for no permission, each with its reason. */
export const OPEN_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['db/commands/identity/check-password.ts checkPassword', 'nobody is signed in yet'],
  ['db/commands/identity/match-provider-person.ts matchProviderPerson', 'finds who the identity provider vouches for'],
  ['db/commands/identity/open-session.ts openSession', 'makes the actor of the session it opens'],
  ['db/commands/identity/record-refused-attempt.ts recordRefusedAttempt', 'writes down that a permission was lacking'],
  ['db/commands/public/ask-parcel.ts askParcel', 'a question of everybody, counted by network'],
  ['db/queries/policy/get-currency.ts getCurrency', 'which currency the administration counts in, on public pages too'],
  [
    'db/queries/statistics/cell-source.ts officesOf',
    'refuses foreign offices before the export that authorised begins',
  ],
  ['db/queries/capacity/day-use.ts usedOf', 'adds up rows that an authorised query gave'],
  ['db/commands/identity/check-code.ts checkCode', 'nobody is signed in yet'],
  ['db/queries/identity/list-counter-people.ts listCounterPeople', 'nobody is signed in; the browser holds the key'],
  ['db/queries/identity/find-session.ts findSession', 'finds the actor behind a session'],
  ['db/queries/identity/find-api-key.ts findApiKey', 'finds the actor behind a key'],
  ['db/queries/public/answer-cost.ts answerCost', 'for everybody: the law, and no consignment'],
  ['db/queries/public/kept-data.ts keptData', 'for everybody: the law'],
  ['db/queries/public/list-controls.ts listControls', 'for everybody: the law'],
  ['db/queries/public/public-facts.ts publicFacts', 'for everybody: the law'],
  ['db/commands/publication/ask-mail.ts askForMails', 'a wish of everybody, counted by network and confirmed by mail'],
  ['db/commands/publication/change-mail.ts confirmMails', 'the key out of the mail is the authority'],
  ['db/commands/publication/change-mail.ts endMails', 'the key out of the mail is the authority'],
  ['db/queries/publication/find-mail-subscription.ts findMailSubscription', 'the key out of the mail is the authority'],
  ['db/queries/publication/find-span.ts findSpan', 'for everybody: what was published'],
  ['db/queries/publication/published.ts findPublished', 'for everybody: what was published'],
  ['db/queries/publication/published.ts listPublished', 'for everybody: what was published'],
  ['db/queries/publication/published.ts listToCome', 'for everybody: when what will be published'],
  ['db/queries/publication/published.ts monthlyTotals', 'for everybody: what was published'],
]);
