import type { Input, Output } from '@jalon/contract';
import {
  formatDay,
  formatName,
  type MailSending,
  type PlainDate,
  plannedReminders,
  type ReminderKind,
  reminderCatalogue,
  stateOfMail,
  tellSending,
} from '@jalon/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Prisma, type Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { found } from '../../http/domain-error.ts';
import { nameActors } from '../audit/name-actors.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import { type Act, type ActContext, describeAction, readList } from './describe-action.ts';
import { describeLead } from './describe-lead.ts';
import { loadReminderSubjects } from './load-subjects.ts';
import { recipientWords } from './recipient-words.ts';
import { wordsFor } from './reminder-subjects.ts';
import {
  type EnrolmentWithSubjects,
  listSubjectIds,
  namePathRuns,
  withSubjects,
} from './timeline-subjects.ts';

type Timeline = Output<'GET /enrolments/:enrolmentId/timeline'>;
type Entry = Timeline['past'][number];

const MOST_RECENT = 300;

/** What happened to one learner and what is planned: proof of reminders, and of who did what. */
@Injectable()
export class TimelineService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  read(
    actor: Actor,
    { params }: Input<'GET /enrolments/:enrolmentId/timeline'>,
  ): Promise<Timeline> {
    const today = this.clock.today();
    return this.db.run(actor, async ({ tx }) => {
      const enrolment = found(
        await tx.enrolment.findFirst({ where: { id: params.enrolmentId }, include: withSubjects }),
        'Cette inscription',
      );
      const subjectIds = listSubjectIds(enrolment);
      const past = await loadPast(tx, enrolment, subjectIds);
      const { cohort, person } = enrolment;
      return {
        learnerName: formatName(person),
        cohort: { id: cohort.id, name: cohort.name },
        planned: await loadPlanned(tx, subjectIds, today),
        past,
      };
    });
  }
}

async function loadPast(
  tx: Tx,
  enrolment: EnrolmentWithSubjects,
  subjectIds: string[],
): Promise<Entry[]> {
  const { personId } = enrolment;
  const reminders = await tx.reminder.findMany({
    where: { subjectId: { in: subjectIds } },
    include: { mail: true },
    orderBy: { createdAt: 'desc' },
    take: MOST_RECENT,
  });
  const actions = await tx.auditEvent.findMany({
    where: { subjectId: { in: subjectIds } },
    orderBy: { seq: 'desc' },
    take: MOST_RECENT,
  });
  const reminderMails = new Set(reminders.flatMap(({ mailId }) => (mailId ? [mailId] : [])));
  const namedMails = actions
    .flatMap(({ data }) => mailIdIn(data))
    .filter((id) => !reminderMails.has(id));
  const mails = await tx.mail.findMany({
    where: {
      OR: [{ personId }, { id: { in: namedMails } }],
      NOT: { id: { in: [...reminderMails] } },
    },
    orderBy: { createdAt: 'desc' },
    take: MOST_RECENT,
  });
  const names = await nameActors(tx, actions);
  const context = await loadContext(tx, enrolment, actions);
  const entries: Entry[] = [
    ...reminders.map((row) => ({
      id: row.id,
      at: row.createdAt.toISOString(),
      type: 'reminder' as const,
      title: `Relance : ${row.mail?.subject ?? reminderCatalogue[row.kind as ReminderKind].title}.`,
      detail: `À ${row.mail?.toName ?? row.recipientEmail} (${row.recipientEmail}). ${describeLead(row.lead)} le ${formatDay(toDay(row.dueOn))}. ${tellSending(row.mail)}`,
      by: 'Jalon',
      mailToResend: row.mail && toResend(row.mail),
    })),
    ...mails.map((mail) => ({
      id: mail.id,
      at: mail.createdAt.toISOString(),
      type: 'mail' as const,
      title: `Mail : ${mail.subject}.`,
      detail: `À ${mail.toName} (${mail.toEmail}). ${tellSending(mail)}`,
      by: 'Jalon',
      mailToResend: toResend(mail),
    })),
    ...actions.flatMap((event) => {
      const title = describeAction(event, context);
      if (title === null) return [];
      return [
        {
          id: `a${event.seq}`,
          at: event.at.toISOString(),
          type: 'action' as const,
          title,
          detail: '',
          by: names.get(event.actorUserId ?? '') ?? 'Jalon',
          mailToResend: null,
        },
      ];
    }),
  ];
  return entries.toSorted((one, other) => other.at.localeCompare(one.at)).slice(0, MOST_RECENT);
}

/** What the acts are told from: the rows, the programme's names, the runs put on the path. */
async function loadContext(
  tx: Tx,
  enrolment: EnrolmentWithSubjects,
  actions: readonly Act[],
): Promise<ActContext> {
  const { frameworkVersionId } = enrolment.cohort;
  const frameworks = await loadFrameworks(tx, [frameworkVersionId]);
  const framework = found(frameworks.get(frameworkVersionId) ?? null, 'Ce référentiel');
  const runs = await namePathRuns(
    tx,
    actions.flatMap((act) => readList(act, 'added')),
  );
  return { enrolment, framework, runs };
}

/** Reminders still to come for what is open, the nearest first: some come after the training, as the CPAM's. */
async function loadPlanned(
  tx: Tx,
  subjectIds: readonly string[],
  today: PlainDate,
): Promise<Timeline['planned']> {
  const subjects = (await loadReminderSubjects(tx, today)).filter(
    ({ subjectId, settledOn }) => subjectIds.includes(subjectId) && settledOn === null,
  );
  const planned = subjects.flatMap((subject) =>
    plannedReminders(subject.kind, subject.dueOn)
      .filter(({ on, recipient }) => on > today && (subject.contacts[recipient]?.length ?? 0) > 0)
      .map(({ on, recipient }) => ({
        on,
        kind: subject.kind,
        title: wordsFor(subject, recipient).title,
        recipient: recipientWords[recipient] ?? recipient,
        dueOn: subject.dueOn,
      })),
  );
  return joinRecipients(planned)
    .toSorted((one, other) => one.on.localeCompare(other.on))
    .slice(0, 12);
}

/** One line for what goes to several people on one day: « à la coordination et à l’employeur ». */
function joinRecipients(planned: Timeline['planned']): Timeline['planned'] {
  const lines = new Map<string, Timeline['planned'][number]>();
  for (const one of planned) {
    const key = `${one.on} ${one.title}`;
    const line = lines.get(key);
    lines.set(key, line ? { ...line, recipient: `${line.recipient} et ${one.recipient}` } : one);
  }
  return [...lines.values()];
}

const toResend = (mail: { id: string } & MailSending): string | null =>
  stateOfMail(mail) === 'given_up' ? mail.id : null;

function mailIdIn(data: Prisma.JsonValue): string[] {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return [];
  return typeof data.mailId === 'string' ? [data.mailId] : [];
}
