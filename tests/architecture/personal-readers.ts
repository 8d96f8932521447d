/**
 * Tables that hold a person's data in the clear, by the name code gives them, and the only files that may read or write them: each shows
 * less than it reads, or is asked for with a reason, or hands the data on unread. A list or page that needs a person goes through these.
 */
export const PERSONAL_TABLES = {
  parties: 'consignment.parties',
  rawChunks: 'intake.raw_chunks',
  attachmentChunks: 'consignment.attachment_chunks',
} as const;

export const PERSONAL_READERS: ReadonlyMap<string, string> = new Map([
  ['db/commands/consignment/attach-file.ts', 'keeps what is sent'],
  ['db/commands/consignment/drop-content.ts', 'takes bytes away'],
  ['db/commands/intake/read-again.ts', 'copies the bytes of a file to be read by a layout'],
  ['db/commands/intake/receive-submission.ts', 'keeps what is sent'],
  ['db/commands/intake/refuse-broken-transfers.ts', 'counts bytes'],
  ['db/commands/intake/resolve-acts.ts', 'an amendment keeps the parties it does not name'],
  ['db/commands/intake/send-again.ts', 'keeps what is sent again'],
  ['db/commands/intake/write-batch.ts', 'keeps what is sent'],
  ['db/commands/privacy/erase-submissions.ts', 'takes bytes away'],
  ['db/commands/privacy/record-statement.ts', 'asks whether a version names such a party'],
  ['db/demo/correct-published.ts', 'amends what the demo sent, as its sender does'],
  ['db/grants.ts', 'names tables'],
  [
    'db/queries/consignment/attachment-bytes.ts',
    'of an attachment that was opened, with a reason where it names people',
  ],
  ['db/queries/consignment/get-links.ts', 'gives masked parties'],
  ['db/queries/consignment/link-keys.ts', 'asks whether there is an address'],
  ['db/queries/consignment/list-attachments.ts', 'listing texts without addresses, which are public offers'],
  ['db/queries/consignment/load-versions.ts', 'gives masked parties, and which fields changed'],
  ['db/queries/consignment/persons-of.ts', 'for commands that note who asked, and why'],
  ['db/queries/cooperation/party-identifiers.ts', 'makes keyed hashes of them, and gives nothing else'],
  ['db/queries/intake/raw-bytes.ts', 'for commands that note who took them'],
  ['db/queries/privacy/find-subject.ts', 'finds the person who asks by what the person gave'],
  ['db/queries/privacy/held-of-subject.ts', 'tells the person who asks; others masked'],
  ['db/queries/public/find-parcels.ts', 'compares the postcode that the public gives'],
]);
