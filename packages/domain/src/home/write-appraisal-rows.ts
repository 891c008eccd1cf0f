import { countNoun, formatDay, formatLongDay, joinWords } from '../french-format.ts';
import { daysBetween, type PlainDate } from '../plain-date.ts';
import type { AwaitedAppraisal, InterruptedAppraisals, UnaskedAppraisals } from './home-facts.ts';
import { act, type UrgentRow } from './urgent-row.ts';

/** Days before a jury from which tutors should have been asked: they answer within a month. */
const requestDays = 45;

/** An appraisal on its last day or past it: who was asked, how often reminded, how near the jury is. */
export const writeAppraisal =
  (today: PlainDate) =>
  (asked: AwaitedAppraisal): UrgentRow => {
    const { learner, blockCode, tutorName, openedOn, remindersSent, signedOn } = asked;
    const known = [
      tutorName ?? 'Aucun tuteur désigné',
      openedOn ? `lien ouvert le ${formatDay(openedOn)}` : 'lien pas encore ouvert',
      ...(remindersSent > 0 ? [countNoun(remindersSent, 'relance')] : []),
    ].join(', ');
    return {
      kind: 'appraisal',
      days: daysBetween(today, asked.dueOn),
      subject: learner.name,
      fact: `${signedOn === null ? 'appréciation' : 'nouvelle appréciation'} du bloc ${blockCode} non signée`,
      why: `${known}.${signedClause(signedOn)}${juryClause(learner.nextJuryOn, today)}`,
      actions: [
        act('enter_paper_form', 'Saisir la feuille papier', learner.enrolmentId, blockCode),
        act('read_appraisals', 'Voir ses appréciations', learner.enrolmentId),
      ],
      phone: asked.tutorPhone,
    };
  };

/**
 * What was asked of a tutor who is no longer in post: one row a learner, with whom to ask instead
 * (DOMAIN Q5).
 */
export const writeHandOver =
  (today: PlainDate) =>
  ({ learner, blockCodes, dueOn, tutorName }: InterruptedAppraisals): UrgentRow => {
    const [subject, verb] =
      blockCodes.length === 1
        ? [`l’appréciation du bloc ${blockCodes[0]}`, 'est']
        : [`les appréciations des blocs ${joinWords(blockCodes)}`, 'sont'];
    const row = {
      kind: 'appraisal' as const,
      days: dueOn === null ? null : daysBetween(today, dueOn),
      subject: learner.name,
      fact: `${subject} ${verb} à demander à un autre tuteur`,
      phone: null,
    };
    const gone = 'Le tuteur à qui elle était demandée n’est plus en poste.';
    const who =
      tutorName === null
        ? ' Aucun autre n’est désigné : il se choisit dans le dossier, avec l’emploi.'
        : ` ${tutorName} l’est désormais.`;
    return {
      ...row,
      why: `${blockCodes.length === 1 ? gone : gone.replace('elle était demandée', 'elles étaient demandées')}${who}${juryClause(learner.nextJuryOn, today)}`,
      actions:
        tutorName === null
          ? [
              act('complete_learner', 'Désigner le tuteur', learner.enrolmentId),
              act('read_learner', 'Voir le dossier', learner.enrolmentId),
            ]
          : [
              act('hand_over_appraisals', 'Demander au nouveau tuteur', learner.enrolmentId),
              act('read_appraisals', 'Voir ses appréciations', learner.enrolmentId),
            ],
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

/** That the appraisal signed before counts in the meantime: the board says the block is ready. */
const signedClause = (signedOn: PlainDate | null): string =>
  signedOn === null ? '' : ` Celle du ${formatDay(signedOn)} compte en attendant.`;

/** « Le jury est dans 25 jours. », with its leading space; nothing without a jury. */
function juryClause(juryOn: PlainDate | null, today: PlainDate): string {
  if (juryOn === null) return '';
  const days = daysBetween(today, juryOn);
  if (days < 0) return '';
  return days === 0 ? ' Le jury est aujourd’hui.' : ` Le jury est dans ${countNoun(days, 'jour')}.`;
}
