import type { Answer } from '@jalon/contract';

export type Version = Answer<'GET /frameworks/:frameworkId'>;
export type Content = Version['content'];
export type Block = Content['blocks'][number];
export type Finding = Version['findings'][number];

/** What is being typed: any number may be empty for a while; the API refuses it at its field. */
type Typing<T> = T extends number
  ? T | null
  : T extends readonly (infer Item)[]
    ? Typing<Item>[]
    : T extends object
      ? { [Key in keyof T]: Typing<T[Key]> }
      : T;

export type Draft = Typing<Content>;
export type DraftBlock = Draft['blocks'][number];
export type DraftAssessment = DraftBlock['assessments'][number];
export type ListedVersion = Answer<'GET /frameworks'>[number];

/** The two states of a version, as a word on its colour. */
export const stateWords = {
  draft: { word: 'Brouillon', tone: 'ready' },
  published: { word: 'Publié', tone: 'ok' },
} as const;
