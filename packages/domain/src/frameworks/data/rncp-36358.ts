import type { Assessment, Certification, Competence, Module } from '../framework.ts';
import {
  afgsuAssessment,
  certifier,
  listAssessments,
  listModules,
  numberCompetences,
} from './cqp-am.ts';

/** What the versions of RNCP 36358 share: same content, other hours (S4:L38, H4). */
export const certification36358: Certification = {
  name: 'CQP Assistant médical',
  rncp: 'RNCP36358',
  level: 4,
  nsf: '331',
  certifier,
  registeredFrom: '2022-04-22',
  registeredTo: '2025-04-24',
};

export const blockNames36358 = {
  B1: { name: 'Suivi du Parcours du Patient', shortName: 'Parcours du patient' },
  B2: {
    name: 'Accueil et Prise en charge administrative des patients',
    shortName: 'Accueil et administratif',
  },
  B3: { name: 'Hygiène et Qualité', shortName: 'Hygiène et qualité' },
  B4: { name: 'Assistance Opérationnelle au Praticien', shortName: 'Assistance au praticien' },
} as const;

type Block36358 = keyof typeof blockNames36358;

/** As printed by afbb (S0:L116–194). */
export const competences36358: Record<Block36358, readonly Competence[]> = {
  B1: numberCompetences('B1', [
    'Présenter les examens et les soins réalisés par le praticien',
    'Présenter les précautions à prendre (avant et après un soin ou un examen)',
    'Vérifier le suivi par le patient de son protocole',
    'Guider le patient dans son parcours de santé',
    'Vérifier la validité des vaccinations et la réalisation des examens périodiques prescrits',
    'Relayer les campagnes nationales de prévention',
    'Informer les patients concernés, après indication du médecin, des campagnes de dépistage, de prévention et d’éducation',
  ]),
  B2: numberCompetences('B2', [
    'Constituer et actualiser un dossier patient (médical et administratif)',
    'Gérer les situations difficiles liées à l’affluence, à l’attente et aux urgences',
    'Communiquer avec les patients',
    'Organiser une téléconsultation',
    'Organiser l’environnement matériel de la téléconsultation',
  ]),
  B3: numberCompetences('B3', [
    'Appliquer les protocoles ou procédures qualité en matière d’hygiène',
    'Gérer les déchets',
    'Nettoyer et désinfecter la salle d’examen',
    'Appliquer les procédures du cabinet en matière d’Identito-vigilance',
    'Renseigner les déclarations relatives aux effets secondaires et les évènements indésirables liés aux soins',
  ]),
  B4: numberCompetences('B4', [
    'Gérer les stocks (petit matériel et produits pharmaceutiques)',
    'Préparer la salle d’examen',
    'Préparer un plateau technique',
    'Vérifier le fonctionnement des équipements médicaux sans maintenance',
    'Positionner le patient en fonction de l’examen ou du soin',
    'Préparer les patients vulnérables ou dépendants pour la consultation',
  ]),
};

/** Counts copied from RNCP 40913; in block 1 one épreuve for each module of S0. */
export const assessments36358: Record<Block36358, readonly Assessment[]> = {
  B1: listAssessments('B1', [[1, 2], [3, 4], [5], [6, 7]]),
  B2: listAssessments('B2', [[1], [2], [3], [4, 5]]),
  B3: listAssessments('B3', [[1], [2, 3], [4], [5]]),
  B4: [...listAssessments('B4', [[1], [2, 3], [4], [5], [6]]), afgsuAssessment('B4-E6')],
};

/** The five modules of block 2, which the FAE takes up as they are (H7). */
export const administrativeModules = (blockCode: string): readonly Module[] =>
  listModules(blockCode, [
    ['Création et suivi d’un dossier patient', 35],
    ['Vocabulaire Médical', 14],
    ['Logiciel médical', 28],
    ['Communication avec les patients', 21],
    ['Télémédecine', 14],
  ]);
