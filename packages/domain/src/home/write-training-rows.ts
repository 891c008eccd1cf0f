import { countNoun, formatDay } from '../french-format.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import type { CohortStart, OpenSheet } from './home-facts.ts';
import { listNames } from './list-names.ts';
import { act, type UrgentRow } from './urgent-row.ts';

/** Unsigned sheets of one cohort that each have a row; more of them share one. */
const sheetsNamedOneByOne = 3;
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
