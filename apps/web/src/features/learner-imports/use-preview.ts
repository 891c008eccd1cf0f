import type { Answer, Request } from '@jalon/contract';
import type { LearnerField } from '@jalon/domain';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../lib/api.ts';
import { isDay } from '../../lib/is-day.ts';
import type { ChosenFile } from '../../lib/read-file.ts';
import type { BirthDateAnswersGiven } from './birth-date-questions.tsx';
import type { Defaults } from './defaults-fields.tsx';

export type Preview = Answer<'POST /cohorts/:cohortId/learner-imports/preview'>;
type Body = Request<'POST /cohorts/:cohortId/learner-imports/preview'>['body'];
export type Mapping = readonly (LearnerField | null)[];

/** Who the tutors are whose names are known with another mail, by the mail of the file. */
export type TutorAnswers = Readonly<Record<string, string>>;

/** What is read, and what was said about it. */
export interface Reading {
  readonly defaults: Defaults;
  readonly mapping: Mapping | null;
  readonly tutors: TutorAnswers;
  readonly birthDates: BirthDateAnswersGiven;
}

/** The file and what was said of it, as the API takes them. */
export const bodyOf = (
  { fileName, contentBase64 }: ChosenFile,
  { defaults, mapping, tutors, birthDates }: Reading,
): Body => ({
  fileName,
  contentBase64,
  tutors: Object.entries(tutors).map(([email, namesake]) => ({ email, namesake })),
  birthDates: Object.entries(birthDates).map(([email, right]) => ({ email, right })),
  ...(mapping ? { mapping: [...mapping] } : {}),
  // The choices of the fields are those of the contract; an empty one is none.
  defaults: Object.fromEntries(
    Object.entries(defaults).map(([field, value]) => [field, value || null]),
  ) as Body['defaults'],
});

/** Compares the file with the centre, again at each change; the last answer stays while it does. */
export function usePreview(cohortId: string, file: ChosenFile | null, reading: Reading) {
  const { defaults } = reading;
  const startsOn = isDay(defaults.startsOn) ? defaults.startsOn : '';
  const read = { ...reading, defaults: { ...defaults, startsOn } };
  return useQuery({
    queryKey: ['learner-import', cohortId, file?.key, read],
    queryFn: ({ signal }) => {
      if (!file) throw new Error('no file is chosen');
      const body = bodyOf(file, read);
      const request = { params: { cohortId }, body };
      return call('POST /cohorts/:cohortId/learner-imports/preview', request, signal);
    },
    enabled: file !== null,
    placeholderData: (previous) => previous,
    retry: false,
    gcTime: 0,
  });
}
