import clearance from '@/lib/messages/en/clearance.json';
import type { QuestionCode } from './questions';

/** The sentence of a question. Partners' programs and people read it in English, like every answer of the API. */
export const words = (code: QuestionCode): string => clearance.questionText[code];
