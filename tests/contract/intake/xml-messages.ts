/** Messages in the shape partners send them, with invented people and goods; tests change one thing of them. */

const WCO = 'urn:wco:datamodel:WCO';

/** Two declarations of the United Kingdom's shape in one message: parties in the header, amounts with their currency. */
export function ukMessage(...declarations: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:MetaData xmlns:md="${WCO}:DocumentMetaData-DMS:2" xmlns="${WCO}:DEC-DMS:2" xmlns:ds="${WCO}:Declaration_DS:DMS:2">
<md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
<md:WCOTypeName>DEC</md:WCOTypeName>
${declarations.join('\n')}
</md:MetaData>`;
}

export const UK_ITEM = `<GovernmentAgencyGoodsItem>
<SequenceNumeric>1</SequenceNumeric>
<Commodity>
<Description>Cotton <!-- woven --> shirts<![CDATA[ & ties]]></Description>
<Classification><ID>62052000</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>
<Classification><ID>10</ID><IdentificationTypeCode>TRC</IdentificationTypeCode></Classification>
<Classification><ID>VATZ</ID><IdentificationTypeCode>GN</IdentificationTypeCode></Classification>
<GoodsMeasure>
<GrossMassMeasure unitCode="KGM">1.25</GrossMassMeasure>
<NetNetWeightMeasure>1.1</NetNetWeightMeasure>
<TariffQuantity>4</TariffQuantity>
</GoodsMeasure>
<InvoiceLine><ItemChargeAmount currencyID="USD">48.00</ItemChargeAmount></InvoiceLine>
</Commodity>
<GovernmentProcedure><CurrentCode>40</CurrentCode><PreviousCode>00</PreviousCode></GovernmentProcedure>
<GovernmentProcedure><CurrentCode>C07</CurrentCode></GovernmentProcedure>
<GovernmentProcedure><CurrentCode>F48</CurrentCode></GovernmentProcedure>
<Origin><CountryCode>BD</CountryCode><TypeCode>1</TypeCode></Origin>
</GovernmentAgencyGoodsItem>`;

export const UK_DECLARATION = `<Declaration>
<FunctionCode>9</FunctionCode>
<FunctionalReferenceID>LRN-UK-1</FunctionalReferenceID>
<TypeCode>IMD</TypeCode>
<BorderTransportMeans>
<ArrivalDateTime><ds:DateTimeString formatCode="304">20260303100000+01</ds:DateTimeString></ArrivalDateTime>
<ModeCode>4</ModeCode>
</BorderTransportMeans>
<DeclarationOffice><ID>NLRTM</ID></DeclarationOffice>
<Exporter>
<Name>Dhaka Shirts</Name>
<Address><CityName>Dhaka</CityName><CountryCode>BD</CountryCode><Line>12 Mill Road</Line><PostcodeID>1207</PostcodeID></Address>
</Exporter>
<GoodsShipment>
<Consignment>
<TransportContractDocument><ID>HAWB77</ID><TypeCode>N703</TypeCode></TransportContractDocument>
<TransportContractDocument><ID>074-12345675</ID><TypeCode>741</TypeCode></TransportContractDocument>
</Consignment>
<DomesticDutyTaxParty><ID>IM2760000001</ID><RoleCode>FR5</RoleCode></DomesticDutyTaxParty>
<ExportCountry><ID>BD</ID></ExportCountry>
${UK_ITEM}
<Importer>
<Name>Erika Beispiel</Name>
<ID>GB123456789000</ID>
<Address><CityName>Leeds</CityName><CountryCode>GB</CountryCode><Line>3 Elm Street</Line><PostcodeID>LS1 1AA</PostcodeID></Address>
<Communication><ID>+44 113 496 0000</ID><TypeCode>TE</TypeCode></Communication>
<Communication><ID>erika@example.org</ID><TypeCode>EM</TypeCode></Communication>
</Importer>
</GoodsShipment>
</Declaration>`;

/** An additional message about an earlier declaration: `COR` amends, `INV` cancels. */
export function ukAct(type: string, shipment = '', functionCode = '13'): string {
  return `<Declaration>
<FunctionCode>${functionCode}</FunctionCode>
<FunctionalReferenceID>LRN-UK-1</FunctionalReferenceID>
<ID>26GB0000000000001X</ID>
<TypeCode>${type}</TypeCode>
<AdditionalInformation><StatementDescription>Wrong weight</StatementDescription></AdditionalInformation>
<Amendment><ChangeReasonCode>28</ChangeReasonCode></Amendment>
${shipment}
</Declaration>`;
}

/** A declaration of the Dutch shape: one namespace for all, the importer outside the shipment, item-level exporter. */
export const NL_MESSAGE = `<MetaData xmlns="${WCO}:DECO.Declaration:2">
<WCOTypeCode>DEC</WCOTypeCode>
<CommunicationMetaData><PreparationDateTime formatCode="304">20260301120000Z</PreparationDateTime></CommunicationMetaData>
<Declaration>
<FunctionalReferenceID>LRN-NL-1</FunctionalReferenceID>
<DeclarationOffice><ID>NL000396</ID></DeclarationOffice>
<GoodsShipment>
<Consignment>
<TotalGrossMassMeasure>0.420</TotalGrossMassMeasure>
<TransportContractDocument><ID>CX123456785CN</ID><TypeCode>N750</TypeCode></TransportContractDocument>
</Consignment>
<CustomsValuation><ExitToEntryChargeAmount currencyID="EUR">2.10</ExitToEntryChargeAmount></CustomsValuation>
<GovernmentAgencyGoodsItem>
<SequenceNumeric>1</SequenceNumeric>
<Commodity>
<Description>Phone case</Description>
<Classification><ID>392690</ID><IdentificationTypeCode>SSH</IdentificationTypeCode></Classification>
<GoodsMeasure><GrossMassMeasure>0.2</GrossMassMeasure></GoodsMeasure>
<InvoiceLine><ItemChargeAmount currencyID="EUR">8.50</ItemChargeAmount></InvoiceLine>
</Commodity>
<Exporter><Name>Case World</Name><Address><CountryCode>CN</CountryCode><Line>1 Harbour Rd</Line></Address></Exporter>
<GovernmentProcedure><AdditionalProcedure><ProcedureCode>C08</ProcedureCode></AdditionalProcedure></GovernmentProcedure>
<Packaging><QuantityQuantity>1</QuantityQuantity></Packaging>
</GovernmentAgencyGoodsItem>
</GoodsShipment>
<Importer><Name>Jan Voorbeeld</Name><Address><CityName>Breda</CityName><CountryCode>NL</CountryCode><Line>Dorpsweg 2</Line></Address></Importer>
</Declaration>
</MetaData>`;

/** A CC415 of category H7: three name spaces, two goods items whose masses and costs add up. */
export const CC415_MESSAGE = `<a:CC415 xmlns="urn:uccv:xsd:imp:1.1.0_2.00:CCommon" xmlns:a="urn:uccv:xsd:imp:1.1.0_2.00:CC415" xmlns:b="urn:uccv:xsd:imp:1.1.0_2.00:Declaration">
<a:MESSAGE><PreparationDateAndTime>2026-03-01T12:00:00</PreparationDateAndTime></a:MESSAGE>
<a:ImportOperation><b:LRN>LRN-RO-1</b:LRN><b:declarationType>IM</b:declarationType></a:ImportOperation>
<a:NationalDeclaration><b:DeclarationCategory>H7</b:DeclarationCategory></a:NationalDeclaration>
<a:CustomsOffice><b:referenceNumber>ROTM0200</b:referenceNumber></a:CustomsOffice>
<a:Importer><b:name>Ana Exemplu</b:name><b:Address><b:streetAndNumber>Str. Lunga 9</b:streetAndNumber><b:city>Cluj</b:city><b:postcode>400001</b:postcode><b:country>RO</b:country></b:Address></a:Importer>
<a:GoodsShipment>
<b:AdditionalFiscalReference><b:role>FR5</b:role><b:vatIdentificationNumber>IM6420000001</b:vatIdentificationNumber></b:AdditionalFiscalReference>
<b:Exporter><b:name>Toy Yard</b:name><b:Address><b:streetAndNumber>5 River St</b:streetAndNumber><b:city>Yiwu</b:city><b:country>CN</b:country></b:Address></b:Exporter>
<b:Consignment><b:TransportDocument><b:referenceNumber>HB-9</b:referenceNumber><b:type>N740</b:type></b:TransportDocument></b:Consignment>
${[
  ['1', 'Wooden puzzle', '950300', '0.120', '8.50', '2.00'],
  ['2', 'Playing cards', '950440', '0.08', '3.00', '0.50'],
]
  .map(
    ([number, description, code, mass, value, cost]) => `<b:GoodsShipmentItem>
<b:declarationGoodsItemNumber>${number}</b:declarationGoodsItemNumber>
<b:Procedure><b:AdditionalProcedure><b:additionalProcedure>F48</b:additionalProcedure></b:AdditionalProcedure></b:Procedure>
<b:Commodity><b:descriptionOfGoods>${description}</b:descriptionOfGoods><b:CommodityCode><b:harmonizedSystemSubheadingCode>${code}</b:harmonizedSystemSubheadingCode></b:CommodityCode><b:GoodsMeasure><b:grossMass>${mass}</b:grossMass></b:GoodsMeasure></b:Commodity>
<b:IntrinsicValue><b:intrinsicValueCurrency>EUR</b:intrinsicValueCurrency><b:intrinsicValueAmount>${value}</b:intrinsicValueAmount></b:IntrinsicValue>
<b:TransportCosts><b:currency>EUR</b:currency><b:amount>${cost}</b:amount></b:TransportCosts>
</b:GoodsShipmentItem>`,
  )
  .join('\n')}
</a:GoodsShipment>
</a:CC415>`;
