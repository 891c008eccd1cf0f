import { credentialWarningDays } from '../assessments/credentials.ts';
import { attendanceWarningRate } from '../cohorts/list-missing.ts';
import { formatDay, formatMinutes, formatRate, joinWords, withDe } from '../french-format.ts';
import { addDays, daysBetween, type PlainDate } from '../plain-date.ts';
import type {
  EndingCredential,
  LowAttendance,
  NearDeadline,
  UndeclaredEarlyEnd,
  WaitingDispensation,
} from './home-facts.ts';
import { act, type UrgentRow } from './urgent-row.ts';

/** Days after which the branch's silence on a dispensation is late. */
const dispensationAnswerDays = 30;
/** Days left on a deadline below which it is a risk. */
const deadlineWarningDays = 90;

/** The first day on which the branch's silence on a dispensation sent that day is late. */
export const dispensationLateFrom = (transmittedOn: PlainDate): PlainDate =>
  addDays(transmittedOn, dispensationAnswerDays + 1);

/** A dispensation that the branch has not answered in time. */
export const writeDispensation =
  (today: PlainDate) =>
  (asked: WaitingDispensation): UrgentRow[] => {
    if (today < dispensationLateFrom(asked.transmittedOn)) return [];
    const reference = asked.reference ? `, réf. ${asked.reference}` : '';
    return [
      {
        kind: 'dispensation',
        days: daysBetween(today, addDays(asked.transmittedOn, dispensationAnswerDays)),
        subject: `Dispense ${withDe(asked.learnerName)}`,
        fact: 'pas de réponse de la CPNEFP',
        why: `Transmise le ${formatDay(asked.transmittedOn)}${reference}.`,
        actions: [
          act('record_answer', 'Ouvrir la demande', asked.dispensationId),
          act('read_dispensation', 'Voir la demande', asked.dispensationId),
        ],
        phone: null,
      },
    ];
  };

/** An attestation that the certificate asks for and that ends soon, or before the jury. */
export const writeCredential =
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
        actions: [act('read_learner', 'Ouvrir le dossier', learner.enrolmentId)],
        phone: null,
      },
    ];
  };

/** A deadline of the convention, near or past (DOMAIN 6). */
export const writeDeadline =
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
        actions: [act('read_deadlines', 'Voir pourquoi', learner.enrolmentId)],
        phone: null,
      },
    ];
  };

/** An early end that its employer has 30 days to declare to the OPCO (DOMAIN 7). */
export const writeEarlyEnd =
  (today: PlainDate) =>
  ({ enrolmentId, name, dueOn, employerName, sentence }: UndeclaredEarlyEnd): UrgentRow => {
    const days = daysBetween(today, dueOn);
    return {
      kind: 'early_end',
      days,
      subject: name,
      fact: `fin anticipée ${days < 0 ? 'qui devait être déclarée' : 'à déclarer'} à l’OPCO au plus tard le ${formatDay(dueOn)}`,
      why: `${employerName}. ${sentence}`,
      actions: [
        act('declare_early_end', 'Noter la déclaration', enrolmentId),
        act('read_learner', 'Ouvrir le dossier', enrolmentId),
      ],
      phone: null,
    };
  };

/**
 * A learner present less than the centre's warning rate asks (Q13). An absence is what was recorded
 * as one; half-days on which nobody noted anything are told as such.
 */
export const writeRate =
  (today: PlainDate) =>
  ({ learner, rate, absentMinutes, blankMinutes }: LowAttendance): UrgentRow => ({
    kind: 'rate',
    days: learner.nextJuryOn === null ? null : daysBetween(today, learner.nextJuryOn),
    subject: learner.name,
    fact: tellMissing(absentMinutes, blankMinutes),
    why: [
      `Assiduité ${formatRate(rate, 1)}, seuil ${formatRate(attendanceWarningRate, 1)}.`,
      ...(blankMinutes > 0 ? ['Elle remonte avec les feuilles, une fois remplies.'] : []),
    ].join(' '),
    actions: [act('read_learner', 'Ouvrir le dossier', learner.enrolmentId)],
    phone: null,
  });

/** « 3 h 30 d’absence et 272 h non renseignées » */
const tellMissing = (absentMinutes: number, blankMinutes: number): string =>
  joinWords([
    ...(absentMinutes > 0 || blankMinutes === 0
      ? [`${formatMinutes(absentMinutes)} d’absence`]
      : []),
    ...(blankMinutes > 0 ? [`${formatMinutes(blankMinutes)} non renseignées`] : []),
  ]);
