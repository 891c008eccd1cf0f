import { countNoun, formatLongDay } from '../french-format.ts';
import { tellResit } from '../juries/list-open-resits.ts';
import { addDays, daysBetween, type PlainDate } from '../plain-date.ts';
import type { IncompleteIdentities, NearJury, UnplannedResit } from './home-facts.ts';
import { act, type UrgentRow } from './urgent-row.ts';

/** Days before a jury from which learners who are not ready are a risk. */
const juryWarningDays = 30;
/** Days before a planned jury from which a session should be prepared: members are asked a month ahead. */
const juryPreparationDays = 45;
/** Days before a jury from which civil data must be complete: « weeks before », PRODUCT. */
const identityWarningDays = 60;
/** Days after a refusal by which the re-sit must be registered (reminder catalogue, DOMAIN 13). */
const resitRegistrationDays = 30;

/** A block to present again and for which no new session is chosen (S1:L176). */
export const writeResit =
  (today: PlainDate) =>
  ({ decisionId, learnerName, blockCode, ...resit }: UnplannedResit): UrgentRow => ({
    kind: 'resit',
    days: daysBetween(today, addDays(resit.since, resitRegistrationDays)),
    subject: learnerName,
    fact: `bloc ${blockCode} à représenter, aucune session choisie`,
    why: `${tellResit(resit)}. C’est au centre de l’inscrire.`,
    actions: [
      act('register_resit', 'Inscrire', decisionId),
      act('read_resits', 'Voir les blocs à représenter', decisionId),
    ],
    phone: null,
  });

/** A near jury before which learners are not ready. */
export const writeJury =
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
        actions: [act('read_board', 'Ouvrir le tableau', cohortId)],
        phone: null,
      },
    ];
  };

/** A jury day that is planned and near, while no session is prepared for it. */
export const writeUnpreparedJury =
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
        actions: [
          act('prepare_jury', 'Préparer le jury', cohortId),
          act('read_board', 'Voir le tableau', cohortId),
        ],
        phone: null,
      },
    ];
  };

/** Civil data that the certifier asks for and that lacks in the weeks before the jury. */
export const writeIdentities =
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
        actions: isOne
          ? [
              act('complete_learner', 'Compléter', only.enrolmentId),
              act('read_learner', 'Voir le dossier', only.enrolmentId),
            ]
          : [
              act('complete_learners', 'Compléter', cohortId),
              act('read_learners', 'Voir les apprenants', cohortId),
            ],
        phone: null,
      },
    ];
  };
