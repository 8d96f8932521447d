/** Header of a carrier's file: German names, semicolons. */
export const GERMAN_HEADER = [
  'Auftragsnr.',
  'Sendungsnummer',
  'Ankunft',
  'Absender',
  'Absender Land',
  'Empfänger Name',
  'Empfänger Straße',
  'Empfänger PLZ',
  'Empfänger Ort',
  'Empfänger Land',
  'Warenbeschreibung',
  'Zolltarifnr.',
  'Ursprungsland',
  'Menge',
  'Gewicht (g)',
  'Warenwert',
  'Währung',
  'Farbe',
] as const;

const two = (number: number) => String(number).padStart(2, '0');

/** A day from now as `DD.MM.YYYY HH:MM`, in UTC. */
export function germanDate(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()} ${two(at.getUTCHours())}:00`;
}

/** A semicolon file of rows that pass once mapped, each with the differences named by header. */
export function germanCsv(rows: readonly Readonly<Record<string, string>>[]): string {
  const good: Readonly<Record<string, string>> = {
    'Auftragsnr.': 'DE-1',
    Sendungsnummer: 'H-100',
    Ankunft: germanDate(2),
    Absender: 'Hafen Handel GmbH',
    'Absender Land': 'CN',
    'Empfänger Name': 'Ilse Muster',
    'Empfänger Straße': 'Deichweg 4; Hinterhaus',
    'Empfänger PLZ': '3011 AA',
    'Empfänger Ort': 'Rotterdam',
    'Empfänger Land': 'NL',
    Warenbeschreibung: 'Baumwoll-T-Shirt, bedruckt',
    'Zolltarifnr.': '610910',
    Ursprungsland: 'CN',
    Menge: '1',
    'Gewicht (g)': '250',
    Warenwert: '14,50',
    Währung: 'EUR',
    Farbe: 'blau',
  };
  const field = (text: string) => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => GERMAN_HEADER.map((name) => field({ ...good, ...row }[name] ?? '')).join(';'));
  return `${[GERMAN_HEADER.join(';'), ...lines].join('\n')}\n`;
}

/** What a person chooses for that file. */
export const GERMAN_CHOICE = {
  delimiter: ';',
  decimalMark: 'comma',
  dateForm: 'dmy_dots',
  massUnit: 'g',
  targets: [
    'reference',
    'house_ref',
    'expected_arrival_at',
    'sender_name',
    'sender_country',
    'recipient_name',
    'recipient_address',
    'recipient_postcode',
    'recipient_city',
    'recipient_country',
    'description',
    'commodity_code',
    'origin_country',
    'quantity',
    'gross_mass_kg',
    'value',
    'currency',
    'kept',
  ],
  fixed: { channel: 'express', office: 'NLRTM', transaction_type: 'sale' },
} as const;

let kinds = 0;
/** A header nobody has mapped yet, with its number: each test has a kind of file of its own. */
export function aKindOfFile() {
  kinds += 1;
  const name = `Farbe ${kinds}`;
  const file = (rows: readonly Readonly<Record<string, string>>[]) => germanCsv(rows).replace(/Farbe\n/, `${name}\n`);
  return { file, number: kinds };
}

/** What the mapping screen sends for a refused German file. */
export const germanChoiceFor = (submissionId: string, seenEdition = 0, isRead = true) => ({
  ...GERMAN_CHOICE,
  targets: [...GERMAN_CHOICE.targets],
  submissionId,
  seenEdition,
  isRead,
});
