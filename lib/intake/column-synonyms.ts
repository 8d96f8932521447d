import type { RecordColumn } from './layout';

/**
 * What the columns of the record are called elsewhere: shops, carriers, posts and brokers, in the languages we met. Words are compared
 * folded (romanised, lower case, joined), so that accents, capitals and separators do not matter. Written for this project.
 */
export const SYNONYMS: readonly (readonly [RecordColumn, string])[] = [
  [
    'reference',
    'reference; ref; reference no; order no; order number; order id; order; auftragsnummer; auftragsnr; bestellnummer; bestellnr; bestell nr; sendungsreferenz; referenz; referenznummer; referentie; ordernummer; numero commande; no commande; commande; numero de pedido; pedido; numero ordine; ordine; 订单号; customer reference; kundenreferenz; shipment id; shipment reference; consignment reference; parcel id',
  ],
  ['s10_id', 's10; s10 id; item id; postal item id; sendungs id upu; barcode s10'],
  [
    'house_ref',
    'house ref; tracking number; tracking no; trackingnumber; tracking; sendungsnummer; sendungsnr; paketnummer; hawb; house awb; house waybill; numero de suivi; suivi; numero seguimiento; numero di spedizione; waybill; waybill number; frachtbrief; 运单号; trackingnummer; barcode',
  ],
  ['master_ref', 'master ref; mawb; master awb; master waybill; awb; airwaybill; air waybill; flugfrachtbrief'],
  ['lrn', 'lrn; local reference number'],
  ['mrn', 'mrn; movement reference number'],
  [
    'office',
    'office; customs office; zollstelle; zollamt; bureau de douane; aduana; ufficio doganale; douanekantoor; office of entry; port of entry',
  ],
  [
    'expected_arrival_at',
    'expected arrival at; expected arrival; arrival; arrival date; eta; estimated arrival; ankunft; ankunftsdatum; ankunftszeit; voraussichtliche ankunft; erwartete ankunft; date arrivee; date d arrivee; fecha llegada; fecha de llegada; data arrivo; data di arrivo; aankomst; aankomstdatum; 预计到达',
  ],
  [
    'dispatch_country',
    'dispatch country; country of dispatch; versandland; abgangsland; pays expedition; pays d expedition; pais de envio; paese di spedizione; land van verzending; export country; ship from country',
  ],
  [
    'transaction_type',
    'transaction type; category; category of item; content type; art der sendung; sendungsart; nature of transaction; geschaeftsart; nature du contenu; content category',
  ],
  ['transport_mode', 'transport mode; mode of transport; verkehrszweig; mode de transport'],
  ['channel', 'channel; versandkanal; kanal'],
  ['regime', 'regime; declaration type'],
  ['marketplace', 'marketplace; platform; marktplatz; plattform; place de marche; mercado; sales channel'],
  [
    'seller_name',
    'seller; seller name; merchant; merchant name; verkaeufer; haendler; vendeur; vendedor; venditore; verkoper',
  ],
  ['scheme_id', 'scheme id; ioss; ioss number; ioss no; ioss nummer; ioss nr; numero ioss; vendor scheme number'],
  ['collection_model', 'collection model; tax collection'],
  [
    'gross_mass_kg',
    'gross mass; gross weight; weight; gross wt; bruttogewicht; gewicht brutto; gewicht; sendungsgewicht; bruttomasse; rohmasse; poids brut; poids; peso bruto; peso lordo; peso; brutogewicht; 毛重; 重量; parcel weight; package weight; total weight',
  ],
  [
    'net_mass_kg',
    'net mass; net weight; nettogewicht; gewicht netto; eigenmasse; nettomasse; poids net; peso neto; peso netto; 净重; item weight; weight per item; artikelgewicht',
  ],
  [
    'transport_cost',
    'transport cost; shipping cost; shipping; freight; freight cost; postage; versandkosten; frachtkosten; porto; frais de port; frais de transport; gastos de envio; spese di spedizione; verzendkosten; 运费',
  ],
  [
    'transport_currency',
    'transport currency; freight currency; shipping currency; waehrung fracht; versandkosten waehrung',
  ],
  [
    'item_number',
    'item number; item no; line; line number; line no; position; positionsnummer; pos; pos nr; artikelposition; ligne; numero ligne; linea; regel',
  ],
  [
    'description',
    'description; item description; goods description; description of goods; contents; content; product; product name; product title; item name; title; ware; warenbeschreibung; warenbezeichnung; beschreibung; artikelbezeichnung; bezeichnung; inhalt; artikel; produkt; designation; designation marchandise; description marchandise; libelle; descripcion; mercancia; contenido; descrizione; merce; omschrijving; goederenomschrijving; 品名; 商品名称',
  ],
  [
    'commodity_code',
    'commodity code; hs code; hscode; hs; hts; hts code; tariff; tariff code; tariff number; harmonized code; customs tariff number; zolltarifnummer; zolltarifnr; warennummer; warennr; warentarifnummer; taric; code sh; code douanier; nomenclature; codigo arancelario; codigo hs; codice doganale; codice hs; goederencode; hs编码',
  ],
  [
    'origin_country',
    'origin country; country of origin; origin; made in; ursprungsland; herkunftsland; ursprung; pays origine; pays d origine; origine; pais de origen; origen; paese di origine; land van oorsprong; herkomst; 原产国; coo',
  ],
  [
    'quantity',
    'quantity; qty; units; pieces; pcs; menge; anzahl; stueck; stueckzahl; quantite; qte; nombre; cantidad; unidades; quantita; aantal; 数量',
  ],
  [
    'value',
    'value; amount; price; declared value; item value; customs value; total value; item total; line total; warenwert; wert; zollwert; betrag; preis; positionswert; gesamtwert; valeur; valeur declaree; montant; prix; valor; valor declarado; importe; valore; importo; prezzo; waarde; bedrag; 申报价值; 价值; 金额',
  ],
  ['currency', 'currency; ccy; currency code; waehrung; wahrung; devise; monnaie; moneda; divisa; valuta; 币种'],
  ['listing_url', 'listing url; url; product url; link; produktlink; artikel url; lien; enlace; 链接'],
];

/** What names the side a party column is about, in front of or behind the field. */
export const PARTY_WORDS: readonly (readonly ['sender' | 'recipient', string])[] = [
  [
    'sender',
    'sender; shipper; consignor; exporter; from; ship from; absender; versender; expediteur; exp; remitente; mittente; afzender; expedidor; 发件人; 寄件人',
  ],
  [
    'recipient',
    'recipient; receiver; consignee; importer; addressee; to; ship to; shipping; delivery; deliver to; customer; buyer; empfaenger; empf; kunde; kaeufer; lieferadresse; liefer; destinataire; dest; destinatario; ontvanger; klant; 收件人',
  ],
];

/** Fields of a party. */
export const PARTY_FIELDS: readonly (readonly [string, string])[] = [
  ['name', 'name; full name; company; person; contact; firma; nom; raison sociale; nombre; nome; naam; 姓名; 名称'],
  [
    'address',
    'address; street; address 1; address1; address line; address line 1; line 1; street 1; strasse; str; anschrift; adresse; strasse hausnummer; strasse und hausnummer; strasse nr; strasse hausnr; rue; voie; direccion; calle; indirizzo; via; adres; straat; 地址',
  ],
  ['city', 'city; town; ort; stadt; wohnort; ville; commune; localite; ciudad; poblacion; citta; plaats; stad; 城市'],
  [
    'postcode',
    'postcode; postal code; post code; zip; zip code; zipcode; plz; postleitzahl; code postal; cp; codigo postal; cap; 邮编',
  ],
  ['country', 'country; country code; land; laendercode; pays; code pays; pais; paese; 国家; iso country'],
  ['id', 'id; eori; tax id; vat id; vat number; eori nummer; ustid; ust id; steuernummer; numero tva; nif; vat'],
  [
    'phone',
    'phone; telephone; tel; telefon; telefonnummer; mobile; handy; telephone number; phone number; telefono; telefoon; 电话',
  ],
  ['email', 'email; e mail; mail; email address; courriel; correo; 邮箱'],
];
