import {
  type ActCode,
  type Assessment,
  type AssessmentResult,
  blockDecisions,
  type CertificateKind,
  type CompetenceBlock,
  certificateKinds,
  decisionNames,
  type Framework,
  formatDay,
  formatMinutes,
  isAssessmentAcquired,
  type Marks,
  marksExpected,
  nameAct,
  nameAssessment,
  positioningOutcomeNames,
  positioningOutcomes,
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

/** What follows the name of the act, with its own separator: « : bloc B1 (…) », « le 3 mars 2026 ». */
type Tell = (act: Act, context: ActContext) => string;

const nothingMore: Tell = () => '';
const aboutAppraised: Tell = (act, context) => about(nameAppraised(act, context));
const aboutWaived: Tell = (act, context) => about(nameWaived(act, context));
const aboutEvidence: Tell = (act, context) => about(read(act, 'label'), nameWaived(act, context));
const aboutResult: Tell = (act, context) => about(tellResult(act, context));
const aboutCredential: Tell = (act, context) => about(tellCredential(act, context));
const aboutEmployer: Tell = (act, context) => about(nameEmployer(act, context));

/** What each act was about. An act that is not listed is only bookkeeping. */
const details: Readonly<Partial<Record<ActCode, Tell>>> = {
  'appraisal.requested': (act, context) => {
    const dueOn = read(act, 'dueOn');
    return about(nameAppraised(act, context), dueOn && `pour le ${formatDay(dueOn)}`);
  },
  'appraisal.link-sent': aboutAppraised,
  'appraisal.handed-over': aboutAppraised,
  'appraisal.ended': (act, context) => {
    const reason = requestEndReasons.find((one) => one === read(act, 'reason'));
    return about(nameAppraised(act, context), reason ? tellEndReason(reason) : 'sans objet');
  },
  'appraisal.reopened': (act, context) =>
    about(nameAppraised(act, context), 'l’inscription reprend'),
  'appraisal.withdrawn': aboutAppraised,
  'appraisal.opened': aboutAppraised,
  'appraisal.signed': aboutAppraised,
  'appraisal.correction-begun': aboutAppraised,
  'appraisal.paper-entered': aboutAppraised,
  'joint-review.opened': nothingMore,
  'joint-review.withdrawn': nothingMore,
  'joint-review.handed-over': nothingMore,
  'joint-review.completed': nothingMore,
  'self-assessment.invited': nothingMore,
  'assessment.recorded': aboutResult,
  'assessment.corrected': aboutResult,
  'assessment.removed': aboutResult,
  'certificate.issued': (act) => about(nameDocument(act)),
  'certificate.revoked': (act) => about(read(act, 'number')),
  'certificate.copied-to-cpam': (act) => {
    const sentOn = read(act, 'sentOn');
    return sentOn ? ` le ${formatDay(sentOn)}` : '';
  },
  'credential.recorded': aboutCredential,
  'credential.corrected': aboutCredential,
  'credential.removed': aboutCredential,
  'notice.sent': nothingMore,
  'summons.sent': nothingMore,
  'assessment-event.summoned': nothingMore,
  'deadline.suspended': (act, context) => {
    const [from, to] = [read(act, 'fromOn'), read(act, 'toOn')];
    const when = from && to ? ` du ${formatDay(from)} au ${formatDay(to)}` : '';
    return when + about(nameEmployer(act, context));
  },
  'deadline.suspension-removed': aboutEmployer,
  'dispensation.drafted': aboutWaived,
  'dispensation.filed': aboutWaived,
  'dispensation.transmitted': (act, context) => {
    const reference = read(act, 'reference');
    return about(nameWaived(act, context), reference && `réf. ${reference}`);
  },
  'dispensation.decided': (act, context) => about(tellAnswer(act), nameWaived(act, context)),
  'dispensation.answer-entered': (act, context) =>
    about(`dispense ${tellAnswer(act)}`, nameWaived(act, context)),
  'dispensation.answer-rectified': (act, context) =>
    about(`dispense ${tellAnswer(act)}`, nameWaived(act, context)),
  'dispensation.withdrawn': (act, context) => {
    const on = read(act, 'on');
    return (on ? ` le ${formatDay(on)}` : '') + about(nameWaived(act, context));
  },
  'dispensation.evidence-gathered': aboutEvidence,
  'dispensation.evidence-lacking': aboutEvidence,
  'early-end.declared': tellDeclared,
  'early-end.corrected': tellDeclared,
  'employment.created': aboutEmployer,
  'employment.updated': aboutEmployer,
  'enrolment.created': (_, { enrolment }) => ` dans « ${enrolment.cohort.name} »`,
  'enrolment.imported': (_, { enrolment }) => ` dans « ${enrolment.cohort.name} »`,
  'enrolment.changed-by-import': nothingMore,
  'enrolment.updated': () => about('conditions d’entrée, financement ou dates'),
  'enrolment.path-changed': (act, { runs }) => {
    const added = readList(act, 'added').flatMap((id) => runs.get(id) ?? []);
    return about(...added.map(({ name, cohortName }) => `« ${name} » avec « ${cohortName} »`));
  },
  'enrolment.withdrawn': (act) => {
    const on = read(act, 'on');
    return on ? ` au ${formatDay(on)}` : '';
  },
  'enrolment.reinstated': () => about('l’inscription reprend'),
  'enrolment.completed': nothingMore,
  'enrolment.reopened': nothingMore,
  'jury.decided': tellDecision,
  'jury.rectified': tellDecision,
  'nir.entered': nothingMore,
  'nir.purged': nothingMore,
  'person.created': nothingMore,
  'positioning.recorded': tellPositioning,
  'positioning.corrected': tellPositioning,
  'person.updated': () => about('état civil ou coordonnées'),
  'resit.registered': (act, context) => {
    const plannedOn = read(act, 'plannedOn');
    const when = plannedOn ? ` le ${formatDay(plannedOn)}` : '';
    return when + about(nameBlock(read(act, 'blockCode'), context));
  },
};

const detailOf = (action: string): Tell | undefined =>
  Object.hasOwn(details, action) ? details[action as ActCode] : undefined;

/**
 * What was done, in a sentence: the journal's own words, then what it was about. `null` for what is
 * only bookkeeping.
 */
export function describeAction(act: Act, context: ActContext): string | null {
  const tell = detailOf(act.action);
  return tell ? `${nameAct(act.action)}${tell(act, context)}.` : null;
}

function tellDeclared(act: Act): string {
  const declaredOn = read(act, 'declaredOn');
  return declaredOn ? ` le ${formatDay(declaredOn)}` : '';
}

/** « : bloc B1 (…), pour le 7 décembre 2026 », of what is known. */
function about(...parts: readonly (string | null)[]): string {
  const known = parts.filter((part) => part !== null && part !== '');
  return known.length > 0 ? ` : ${known.join(', ')}` : '';
}

const documentNames: Readonly<Record<CertificateKind, string>> = {
  certificate: 'certificat',
  fae_attestation: 'attestation',
  block_attestation: 'attestation d’un bloc',
};

function nameDocument(act: Act): string {
  const kind = certificateKinds.find((one) => one === read(act, 'kind'));
  return `${documentNames[kind ?? 'certificate']} ${read(act, 'number') ?? ''}`.trim();
}

function nameAppraised(act: Act, context: ActContext): string {
  const appraisal = context.enrolment.appraisals.find(({ id }) => id === act.subjectId);
  return nameBlock(appraisal?.blockCode ?? read(act, 'blockCode'), context);
}

/** « épreuve 2 du bloc B1, le 12 octobre 2026, acquise »; empty when the result is no more. */
function tellResult(act: Act, context: ActContext): string {
  const result = context.enrolment.assessmentResults.find(({ id }) => id === read(act, 'resultId'));
  const block = findBlock(result?.blockCode, context);
  const assessment = block?.assessments.find(({ code }) => code === result?.assessmentCode);
  if (!result || !block || !assessment) return '';
  const again = result.attempt > 1 ? `, ${result.attempt}e passage` : '';
  const heldOn = toDay(result.heldOn);
  const outcome = tellOutcome(assessment, { ...result, heldOn, marks: result.marks as Marks });
  return `${lower(nameOf(block, assessment))}${again}, le ${formatDay(heldOn)}, ${outcome}`;
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
  return `${name}${expiresOn ? `, elle expire le ${formatDay(expiresOn)}` : ''}`;
}

function nameEmployer(act: Act, { enrolment }: ActContext): string | null {
  const employment = enrolment.person.employments.find(({ id }) => id === act.subjectId);
  return employment?.employerName ?? null;
}

/** « du 14 décembre 2026 : bloc B1 (…) acquis » */
function tellDecision(act: Act, context: ActContext): string {
  const { juryDecisions } = context.enrolment;
  const decision = juryDecisions.find(({ id }) => id === read(act, 'decisionId'));
  const when = decision ? ` du ${formatDay(toDay(decision.heldOn))}` : '';
  const decided = blockDecisions.find((one) => one === read(act, 'decision'));
  const block = nameBlock(read(act, 'blockCode'), context);
  return when + about(decided ? `${block} ${decisionNames[decided]}` : block);
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

/** « : admission avec adaptation, le 20 novembre 2026 » */
function tellPositioning(act: Act): string {
  const outcome = positioningOutcomes.find((one) => one === read(act, 'outcome'));
  const heldOn = read(act, 'heldOn');
  return about(
    outcome ? lower(positioningOutcomeNames[outcome]) : null,
    heldOn && `le ${formatDay(heldOn)}`,
  );
}

function tellAnswer(act: Act): string {
  const granted = readNumber(act, 'grantedMinutes');
  const hours = granted === null ? '' : ` (${formatMinutes(granted)})`;
  const state = read(act, 'state');
  if (state === 'refused') return 'refusée';
  if (state === 'transmitted') return 'encore sans réponse';
  return state === 'partial' ? `accordée en partie${hours}` : `accordée${hours}`;
}

const findBlock = (code: string | null | undefined, { framework }: ActContext) =>
  framework.blocks.find((block) => block.code === code);

/** « bloc B2 (Prise en charge administrative des patients) » */
function nameBlock(code: string | null | undefined, context: ActContext): string {
  const name = findBlock(code, context)?.name;
  return name ? `bloc ${code} (${name})` : `bloc ${code ?? ''}`.trim();
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

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
