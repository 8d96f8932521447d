/** Id of the part of the page that shows a question and its answer. */
export const questionId = (referralId: string): string => `question-${referralId}`;
