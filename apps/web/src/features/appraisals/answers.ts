import type { Answers } from './draft-saver.ts';

/** Whether a competence has an answer, or a word was written. */
export const isBegun = ({ ratings, comments, comment }: Answers): boolean =>
  Object.keys(ratings).length > 0 || comment !== '' || Object.values(comments).some(Boolean);
