import { describe, expect, it } from 'vitest';
import { proposeLayout, proposeTargets } from './propose-layout';

describe('a proposal for the columns of a file', () => {
  it.each([
    ['Auftragsnummer', 'reference'],
    ['order_no', 'reference'],
    ['N° commande', 'reference'],
    ['Sendungsnummer', 'reference'],
    ['TrackingNumber', 'reference'],
    ['weight_g', 'gross_mass_kg'],
    ['Gewicht (g)', 'gross_mass_kg'],
    ['Poids (g)', 'gross_mass_kg'],
    ['HS-Code', 'commodity_code'],
    ['HSCode', 'commodity_code'],
    ['Zolltarifnummer', 'commodity_code'],
    ['Warenbeschreibung', 'description'],
    ['Désignation marchandise', 'description'],
    ['商品名称', 'description'],
    ['Warenwert (EUR)', 'value'],
    ['valeur', 'value'],
    ['Währung', 'currency'],
    ['Waehrung', 'currency'],
    ['Menge', 'quantity'],
    ['Bruttogewicht (kg)', 'gross_mass_kg'],
    ['Nettogewicht in g', 'net_mass_kg'],
    ['Ursprungsland', 'origin_country'],
    ['Ankunftsdatum', 'expected_arrival_at'],
    ['IOSS-Nr', 'scheme_id'],
    ['Absender Name', 'sender_name'],
    ['Absender', 'sender_name'],
    ['Land des Absenders', 'sender_country'],
    ['Empfänger Straße', 'recipient_address'],
    ['Empf. PLZ', 'recipient_postcode'],
    ['EmpfaengerOrt', 'recipient_city'],
    ['ship_to_city', 'recipient_city'],
    ['consigneeZipCode', 'recipient_postcode'],
    ['Code postal destinataire', 'recipient_postcode'],
    ['sender_country', 'sender_country'],
    ['Farbe', 'kept'],
    ['', 'left_out'],
    ['Empfänger Geburtstag', 'left_out'],
  ])('reads %j as %s', (name, column) => {
    expect(proposeTargets([name])).toEqual([column]);
  });

  it('gives each column of the record once, and fields of a party without a side to the recipient first', () => {
    expect(proposeTargets(['Name', 'PLZ', 'Name', 'Land', 'Wert', 'Betrag'])).toEqual([
      'recipient_name',
      'recipient_postcode',
      'sender_name',
      'recipient_country',
      'value',
      'kept',
    ]);
  });

  it('takes the number a consignment is tracked by for its reference only where the file has no other', () => {
    expect(proposeTargets(['Sendungsnummer', 'Wert'])).toEqual(['reference', 'value']);
    expect(proposeTargets(['Sendungsnummer', 'Auftragsnr.'])).toEqual(['house_ref', 'reference']);
  });

  it.each(['weight_g', 'Gewicht (g)', 'Poids (g)', 'Peso en gramos', 'Gewicht in gram'])('sees grams in %j', (name) => {
    expect(proposeLayout(',', [name], [['190']])).toMatchObject({ massUnit: 'g', targets: ['gross_mass_kg'] });
  });

  it('sees from the first rows how numbers, dates and masses are written', () => {
    const header = ['Auftrag', 'Wert', 'Gewicht (g)', 'Ankunft'];
    expect(
      proposeLayout(';', header, [
        ['A', '12,50', '190', '03.03.2026'],
        ['B', '1.234', '190', '31.02.2026'],
      ]),
    ).toMatchObject({
      decimalMark: 'comma',
      dateForm: 'dmy_dots',
      massUnit: 'g',
    });
    expect(proposeLayout(',', ['Order', 'Price', 'ETA'], [['A', '12.50', '12/31/2026']])).toMatchObject({
      decimalMark: 'point',
      dateForm: 'mdy_slashes',
      massUnit: 'kg',
    });
  });
});
