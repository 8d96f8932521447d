/** Code of a customs office: the UN/LOCODE of its place, or its number in the EU list of customs offices. */
export const OFFICE_CODE = /^[A-Z]{2}(?:[A-Z0-9]{3}|[A-Z0-9]{6})$/;
