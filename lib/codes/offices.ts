// Source: UN/LOCODE (UNECE, edition 2024-2) for code, place and country; which places have a customs office of entry for
// parcels follows the EU list of customs offices (COL, state of February 2025). The administration itself is an example.

export type CustomsOffice = { readonly code: string; readonly name: string; readonly country: string };

function office(code: string, name: string): CustomsOffice {
  return { code, name, country: code.slice(0, 2) };
}

/** Customs offices of the example administration, addressed by UN/LOCODE. */
export const CUSTOMS_OFFICES: readonly CustomsOffice[] = [
  office('ATVIE', 'Wien'),
  office('BEANR', 'Antwerpen'),
  office('BEBRU', 'Brussel'),
  office('BELGG', 'Liège'),
  office('BGSOF', 'Sofia'),
  office('CYLCA', 'Larnaca'),
  office('CZPRG', 'Praha'),
  office('DECGN', 'Köln'),
  office('DEFRA', 'Frankfurt am Main'),
  office('DEHAM', 'Hamburg'),
  office('DELEJ', 'Leipzig'),
  office('DKCPH', 'København'),
  office('EETLL', 'Tallinn'),
  office('ESBCN', 'Barcelona'),
  office('ESMAD', 'Madrid'),
  office('ESZAZ', 'Zaragoza'),
  office('FIHEL', 'Helsinki'),
  office('FRCDG', 'Paris-Charles de Gaulle'),
  office('FRLEH', 'Le Havre'),
  office('GRATH', 'Athina'),
  office('HRZAG', 'Zagreb'),
  office('HUBUD', 'Budapest'),
  office('IEDUB', 'Dublin'),
  office('ITMXP', 'Milano Malpensa'),
  office('LTVNO', 'Vilnius'),
  office('LULUX', 'Luxembourg'),
  office('LVRIX', 'Rīga'),
  office('NLAMS', 'Amsterdam'),
  office('NLRTM', 'Rotterdam'),
  office('PLWAW', 'Warszawa'),
  office('PTLIS', 'Lisboa'),
  office('ROBUH', 'București'),
  office('SEARN', 'Stockholm Arlanda'),
  office('SILJU', 'Ljubljana'),
  office('SKBTS', 'Bratislava'),
];
