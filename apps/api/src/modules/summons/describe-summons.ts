import {
  countNoun,
  formatLongDay,
  formatMinutes,
  formatTime,
  type SummonsLine,
  type ToldEvent,
  tellExtraTime,
} from '@jalon/domain';

/** The names that a convocation says. */
interface Names {
  readonly centre: string;
  readonly learner: string;
  readonly training: string;
  readonly cohort: string;
  readonly site: string;
  readonly madeOn: string;
}

/** What the PDF and the mail say: of the half-days to come, or of one assessment event. */
export const describeSummons = (
  lines: readonly SummonsLine[],
  event: ToldEvent | null,
  names: Names,
) => ({
  ...names,
  ...summarise(lines),
  days: listDays(lines),
  ...(event ? sayEvent(event, lines, names) : sayTraining(lines, names)),
});

function sayTraining(lines: readonly SummonsLine[], names: Names) {
  const { period, count } = summarise(lines);
  return {
    heading: 'Convocation',
    startLabel: 'Première demi-journée',
    countLabel: 'Durée à venir',
    invitation: `Nous vous attendons en formation ${period}, aux jours et heures ci-dessous. Votre présence s’émarge à chaque demi-journée. Si vous ne pouvez pas venir, prévenez votre centre avant la séance.`,
    listHeading: 'Vos demi-journées',
    whatLabel: 'Module',
    whereLabel: 'Lieu et formateur',
    calendarName: `Formation, ${names.cohort}`,
    mailSubject: `Votre convocation : ${names.training}`,
    mailOpening: `${names.centre} vous attend en formation ${period}, ${count}, à ${names.site}.`,
  };
}

function sayEvent(event: ToldEvent, lines: readonly SummonsLine[], names: Names) {
  const day = `${formatLongDay(event.heldOn)} à ${formatTime(event.startsAt)}`;
  const extra = tellExtraTime(event.extraTime, event.minutes);
  return {
    heading: `Convocation à l’évaluation du bloc ${event.blockCode}`,
    site: event.place,
    count: lines.map(({ minutes }) => formatMinutes(minutes)).join(', '),
    startLabel: 'Séance d’évaluation',
    countLabel: 'Durée',
    invitation: `Vous passez le ${day} les épreuves ci-dessous.${extra ? ` Votre temps est aménagé : ${extra}.` : ''} Présentez-vous avec une pièce d’identité. Si vous ne pouvez pas venir, prévenez votre centre avant la séance.`,
    listHeading: 'Vos épreuves',
    whatLabel: 'Épreuves',
    whereLabel: 'Lieu',
    calendarName: `Évaluation, ${names.cohort}`,
    mailSubject: `Votre convocation : évaluation du bloc ${event.blockCode}`,
    mailOpening: `${names.centre} vous attend le ${day} pour l’évaluation du bloc ${event.blockCode} : ${event.assessments.join(', ')}. Lieu : ${event.place}.`,
  };
}

function summarise(lines: readonly SummonsLine[]) {
  const [first] = lines;
  const last = lines.at(-1) ?? first;
  const total = lines.reduce((sum, { minutes }) => sum + minutes, 0);
  const period =
    first && last && first.date !== last.date
      ? `du ${formatLongDay(first.date)} au ${formatLongDay(last.date)}`
      : `le ${formatLongDay(first?.date ?? '1900-01-01')}`;
  const start = first ? `${formatLongDay(first.date)} à ${formatTime(first.startsAt)}` : '';
  return {
    period,
    start,
    count: `${countNoun(lines.length, 'demi-journée')}, ${formatMinutes(total)}`,
  };
}

const listDays = (lines: readonly SummonsLine[]) =>
  lines.map(({ date, startsAt, minutes, title, place, trainerName }) => ({
    day: formatLongDay(date),
    hours: `${formatTime(startsAt)} – ${formatTime(startsAt + minutes)}`,
    title,
    place,
    trainer: trainerName ?? '',
  }));
