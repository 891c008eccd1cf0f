import { countNoun, formatDay, formatLongDay } from '../french-format.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import type { AwaitedAppraisal, CohortStart, OpenSheet, UnaskedAppraisals } from './home-facts.ts';
import { listNames } from './list-names.ts';
import { act, type UrgentRow } from './urgent-row.ts';

/** Unsigned sheets of one cohort that each have a row; more of them share one. */
const sheetsNamedOneByOne = 3;
/** Days before a jury from which tutors should have been asked: they answer within a month. */
const requestDays = 45;

/** An appraisal past its day: who was asked, how often reminded, how near the jury is. */
export const writeAppraisal =
  (today: PlainDate) =>
  (asked: AwaitedAppraisal): UrgentRow => {
    const { learner, blockCode, tutorName, openedOn, remindersSent } = asked;
    const known = [
      tutorName ?? 'Aucun tuteur désigné',
      openedOn ? `lien ouvert le ${formatDay(openedOn)}` : 'lien pas encore ouvert',
      ...(remindersSent > 0 ? [countNoun(remindersSent, 'relance')] : []),
    ].join(', ');
    return {
      kind: 'appraisal',
      days: -daysBetween(asked.dueOn, today),
      subject: learner.name,
      fact: `appréciation du bloc ${blockCode} non signée`,
      why: `${known}.${juryClause(learner.nextJuryOn, today)}`,
      actions: [
        act('enter_paper_form', 'Saisir la feuille papier', learner.enrolmentId, blockCode),
        act('read_appraisals', 'Voir ses appréciations', learner.enrolmentId),
      ],
      phone: asked.tutorPhone,
    };
  };

/** Appraisals that a near jury needs and that nobody has asked for: one row a cohort. */
export const writeUnasked =
  (today: PlainDate) =>
  ({ cohortId, cohortName, juryOn, count, withoutTutor }: UnaskedAppraisals): UrgentRow[] => {
    const days = daysBetween(today, juryOn);
    if (days < 0 || days > requestDays || count + withoutTutor === 0) return [];
    const alone = `${countNoun(withoutTutor, 'apprenant')} ${withoutTutor < 2 ? 'n’a' : 'n’ont'} pas de tuteur désigné`;
    const row = {
      kind: 'appraisal' as const,
      days,
      subject: cohortName,
      phone: null,
    };
    if (count === 0)
      return [
        {
          ...row,
          fact: `${alone} pour les apprécier`,
          why: `Jury le ${formatLongDay(juryOn)}. Le tuteur se choisit dans le dossier, avec l’emploi.`,
          actions: [act('read_learners', 'Voir les apprenants', cohortId)],
        },
      ];
    return [
      {
        ...row,
        fact: `${countNoun(count, 'appréciation reste', 'appréciations restent')} à demander aux tuteurs`,
        why: `Jury le ${formatLongDay(juryOn)}.${withoutTutor > 0 ? ` ${alone}.` : ''}`,
        actions: [
          act('request_appraisals', 'Demander les appréciations', cohortId),
          act('read_board', 'Voir le tableau', cohortId),
        ],
      },
    ];
  };

/** A cohort's sheets, one row each while they are few; beyond, one row that leads to their list. */
export function writeSheets(sheets: readonly OpenSheet[], today: PlainDate): UrgentRow[] {
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
    actions: [act('read_sheets', 'Voir les feuilles', oldest.cohortId)],
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
      actions: [
        act('fill_sheet', 'Ouvrir la feuille', sheet.slotId),
        act('read_sheet', 'Voir la feuille', sheet.slotId),
      ],
      phone: null,
    };
  };

/** From its first half-day on, a planned cohort is proposed to be started (DOMAIN 7, W46). */
export const writeStart =
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
        actions: [
          act('start_cohort', 'Démarrer la cohorte', cohortId),
          act('read_board', 'Voir le tableau', cohortId),
        ],
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
