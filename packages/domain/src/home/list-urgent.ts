import { credentialWarningDays } from '../assessments/credentials.ts';
import { attendanceWarningRate } from '../cohorts/list-missing.ts';
import { countNoun, formatDay, formatLongDay, formatMinutes } from '../french-format.ts';
import { addDays, daysBetween, type PlainDate } from '../plain-date.ts';
import { listNames } from './list-names.ts';
import type {
  AwaitedAppraisal,
  CohortStart,
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
import { writePaths } from './write-paths.ts';

/** Unsigned sheets of one cohort that each have a row; more of them share one. */
const sheetsNamedOneByOne = 3;
/** Days after which the branch's silence on a dispensation is late. */
const dispensationAnswerDays = 30;
/** Days left on a deadline below which it is a risk. */
const deadlineWarningDays = 90;
/** Days before a jury from which learners who are not ready are a risk. */
const juryWarningDays = 30;
/** Days before a planned jury from which a session should be prepared: members are asked a month ahead. */
const juryPreparationDays = 45;
/** Days before a jury from which civil data must be complete: « weeks before », PRODUCT. */
const identityWarningDays = 60;
/** Days after a refusal by which the re-sit must be registered (reminder catalogue, DOMAIN 13). */
const resitRegistrationDays = 30;

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
    ...writeSheets(facts.sheets, today),
    ...facts.starts.flatMap(writeStart(today)),
    ...facts.dispensations.flatMap(writeDispensation(today)),
    ...facts.resits.map(writeResit(today)),
    ...facts.credentials.flatMap(writeCredential(today)),
    ...facts.deadlines.flatMap(writeDeadline(today)),
    ...facts.rates.filter(({ rate }) => rate < attendanceWarningRate).map(writeRate(today)),
    ...facts.juries.flatMap(writeJury(today)),
    ...facts.juries.flatMap(writeUnpreparedJury(today)),
    ...facts.identities.flatMap(writeIdentities(today)),
    ...writePaths(facts.paths, today),
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

/** A cohort's sheets, one row each while they are few; beyond, one row that leads to their list. */
function writeSheets(sheets: readonly OpenSheet[], today: PlainDate): UrgentRow[] {
  const past = sheets.filter(({ heldOn }) => heldOn < today);
  return [...new Set(past.map(({ cohortId }) => cohortId))].flatMap((cohortId) => {
    const own = past.filter((sheet) => sheet.cohortId === cohortId);
    return own.length > sheetsNamedOneByOne
      ? [writeManySheets(own, today)]
      : own.map(writeSheet(today));
  });
}

function writeManySheets(sheets: readonly OpenSheet[], today: PlainDate): UrgentRow {
  const oldest = sheets.reduce((first, next) => (next.heldOn < first.heldOn ? next : first));
  const withoutTrainer = sheets.filter(({ trainerName }) => trainerName === null).length;
  const trainers = [...new Set(sheets.flatMap(({ trainerName }) => trainerName ?? []))];
  const who = [
    ...(trainers.length > 0 ? [listNames(trainers.toSorted())] : []),
    ...(withoutTrainer > 0 ? [`${withoutTrainer} sans formateur`] : []),
  ].join(', ');
  return {
    kind: 'attendance',
    days: -daysBetween(oldest.heldOn, today),
    subject: oldest.cohortName,
    fact: `${sheets.length} feuilles d’émargement ne sont pas signées`,
    why: `La plus ancienne est celle du ${formatDay(oldest.heldOn)}. ${who}.`,
    action: {
      label: 'Voir les feuilles',
      page: 'cohort_sheets',
      targetId: oldest.cohortId,
      blockCode: null,
    },
    phone: null,
  };
}

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

/** A jury day that is planned and near, while no session is prepared for it. */
const writeUnpreparedJury =
  (today: PlainDate) =>
  ({ cohortId, cohortName, juryOn, isPrepared }: NearJury): UrgentRow[] => {
    const days = daysBetween(today, juryOn);
    if (isPrepared || days < 0 || days > juryPreparationDays) return [];
    return [
      {
        kind: 'jury',
        days,
        subject: cohortName,
        fact: 'aucune session de jury n’est préparée',
        why: `Jury prévu le ${formatLongDay(juryOn)} : convoquez ses membres et ses candidats.`,
        action: {
          label: 'Préparer le jury',
          page: 'new_jury',
          targetId: cohortId,
          blockCode: null,
        },
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

/** From its first half-day on, a planned cohort is proposed to be started (DOMAIN 7, W46). */
const writeStart =
  (today: PlainDate) =>
  ({ cohortId, cohortName, state, firstDay }: CohortStart): UrgentRow[] => {
    if (state !== 'planned' || firstDay === null || firstDay > today) return [];
    const days = daysBetween(today, firstDay);
    return [
      {
        kind: 'start',
        days,
        subject: cohortName,
        fact:
          days === 0
            ? 'commence aujourd’hui, elle est encore « planifiée »'
            : `a commencé le ${formatDay(firstDay)}, elle est encore « planifiée »`,
        why: 'Démarrez-la : elle passe « en cours » dans vos listes et sur cette page.',
        action: {
          label: 'Démarrer la cohorte',
          page: 'cohort_settings',
          targetId: cohortId,
          blockCode: null,
        },
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

const formatPercent = (rate: number): string =>
  `${Math.floor(rate * 1000) / 10} %`.replace('.', ',');
