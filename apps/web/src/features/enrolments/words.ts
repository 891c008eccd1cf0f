import type { EnrolmentFile, PathStepView } from '@jalon/contract';
import {
  accessRouteNames,
  contractKindNames,
  countryNames,
  employerKindNames,
  entryProfileNames,
  funderNames,
} from '@jalon/domain';
import type { Tone } from '../../components/state-badge.tsx';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A list of names as the choices of a field, after an empty one. */
const choicesOf = (names: Readonly<Record<string, string>>): Choice[] => [
  { value: '', label: 'À choisir' },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];

export const profileChoices = choicesOf(entryProfileNames);
export const routeChoices = choicesOf(accessRouteNames);
export const funderChoices = choicesOf(funderNames);
export const employerKindChoices = choicesOf(employerKindNames);
export const contractKindChoices: Choice[] = [
  { value: '', label: 'Pas encore connue' },
  ...choicesOf(contractKindNames).slice(1),
];
export const sexChoices = choicesOf({ F: 'Féminin', M: 'Masculin' });

export const countryChoices: Choice[] = [
  { value: '', label: 'À choisir' },
  ...Object.entries(countryNames)
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) =>
      a.value === 'FR' ? -1 : b.value === 'FR' ? 1 : a.label.localeCompare(b.label, 'fr'),
    ),
];

export const levelChoices: Choice[] = [
  { value: '', label: 'Pas encore justifié' },
  { value: '2', label: 'Aucun diplôme, ou niveau 2 au plus' },
  { value: '3', label: 'Niveau 3 (CAP, BEP)' },
  { value: '4', label: 'Niveau 4 (baccalauréat)' },
  { value: '5', label: 'Niveau 5 (BTS, DUT)' },
  { value: '6', label: 'Niveau 6 (licence)' },
  { value: '7', label: 'Niveau 7 (master)' },
  { value: '8', label: 'Niveau 8 (doctorat)' },
];

export const stateTones: Record<EnrolmentFile['state'], Tone> = {
  active: 'ready',
  withdrawn: 'mute',
  completed: 'ok',
};

export const entryWords: Record<
  EnrolmentFile['entry']['outcome'],
  { readonly word: string; readonly tone: Tone }
> = {
  eligible: { word: 'Conditions remplies', tone: 'ok' },
  to_verify: { word: 'À vérifier', tone: 'warn' },
  not_eligible: { word: 'Conditions non remplies', tone: 'bad' },
};

export const pathWords: Record<
  PathStepView['state'],
  { readonly word: string; readonly tone: Tone }
> = {
  own: { word: 'Avec sa cohorte', tone: 'ready' },
  other: { word: 'Avec une autre cohorte', tone: 'ready' },
  waived: { word: 'Dispensé', tone: 'ok' },
  to_plan: { word: 'À planifier', tone: 'warn' },
};

/** What binds an employer, in a word and with its date. */
export const regimeNames: Record<string, string> = {
  regime_2019: 'Convention de 2019 (contrat avant le 22 juin 2024)',
  regime_2024: 'Convention de 2024 (contrat depuis le 22 juin 2024)',
  arrete_2019_fae: 'Arrêté du 7 novembre 2019 (FAE)',
};

/** An empty field is something not known: `null` for the API. */
export const blankToNull = (text: string): string | null => (text.trim() === '' ? null : text);

/** The hint of a field stands below it: the inputs of one line stay level. */
export const below: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];
