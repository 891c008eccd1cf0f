import { credentialWarningDays } from '../assessments/credentials.ts';
import { attendanceWarningRate } from '../cohorts/list-missing.ts';
import { countNoun, formatDay, formatLongDay, formatMinutes } from '../french-format.ts';
import { addDays, daysBetween, type PlainDate } from '../plain-date.ts';
import type {
  AwaitedAppraisal,
  EndingCredential,
  HomeFacts,
  IncompleteIdentities,
  LowAttendance,
  NearDeadline,
  NearJury,
  OpenSheet,
  UnplannedResit,
  UrgentRow,
  WaitingDispensation,
} from './urgent-row.ts';

/** Days after which the branch's silence on a dispensation is late. */
export const dispensationAnswerDays = 30;
/** Days left on a deadline below which it is a risk. */
export const deadlineWarningDays = 90;
/** Days before a jury from which learners who are not ready are a risk. */
export const juryWarningDays = 30;
/** Days before a jury from which civil data must be complete: « weeks before », PRODUCT. */
export const identityWarningDays = 60;
/** Days after a refusal by which the re-sit must be registered (reminder catalogue, DOMAIN 13). */
export const resitRegistrationDays = 30;

export interface Urgencies {
  /** Most late first. */
  readonly late: readonly UrgentRow[];
  /** Nearest first; what no day binds comes last. */
  readonly atRisk: readonly UrgentRow[];
}

/**
 * What cannot wait this morning, and what is at risk: one row a thing, with the days, the fact, why,
 * and one action. Facts within their limits are left out.
 */
export function listUrgent(facts: HomeFacts, today: PlainDate): Urgencies {
  const rows = [
    ...facts.appraisals.filter(({ dueOn }) => dueOn < today).map(writeAppraisal(today)),
    ...facts.sheets.filter(({ heldOn }) => heldOn < today).map(writeSheet(today)),
    ...facts.dispensations.flatMap(writeDispensation(today)),
    ...facts.resits.map(writeResit(today)),
    ...facts.credentials.flatMap(writeCredential(today)),
    ...facts.deadlines.flatMap(writeDeadline(today)),
    ...facts.rates.filter(({ rate }) => rate < attendanceWarningRate).map(writeRate(today)),
    ...facts.juries.flatMap(writeJury(today)),
    ...facts.identities.flatMap(writeIdentities(today)),
  ];
  const isLate = ({ days }: UrgentRow) => days !== null && days < 0;
  return {
    late: rows.filter(isLate).toSorted(byDays),
    atRisk: rows.filter((row) => !isLate(row)).toSorted(byDays),
  };
}

const byDays = (one: UrgentRow, other: UrgentRow): number =>
  (one.days ?? Number.POSITIVE_INFINITY) - (other.days ?? Number.POSITIVE_INFINITY) || 0;

const writeAppraisal =
  (today: PlainDate) =>
  (asked: AwaitedAppraisal): UrgentRow => {
    const { learner, tutorName, openedOn, remindersSent } = asked;
    const known = [
      tutorName ?? 'Aucun tuteur désigné',
      openedOn ? `lien ouvert le ${formatDay(openedOn)}` : 'lien pas encore ouvert',
      ...(remindersSent > 0 ? [countNoun(remindersSent, 'relance')] : []),
    ].join(', ');
    return {
      kind: 'appraisal',
      days: -daysBetween(asked.dueOn, today),
      subject: learner.name,
      fact: `appréciation du bloc ${asked.blockCode} non signée`,
      why: `${known}.${juryClause(learner.nextJuryOn, today)}`,
      action: {
        label: 'Saisir la feuille papier',
        page: 'paper_form',
        targetId: learner.enrolmentId,
        blockCode: asked.blockCode,
      },
      phone: asked.tutorPhone,
    };
  };

const writeSheet =
  (today: PlainDate) =>
  (sheet: OpenSheet): UrgentRow => {
    const when = `${formatDay(sheet.heldOn)} ${sheet.halfDay === 'morning' ? 'matin' : 'après-midi'}`;
    const count = sheet.unrecorded.length;
    const isEmpty = count > 0 && count === sheet.expectedCount;
    const fact = isEmpty
      ? 'aucune présence n’est notée'
      : count > 0
        ? `${countNoun(count, 'présence manque', 'présences manquent')}`
        : 'la feuille n’est pas signée';
    const names = isEmpty || count === 0 ? '' : ` ${listNames(sheet.unrecorded)}.`;
    const trainer = sheet.trainerName ?? 'formateur à désigner';
    return {
      kind: 'attendance',
      days: -daysBetween(sheet.heldOn, today),
      subject: `${sheet.title}, ${when}`,
      fact,
      why: `${sheet.cohortName}, ${trainer}.${names}`,
      action: {
        label: 'Ouvrir la feuille',
        page: 'attendance',
        targetId: sheet.slotId,
        blockCode: null,
      },
      phone: null,
    };
  };

const writeDispensation =
  (today: PlainDate) =>
  (asked: WaitingDispensation): UrgentRow[] => {
    const days = daysBetween(today, addDays(asked.transmittedOn, dispensationAnswerDays));
    if (days >= 0) return [];
    const reference = asked.reference ? `, réf. ${asked.reference}` : '';
    return [
      {
        kind: 'dispensation',
        days,
        subject: `Dispense de ${asked.learnerName}`,
        fact: 'pas de réponse de la CPNEFP',
        why: `Transmise le ${formatDay(asked.transmittedOn)}${reference}.`,
        action: {
          label: 'Ouvrir la demande',
          page: 'dispensation',
          targetId: asked.dispensationId,
          blockCode: null,
        },
        phone: null,
      },
    ];
  };

const writeResit =
  (today: PlainDate) =>
  (resit: UnplannedResit): UrgentRow => ({
    kind: 'resit',
    days: daysBetween(today, addDays(resit.decidedOn, resitRegistrationDays)),
    subject: resit.learnerName,
    fact: `bloc ${resit.blockCode} à représenter, aucune session choisie`,
    why: `Non acquis au jury du ${formatDay(resit.decidedOn)}. C’est au centre de l’inscrire.`,
    action: { label: 'Inscrire', page: 'resits', targetId: resit.decisionId, blockCode: null },
    phone: null,
  });

const writeCredential =
  (today: PlainDate) =>
  ({ learner, name, expiresOn }: EndingCredential): UrgentRow[] => {
    const days = daysBetween(today, expiresOn);
    const jury = learner.nextJuryOn;
    const isBeforeJury = jury !== null && expiresOn <= jury;
    if (days >= credentialWarningDays && !isBeforeJury) return [];
    const verb = days <= 0 ? 'a expiré' : 'expire';
    const before = isBeforeJury && days > 0 ? `, avant le jury du ${formatDay(jury)}` : '';
    return [
      {
        kind: 'credential',
        // The first day without it is already a day late.
        days: days <= 0 ? days - 1 : days,
        subject: learner.name,
        fact: `${name} ${verb} le ${formatDay(expiresOn)}${before}`,
        why: 'Le certificat la demande valide le jour de la décision. Un recyclage la prolonge.',
        action: {
          label: 'Ouvrir le dossier',
          page: 'learner',
          targetId: learner.enrolmentId,
          blockCode: null,
        },
        phone: null,
      },
    ];
  };

const writeDeadline =
  (today: PlainDate) =>
  ({ learner, kind, dueOn, employerName, sentence }: NearDeadline): UrgentRow[] => {
    const days = daysBetween(today, dueOn);
    if (days >= deadlineWarningDays) return [];
    const duty = kind === 'enrol' ? 'être en formation' : 'avoir obtenu son titre';
    return [
      {
        kind: 'deadline',
        days,
        subject: learner.name,
        fact: `${days < 0 ? 'devait' : 'doit'} ${duty} au plus tard le ${formatDay(dueOn)}`,
        why: `${employerName}. ${sentence}`,
        action: {
          label: 'Voir pourquoi',
          page: 'deadlines',
          targetId: learner.enrolmentId,
          blockCode: null,
        },
        phone: null,
      },
    ];
  };

const writeRate =
  (today: PlainDate) =>
  ({ learner, rate, missedMinutes }: LowAttendance): UrgentRow => ({
    kind: 'rate',
    days: learner.nextJuryOn === null ? null : daysBetween(today, learner.nextJuryOn),
    subject: learner.name,
    fact: `${formatMinutes(missedMinutes)} d’absence`,
    why: `Assiduité ${formatPercent(rate)}, seuil ${formatPercent(attendanceWarningRate)}.`,
    action: {
      label: 'Ouvrir le dossier',
      page: 'learner',
      targetId: learner.enrolmentId,
      blockCode: null,
    },
    phone: null,
  });

const writeJury =
  (today: PlainDate) =>
  ({ cohortId, cohortName, juryOn, learners, notReady }: NearJury): UrgentRow[] => {
    const days = daysBetween(today, juryOn);
    if (days < 0 || days > juryWarningDays || notReady === 0) return [];
    const who = countNoun(notReady, 'apprenant');
    return [
      {
        kind: 'jury',
        days,
        subject: cohortName,
        fact: `${who} sur ${learners} ${notReady < 2 ? 'n’est pas prêt' : 'ne sont pas prêts'} pour le jury`,
        why: `Jury le ${formatLongDay(juryOn)}.`,
        action: { label: 'Ouvrir le tableau', page: 'board', targetId: cohortId, blockCode: null },
        phone: null,
      },
    ];
  };

const writeIdentities =
  (today: PlainDate) =>
  ({ cohortId, cohortName, juryOn, learners, labels }: IncompleteIdentities): UrgentRow[] => {
    const days = juryOn === null ? null : daysBetween(today, juryOn);
    const [only] = learners;
    if (!only || days === null || days < 0 || days > identityWarningDays) return [];
    const isOne = learners.length === 1;
    return [
      {
        kind: 'identity',
        days,
        subject: isOne ? only.name : cohortName,
        fact: isOne
          ? 'état civil incomplet'
          : `état civil incomplet pour ${countNoun(learners.length, 'apprenant')}`,
        why: `Manque : ${labels.join(', ')}. Sans eux, le certificateur refuse le dossier.`,
        action: isOne
          ? { label: 'Compléter', page: 'learner', targetId: only.enrolmentId, blockCode: null }
          : { label: 'Compléter', page: 'cohort_learners', targetId: cohortId, blockCode: null },
        phone: null,
      },
    ];
  };

/** « Le jury est dans 25 jours. », with its leading space; nothing without a jury. */
function juryClause(juryOn: PlainDate | null, today: PlainDate): string {
  if (juryOn === null) return '';
  const days = daysBetween(today, juryOn);
  if (days < 0) return '';
  return days === 0 ? ' Le jury est aujourd’hui.' : ` Le jury est dans ${countNoun(days, 'jour')}.`;
}

const listNames = (names: readonly string[]): string =>
  names.length <= 4
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} et ${names.length - 3} autres`;

const formatPercent = (rate: number): string =>
  `${Math.floor(rate * 1000) / 10} %`.replace('.', ',');
