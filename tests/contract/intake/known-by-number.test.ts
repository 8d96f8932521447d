import { describe, expect, it } from 'vitest';
import { runIntake } from './run-intake';
import { sentOf } from './sent-of';
import { CC415_MESSAGE, NL_MESSAGE, UK_DECLARATION, ukMessage } from './xml-messages';

describe('declarations of the United Kingdom whose importer is known by EORI number alone', () => {
  const IMPORTER = /<Importer>[\s\S]*<\/Importer>/;
  const byNumber = (id: string, beside = '') =>
    UK_DECLARATION.replace(IMPORTER, `${beside}<Importer><ID>${id}</ID></Importer>`);
  const recipientOf = async (declaration: string) => {
    const { records } = await runIntake('xml', ukMessage(declaration), 100, { defaultChannel: 'express' });
    const [outcome] = records.map((record) => record.outcome);
    return outcome?.ok ? outcome.record.recipient : outcome;
  };
  const known = (id: string, country: string) => ({
    name: '',
    address: null,
    city: null,
    postcode: null,
    id,
    country,
  });

  it('are read, bound for the country of destination where one is told', async () => {
    const bound = byNumber('XI123456789000', '<Destination><CountryCode>GB</CountryCode></Destination>');
    expect(await recipientOf(bound)).toMatchObject(known('XI123456789000', 'GB'));
    const { sent } = await sentOf('xml', ukMessage(bound));
    expect(Object.keys(sent.unknown ?? {}).filter((path) => path.includes('Destination'))).toEqual([]);
  });
  it('are read without one: the number says which country gave it', async () => {
    expect(await recipientOf(byNumber('GB123456789000'))).toMatchObject(known('GB123456789000', 'GB'));
  });
  it('lose no point for name and address', async () => {
    const { records } = await runIntake('xml', ukMessage(byNumber('GB123456789000')), 100, {
      defaultChannel: 'express',
    });
    const [outcome] = records.map((record) => record.outcome);
    const warnings = outcome?.ok ? outcome.warnings : [];
    expect(warnings.filter(({ pointer }) => pointer.startsWith('recipient_'))).toEqual([]);
  });
  it('are refused with a number that tells no country', async () => {
    expect(await recipientOf(byNumber('12345'))).toMatchObject({
      ok: false,
      problems: [{ code: 'required', pointer: 'recipient_country' }],
    });
  });
  it('keep the destination as sent beside an address, whose country counts', async () => {
    const { sent } = await sentOf(
      'xml',
      ukMessage(
        UK_DECLARATION.replace('<Importer>', '<Destination><CountryCode>IE</CountryCode></Destination><Importer>'),
      ),
    );
    expect(sent.recipient_country).toBe('GB');
    expect(sent.unknown?.['GoodsShipment/Destination/CountryCode']).toBe('IE');
  });
});

describe('declarations of category H7 whose importer is known by number alone', () => {
  it.each([
    ['DECO', NL_MESSAGE, /<Importer>.*<\/Importer>/, '<Importer><ID>NL123456789</ID></Importer>', 'NL123456789', 'NL'],
    [
      'CC415',
      CC415_MESSAGE,
      /<a:Importer>.*<\/a:Importer>/,
      '<a:Importer><b:identificationNumber>RO12345678</b:identificationNumber></a:Importer>',
      'RO12345678',
      'RO',
    ],
  ])('are taken as %s', async (_, message, named, numbered, id, country) => {
    const settings = {
      defaultOffice: 'NLRTM',
      defaultChannel: 'express',
      transitDays: 3,
      receivedAt: new Date('2026-03-02T00:00:00Z'),
    } as const;
    const { records } = await runIntake('xml', message.replace(named, numbered), 100, settings);
    expect(records.map(({ outcome }) => outcome.ok && outcome.record.recipient)).toMatchObject([
      { name: '', address: null, id, country },
    ]);
  });
});
