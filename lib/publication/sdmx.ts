import { csvLine } from '@/lib/kernel/csv';
import { codeOf, measureColumns } from './csv-lines';
import { type Dataset, type PublishedDimension, type PublishedMeasure, shapeOf, unitOfMeasure } from './datasets';
import { eachCell, HIDDEN, type MemberWords, numberOf, type PublishedTable } from './published';

const AGENCY = 'LUXOR';
const VERSION = '1.0';

/** Concepts of the dimensions; those of trade bear the names they have in the structure of merchandise trade statistics (IMTS). */
const CONCEPTS: Readonly<Record<PublishedDimension, string>> = {
  origin: 'COUNTERPART_AREA',
  chapter: 'COMMODITY',
  lane: 'LANE',
  valueBand: 'VALUE_BAND',
};

const UNITS = { count: 'PN', mass: 'KGM' } as const;
const unitCode = (measure: PublishedMeasure, currency: string): string => {
  const unit = unitOfMeasure(measure);
  return unit === 'money' ? currency : UNITS[unit];
};

const dataflowOf = (dataset: Dataset): string => `${AGENCY}:${dataset.toUpperCase()}(${VERSION})`;

const COLUMNS = (dataset: Dataset) => {
  const { row, column } = shapeOf(dataset);
  return ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', 'FREQ', CONCEPTS[row], CONCEPTS[column], 'INDICATOR', 'TIME_PERIOD'];
};
/** What is said of the whole table, on every line: the cross-domain concept of a comment on a data set. */
const OF_TABLE = 'COMMENT_DSET';
const ATTRIBUTES = ['UNIT_MEASURE', 'OBS_STATUS', 'CONF_STATUS', 'VINTAGE', OF_TABLE];

/**
 * The table as SDMX-CSV 2.0 (field guide of the SDMX Technical Working Group): one observation a line. What is hidden has no value, status
 * `Q` and confidentiality `C` (cross-domain code lists CL_OBS_STATUS 2.2, CL_CONF_STATUS 1.2); what is not available has status `L`.
 */
export function* sdmxCsv(table: PublishedTable, remark = ''): Generator<string> {
  const { dataset, month, vintage, currency } = table;
  const { measures } = shapeOf(dataset);
  yield csvLine([...COLUMNS(dataset), 'OBS_VALUE', ...ATTRIBUTES]);
  for (const { row, column } of eachCell(table)) {
    const figures = table.figuresOf(row, column);
    for (const [at, measure] of measures.entries()) {
      const figure = figures[at] ?? HIDDEN;
      const isTold = numberOf(figure) !== null;
      const isHidden = figure === HIDDEN;
      yield csvLine([
        ...['dataflow', dataflowOf(dataset), 'I', 'M', codeOf(row), codeOf(column), measure.toUpperCase(), month],
        isTold ? { figure } : '',
        ...[
          unitCode(measure, currency),
          isTold ? 'A' : isHidden ? 'Q' : 'L',
          isHidden ? 'C' : 'F',
          String(vintage),
          remark,
        ],
      ]);
    }
  }
}

type Code = { readonly id: string; readonly name: string };

/** What a structure message says in words, from the catalogue. */
export type StructureWords = {
  readonly title: string;
  readonly member: MemberWords;
  readonly measure: (measure: PublishedMeasure) => string;
};

/**
 * The structure of a dataset as an SDMX-JSON 2.0 structure message: dataflow, data structure and code lists, with the members of the table at
 * hand. `preparedAt` is an ISO instant.
 */
export function sdmxStructure(table: PublishedTable, words: StructureWords, preparedAt: string): object {
  const { dataset, currency } = table;
  const { row, column, measures } = shapeOf(dataset);
  const id = dataset.toUpperCase();
  const list = (name: string, codes: readonly Code[]) => ({
    ...{ id: `CL_${name}`, agencyID: AGENCY, version: VERSION, name, isPartial: false, codes },
  });
  const membersOf = (dimension: PublishedDimension, members: readonly string[]): readonly Code[] =>
    ['*', ...members].map((member) => ({ id: codeOf(member), name: words.member(dimension, member) }));
  const coded = (concept: string, position: number) => ({
    ...{ id: concept, position, conceptIdentity: urn('conceptscheme.Concept', `CS_${id}`, concept) },
    localRepresentation: { enumeration: urn('codelist.Codelist', `CL_${concept}`) },
  });
  return {
    meta: {
      ...{ id: `${id}_STRUCTURE`, prepared: preparedAt, sender: { id: AGENCY } },
      ...{
        schema:
          'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json',
      },
    },
    data: {
      dataflows: [
        {
          ...{ id, agencyID: AGENCY, version: VERSION, name: words.title },
          structure: urn('datastructure.DataStructure', id),
        },
      ],
      dataStructures: [
        {
          ...{ id, agencyID: AGENCY, version: VERSION, name: words.title },
          dataStructureComponents: {
            dimensionList: {
              id: 'DimensionDescriptor',
              dimensions: ['FREQ', CONCEPTS[row], CONCEPTS[column], 'INDICATOR'].map(coded),
              timeDimension: {
                id: 'TIME_PERIOD',
                conceptIdentity: urn('conceptscheme.Concept', `CS_${id}`, 'TIME_PERIOD'),
              },
            },
            measureList: {
              id: 'MeasureDescriptor',
              measures: [{ id: 'OBS_VALUE', conceptIdentity: urn('conceptscheme.Concept', `CS_${id}`, 'OBS_VALUE') }],
            },
            attributeList: {
              id: 'AttributeDescriptor',
              attributes: ATTRIBUTES.map((attribute) => ({
                ...{ id: attribute, conceptIdentity: urn('conceptscheme.Concept', `CS_${id}`, attribute) },
                attributeRelationship: attribute === OF_TABLE ? { dataflow: {} } : { observation: {} },
              })),
            },
          },
        },
      ],
      conceptSchemes: [
        {
          ...{ id: `CS_${id}`, agencyID: AGENCY, version: VERSION, name: words.title },
          concepts: [...COLUMNS(dataset).slice(3), 'OBS_VALUE', ...ATTRIBUTES].map((concept) => ({
            ...{ id: concept, name: concept },
          })),
        },
      ],
      codelists: [
        list('FREQ', [{ id: 'M', name: 'Monthly' }]),
        list(CONCEPTS[row], membersOf(row, table.rows)),
        list(CONCEPTS[column], membersOf(column, table.columns)),
        list(
          'INDICATOR',
          measures.map((measure, at) => ({
            ...{ id: measure.toUpperCase(), name: words.measure(measure) },
            description: `${measureColumns(table)[at]}, ${unitCode(measure, currency)}`,
          })),
        ),
      ],
    },
  };
}

const urn = (kind: string, id: string, item?: string): string =>
  `urn:sdmx:org.sdmx.infomodel.${kind}=${AGENCY}:${id}(${VERSION})${item ? `.${item}` : ''}`;
