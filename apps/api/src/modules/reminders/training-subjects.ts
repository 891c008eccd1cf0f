import {
  addDays,
  countNoun,
  formatDay,
  formatLongDay,
  formatSpokenName,
  formatTime,
  type PlainDate,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { fromDay, toDay } from '../../db/days.ts';
import { listExpected } from '../attendance/expected-learners.ts';
import { listUnsigned } from '../attendance/unsigned-sheets.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import { type Contact, contactOf, type ReminderSubject } from './reminder-subjects.ts';

/** Older sheets stay on the morning's list; their reminders have gone. */
const SHEET_DAYS = 10;

/** The first day of each learner's own path, for those who have not begun. */
export async function loadConvocationSubjects(
  tx: Tx,
  today: PlainDate,
): Promise<ReminderSubject[]> {
  const first = await readFirstHalfDays(tx);
  const coming = new Map([...first].filter(([, { heldOn }]) => heldOn > today));
  const enrolments = await tx.enrolment.findMany({
    where: { id: { in: [...coming.keys()] } },
    include: { person: true, cohort: { include: { site: true } } },
  });
  return enrolments.flatMap(({ id, person, cohort }): ReminderSubject[] => {
    const start = coming.get(id);
    if (!start) return [];
    return [
      {
        kind: 'convocation',
        subjectId: id,
        dueOn: start.heldOn,
        settledOn: null,
        title: `Votre formation commence le ${formatLongDay(start.heldOn)}`,
        paragraphs: [
          `Votre formation « ${cohort.name} » commence le ${formatLongDay(start.heldOn)} à ${formatTime(start.startsAt)} : ${cohort.site.name}, ${cohort.site.address}.`,
          'Votre page montre vos journées de formation et ce qui vous est demandé.',
        ],
        action: { label: 'Voir mon parcours', path: '/mon-parcours' },
        contacts: { learner: contactOf(person, { role: 'learner', path: '/mon-parcours' }) },
      },
    ];
  });
}

interface FirstHalfDay {
  readonly heldOn: PlainDate;
  readonly startsAt: number;
}

/** The first half-day at which each learner is expected: not one that a dispensation takes off. */
async function readFirstHalfDays(tx: Tx): Promise<ReadonlyMap<string, FirstHalfDay>> {
  const rows = await tx.$queryRaw<(FirstHalfDay & { enrolmentId: string })[]>`
    select distinct on (e.id) e.id as "enrolmentId", s.held_on::text as "heldOn",
           s.starts_at as "startsAt"
      from enrolment e
      join path_run p on p.centre_id = e.centre_id and p.enrolment_id = e.id
      join slot s on s.centre_id = p.centre_id and s.module_run_id = p.module_run_id
     where e.state = 'active' and s.cancelled_at is null and s.held_on >= e.starts_on
       and not exists (
         select from dispensation d
          where d.centre_id = e.centre_id and d.enrolment_id = e.id
            and d.state in ('granted', 'partial'))
     order by e.id, s.held_on, s.starts_at`;
  return new Map([
    ...rows.map(({ enrolmentId, ...half }) => [enrolmentId, half] as const),
    ...(await readLightenedStarts(tx)),
  ]);
}

/** Of the few who have a dispensation, by the rule that the sheets and the calendars follow. */
async function readLightenedStarts(tx: Tx): Promise<ReadonlyMap<string, FirstHalfDay>> {
  const lightened = await tx.enrolment.findMany({
    where: { state: 'active', dispensations: { some: { state: { in: ['granted', 'partial'] } } } },
    select: { id: true, pathRuns: { select: { moduleRunId: true } } },
  });
  const runIds = lightened.flatMap(({ pathRuns }) => pathRuns.map((run) => run.moduleRunId));
  const slots = await tx.slot.findMany({
    where: { moduleRunId: { in: runIds }, cancelledAt: null },
    include: { moduleRun: true },
    orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }],
  });
  const expected = await listExpected(tx, slots);
  const starts = lightened.flatMap(({ id }) => {
    const slot = slots.find((one) =>
      expected.get(one.id)?.some(({ enrolmentId }) => enrolmentId === id),
    );
    return slot ? [[id, { heldOn: toDay(slot.heldOn), startsAt: slot.startsAt }] as const] : [];
  });
  return new Map(starts);
}

/** Sheets of half-days past that nobody has signed: the trainer, then the office (DOMAIN 13). */
export async function loadSheetSubjects(
  tx: Tx,
  today: PlainDate,
  office: Contact[],
): Promise<ReminderSubject[]> {
  const since = { heldOn: { gte: fromDay(addDays(today, -SHEET_DAYS)) } };
  const sheets = await listUnsigned(tx, since, today);
  return sheets.map(({ slot, expected }): ReminderSubject => {
    const heldOn = toDay(slot.heldOn);
    const trainer = slot.trainer ? formatSpokenName(slot.trainer) : 'un formateur à désigner';
    return {
      kind: 'signature_missing',
      subjectId: slot.id,
      dueOn: heldOn,
      settledOn: null,
      title: `Feuille à signer : ${formatDay(heldOn)} à ${formatTime(slot.startsAt)}`,
      paragraphs: [
        `La feuille d’émargement du ${formatLongDay(heldOn)} à ${formatTime(slot.startsAt)} (${countNoun(expected.length, 'apprenant attendu', 'apprenants attendus')}, ${trainer}) n’est pas signée. Sans signature, ces heures ne comptent pour personne.`,
      ],
      action: { label: 'Ouvrir la feuille', path: `/emargement/${slot.id}` },
      contacts: { trainer: contactOf(slot.trainer), coordinator: office },
      words: {
        trainer: {
          title: `Votre feuille du ${formatDay(heldOn)} à ${formatTime(slot.startsAt)} est à signer`,
          paragraphs: [
            `Votre feuille d’émargement du ${formatLongDay(heldOn)} à ${formatTime(slot.startsAt)} (${countNoun(expected.length, 'apprenant attendu', 'apprenants attendus')}) n’est pas signée. Sans votre signature, ces heures ne comptent pour personne.`,
          ],
        },
      },
    };
  });
}

/** The end of registration of the titles that cohorts still prepare. */
export async function loadRegistrationSubjects(
  tx: Tx,
  office: Contact[],
): Promise<ReminderSubject[]> {
  const cohorts = await tx.cohort.findMany({
    where: { state: { not: 'completed' } },
    select: { frameworkVersionId: true },
  });
  const directors = await tx.membership.findMany({
    where: { role: 'director', endedAt: null },
    include: { person: true },
  });
  const frameworks = await loadFrameworks(
    tx,
    cohorts.map(({ frameworkVersionId }) => frameworkVersionId),
  );
  return [...frameworks].flatMap(([id, { title, certification }]): ReminderSubject[] => {
    const endsOn = certification?.registeredTo;
    if (!certification || !endsOn) return [];
    return [
      {
        kind: 'registration_end',
        subjectId: id,
        dueOn: endsOn,
        settledOn: null,
        title: `Fin d’enregistrement de ${certification.rncp ?? title} le ${formatDay(endsOn)}`,
        paragraphs: [
          `« ${title} » est enregistré jusqu’au ${formatLongDay(endsOn)}. Une cohorte le prépare encore : qui entre en formation après ce jour ne peut plus l’obtenir par cette version.`,
        ],
        action: { label: 'Voir le référentiel', path: `/referentiels/${id}` },
        contacts: {
          coordinator: office,
          director: directors.flatMap(({ person }) => contactOf(person)),
        },
      },
    ];
  });
}
