import {
  type Assessment,
  type AssessmentResult,
  blockDecisions,
  type CompetenceBlock,
  decisionNames,
  type Framework,
  formatDay,
  formatMinutes,
  isAssessmentAcquired,
  type Marks,
  marksExpected,
  nameAssessment,
  requestEndReasons,
  tellEndReason,
} from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import type { EnrolmentWithSubjects, PathRunName } from './timeline-subjects.ts';

/** What the trail keeps of an act: codes and ids, never names. */
export interface Act {
  readonly action: string;
  readonly subjectId: string;
  readonly data: Prisma.JsonValue;
}

/** The learner's rows, which say in words what the trail names by id. */
export interface ActContext {
  readonly enrolment: EnrolmentWithSubjects;
  readonly framework: Framework;
  /** Runs that were put on the path, by id. */
  readonly runs: ReadonlyMap<string, PathRunName>;
}

type Describe = (act: Act, context: ActContext) => string;

/** Each act in a sentence that says what happened to what. What is not listed is only bookkeeping. */
const sentences: Readonly<Record<string, Describe>> = {
  'appraisal.requested': (act, context) => {
    const dueOn = read(act, 'dueOn');
    const until = dueOn ? `, pour le ${formatDay(dueOn)}` : '';
    return `Appréciation du ${nameAppraised(act, context)} demandée au tuteur${until}.`;
  },
  'appraisal.link-sent': (act, context) =>
    `Lien de l’appréciation du ${nameAppraised(act, context)} renvoyé au tuteur.`,
  'appraisal.handed-over': (act, context) =>
    `Appréciation du ${nameAppraised(act, context)} confiée au nouveau tuteur.`,
  'appraisal.ended': (act, context) => {
    const reason = requestEndReasons.find((one) => one === read(act, 'reason'));
    const name = nameAppraised(act, context);
    return reason
      ? `Demande d’appréciation du ${name} : ${tellEndReason(reason)}.`
      : `Demande d’appréciation du ${name} sans objet.`;
  },
  'appraisal.reopened': (act, context) =>
    `Appréciation du ${nameAppraised(act, context)} de nouveau attendue : l’inscription reprend.`,
  'appraisal.withdrawn': (act, context) =>
    `Demande d’appréciation du ${nameAppraised(act, context)} retirée.`,
  'appraisal.opened': (act, context) =>
    `Appréciation du ${nameAppraised(act, context)} ouverte par le tuteur.`,
  'appraisal.signed': (act, context) =>
    `Appréciation du ${nameAppraised(act, context)} signée par le tuteur.`,
  'appraisal.correction-begun': (act, context) =>
    `Correction de l’appréciation du ${nameAppraised(act, context)} commencée.`,
  'appraisal.paper-entered': (act, context) =>
    `Feuille papier du tuteur saisie par le centre pour le ${nameAppraised(act, context)}.`,
  'assessment.recorded': (act, context) => `${tellResult(act, context)}.`,
  'assessment.corrected': (act, context) => `Résultat corrigé. ${tellResult(act, context)}.`,
  'certificate.issued': (act) => {
    const number = read(act, 'number');
    return read(act, 'kind') === 'fae_attestation'
      ? `Attestation ${number ?? ''} délivrée.`
      : `Certificat ${number ?? ''} délivré.`;
  },
  'certificate.copied-to-cpam': (act) => {
    const sentOn = read(act, 'sentOn');
    return `Copie du titre envoyée à la CPAM${sentOn ? ` le ${formatDay(sentOn)}` : ''}.`;
  },
  'credential.recorded': (act, context) => `${tellCredential(act, context)}.`,
  'credential.corrected': (act, context) => `Date corrigée. ${tellCredential(act, context)}.`,
  'summons.sent': () => 'Convocation envoyée à l’apprenant.',
  'deadline.suspended': (act, context) => {
    const [from, to] = [read(act, 'fromOn'), read(act, 'toOn')];
    const when = from && to ? ` du ${formatDay(from)} au ${formatDay(to)}` : '';
    return `Délais suspendus${when}${atEmployer(act, context)}.`;
  },
  'deadline.suspension-removed': (act, context) =>
    `Suspension des délais retirée${atEmployer(act, context)}.`,
  'dispensation.drafted': (act, context) =>
    `Demande de dispense commencée : ${nameWaived(act, context)}.`,
  'dispensation.filed': (act, context) =>
    `Demande de dispense déposée : ${nameWaived(act, context)}.`,
  'dispensation.transmitted': (act, context) => {
    const reference = read(act, 'reference');
    const under = reference ? `, réf. ${reference}` : '';
    return `Demande de dispense transmise à la branche${under} : ${nameWaived(act, context)}.`;
  },
  'dispensation.decided': (act, context) =>
    `Réponse de la branche : dispense ${tellAnswer(act)}. ${capitalise(nameWaived(act, context))}.`,
  'dispensation.answer-entered': (act, context) =>
    `Réponse écrite de la branche, saisie par le centre : dispense ${tellAnswer(act)}. ${capitalise(nameWaived(act, context))}.`,
  'employment.created': (act, context) => `Emploi ajouté${atEmployer(act, context)}.`,
  'employment.updated': (act, context) => `Emploi modifié${atEmployer(act, context)}.`,
  'enrolment.created': (_, { enrolment }) => `Inscription dans « ${enrolment.cohort.name} ».`,
  'enrolment.imported': (_, { enrolment }) =>
    `Inscription dans « ${enrolment.cohort.name} », par l’import d’un fichier.`,
  'enrolment.changed-by-import': () => 'Dossier modifié par l’import d’un fichier.',
  'enrolment.updated': () => 'Inscription modifiée : conditions d’entrée, financement ou dates.',
  'enrolment.path-changed': (act, { runs }) => {
    const added = readList(act, 'added').flatMap((id) => runs.get(id) ?? []);
    const names = added.map(({ name, cohortName }) => `« ${name} » avec « ${cohortName} »`);
    return names.length > 0 ? `Parcours modifié : ${names.join(', ')}.` : 'Parcours modifié.';
  },
  'enrolment.withdrawn': (act) => {
    const on = read(act, 'on');
    return `Abandon noté${on ? ` au ${formatDay(on)}` : ''}.`;
  },
  'enrolment.reinstated': () => 'Abandon annulé : l’inscription reprend.',
  'enrolment.completed': () => 'Formation terminée.',
  'jury.decided': (act, context) => {
    const decision = context.enrolment.juryDecisions.find(
      ({ id }) => id === read(act, 'decisionId'),
    );
    const when = decision ? ` du ${formatDay(toDay(decision.heldOn))}` : '';
    const decided = blockDecisions.find((one) => one === read(act, 'decision'));
    const outcome = decided ? ` ${decisionNames[decided]}` : '';
    return `Décision du jury${when} : ${nameBlock(read(act, 'blockCode'), context)}${outcome}.`;
  },
  'person.created': () => 'Fiche de la personne créée.',
  'person.updated': () => 'Fiche de la personne modifiée : état civil ou coordonnées.',
  'resit.registered': (act, context) => {
    const plannedOn = read(act, 'plannedOn');
    const when = plannedOn ? ` le ${formatDay(plannedOn)}` : '';
    return `${capitalise(nameBlock(read(act, 'blockCode'), context))} : nouvelle présentation prévue${when}.`;
  },
};

/** What was done, in a sentence; `null` for what is only bookkeeping. */
export const describeAction = (act: Act, context: ActContext): string | null =>
  sentences[act.action]?.(act, context) ?? null;

function nameAppraised(act: Act, context: ActContext): string {
  const appraisal = context.enrolment.appraisals.find(({ id }) => id === act.subjectId);
  return nameBlock(appraisal?.blockCode ?? read(act, 'blockCode'), context);
}

/** « Épreuve 2 du bloc B1, passée le 12 octobre 2026 : acquise » */
function tellResult(act: Act, context: ActContext): string {
  const result = context.enrolment.assessmentResults.find(({ id }) => id === read(act, 'resultId'));
  const block = findBlock(result?.blockCode, context);
  const assessment = block?.assessments.find(({ code }) => code === result?.assessmentCode);
  if (!result || !block || !assessment) return 'Résultat d’épreuve enregistré';
  const again = result.attempt > 1 ? `, ${result.attempt}e passage` : '';
  const heldOn = toDay(result.heldOn);
  const outcome = tellOutcome(assessment, { ...result, heldOn, marks: result.marks as Marks });
  return `${nameOf(block, assessment)}${again}, le ${formatDay(heldOn)} : ${outcome}`;
}

const nameOf = (block: CompetenceBlock, assessment: Assessment): string =>
  assessment.title
    ? `Épreuve « ${assessment.title} » du bloc ${block.code}`
    : `${nameAssessment(block, assessment)} du bloc ${block.code}`;

function tellOutcome(assessment: Assessment, result: AssessmentResult): string {
  if (isAssessmentAcquired(assessment, result, false)) return 'acquise';
  const isMarked = marksExpected(assessment).every(({ key }) => result.marks[key] !== undefined);
  return isMarked ? 'non acquise' : 'notation à finir';
}

function tellCredential(act: Act, { enrolment, framework }: ActContext): string {
  const held = enrolment.person.credentials.find(({ id }) => id === read(act, 'credentialId'));
  const code = held?.code ?? read(act, 'code');
  const name = framework.credentials.find((rule) => rule.code === code)?.name ?? code ?? '';
  const expiresOn = read(act, 'expiresOn');
  return `Attestation ${name} enregistrée${expiresOn ? `, elle expire le ${formatDay(expiresOn)}` : ''}`;
}

function atEmployer(act: Act, { enrolment }: ActContext): string {
  const employment = enrolment.person.employments.find(({ id }) => id === act.subjectId);
  return employment ? ` : ${employment.employerName}` : '';
}

/** « module « Télémédecine » (bloc B2), 14 h » */
function nameWaived(act: Act, context: ActContext): string {
  const asked = context.enrolment.dispensations.find(({ id }) => id === act.subjectId);
  const block = findBlock(asked?.blockCode ?? read(act, 'blockCode'), context);
  const minutes = asked ? `, ${formatMinutes(asked.requestedMinutes)} demandées` : '';
  const module = block?.modules.find(({ code }) => code === asked?.moduleCode);
  return module
    ? `module « ${module.name} » du bloc ${block?.code}${minutes}`
    : `${nameBlock(block?.code, context)}${minutes}`;
}

function tellAnswer(act: Act): string {
  const granted = readNumber(act, 'grantedMinutes');
  const hours = granted === null ? '' : ` (${formatMinutes(granted)})`;
  const state = read(act, 'state');
  if (state === 'refused') return 'refusée';
  return state === 'partial' ? `accordée en partie${hours}` : `accordée${hours}`;
}

const findBlock = (code: string | null | undefined, { framework }: ActContext) =>
  framework.blocks.find((block) => block.code === code);

/** « bloc B2 (Prise en charge administrative des patients) » */
function nameBlock(code: string | null | undefined, context: ActContext): string {
  const name = findBlock(code, context)?.name;
  return name ? `bloc ${code} (${name})` : `bloc ${code ?? ''}`.trim();
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const field = ({ data }: Act, name: string): Prisma.JsonValue | undefined =>
  data !== null && typeof data === 'object' && !Array.isArray(data) ? data[name] : undefined;

const read = (act: Act, name: string): string | null => {
  const value = field(act, name);
  return typeof value === 'string' ? value : null;
};

const readNumber = (act: Act, name: string): number | null => {
  const value = field(act, name);
  return typeof value === 'number' ? value : null;
};

export const readList = (act: Act, name: string): string[] => {
  const value = field(act, name);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
};
