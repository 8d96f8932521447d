import { problemResponse } from '@/app/_server/problem-response';

/** An address of the API that is none: programs are answered in their own way, not by a page. */
const nothingHere = () => problemResponse(404, 'not_found');

export const GET = nothingHere;
export const POST = nothingHere;
export const PUT = nothingHere;
export const PATCH = nothingHere;
export const DELETE = nothingHere;
