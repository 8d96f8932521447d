/** Example administrations an installation may begin as: `eu` is the European Union with its law before and after 1 July 2026. */
export const EXAMPLE_IDS = ['eu', 'eu-before', 'uk', 'us', 'au', 'jp', 'br', 'ch', 'kr'] as const;
export type ExampleId = (typeof EXAMPLE_IDS)[number];
