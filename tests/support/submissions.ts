const GOOD: Readonly<Record<string, string>> = {
  reference: 'T-1',
  regime: 'h7',
  channel: 'express',
  transport_mode: '4',
  office: 'NLRTM',
  expected_arrival_at: new Date(Date.now() + 2 * 86_400_000).toISOString(),
  dispatch_country: 'CN',
  transaction_type: 'sale',
  sender_name: 'Bright Harbour Trading',
  sender_address: '8 Jetty Road',
  sender_city: 'Shenzhen',
  sender_postcode: '518000',
  sender_country: 'CN',
  recipient_name: 'Nora Testmann',
  recipient_address: 'Dock Street 1',
  recipient_city: 'Rotterdam',
  recipient_postcode: '3011 AA',
  recipient_country: 'NL',
  collection_model: 'operator',
  gross_mass_kg: '0.4',
  item_number: '1',
  description: 'Cotton T-shirt, knitted, printed',
  commodity_code: '610910',
  origin_country: 'CN',
  quantity: '1',
  net_mass_kg: '0.3',
  value: '14.50',
  currency: 'EUR',
};

/** A CSV file of good rows, each with the differences named. */
export function csvOf(rows: readonly Readonly<Record<string, string>>[]): string {
  const header = [...new Set([...Object.keys(GOOD), ...rows.flatMap((row) => Object.keys(row))])];
  const lines = rows.map((row) => {
    const full = { ...GOOD, ...row };
    return header.map((column) => `"${(full[column] ?? '').replaceAll('"', '""')}"`).join(',');
  });
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

/** One postal item in the shape of ITMATT, as JSON. */
export function itmattItem(): object {
  return {
    item_id: 'CX123456785CN',
    handling_class: 'parcel',
    mail_class: 'C',
    origin_country: 'CN',
    destination_country: 'NL',
    posting_datetime: new Date(Date.now() - 3_600_000).toISOString(),
    content_category: 'sale_of_goods',
    sender: {
      name: 'Example Shop Ltd',
      address_line: '2 Example St',
      city: 'Shenzhen',
      postcode: '518000',
      country: 'CN',
    },
    addressee: {
      name: 'Max Mustermann',
      address_line: 'Musterweg 1',
      city: 'Utrecht',
      postcode: '3511',
      country: 'NL',
    },
    gross_weight_kg: 0.19,
    postage: { amount: '3.10', currency: 'USD' },
    content_pieces: [
      {
        sequence: 1,
        description: 'Silicone phone case',
        units: 1,
        net_weight_kg: 0.06,
        declared_value: '6.90',
        currency: 'USD',
        hs_code: '392690',
        country_of_origin: 'CN',
      },
    ],
  };
}

/** A body that arrives in small pieces, as the network brings it. */
export async function* oneByOne(bytes: Uint8Array, size = 700): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
