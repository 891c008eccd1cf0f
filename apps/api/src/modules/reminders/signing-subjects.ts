import {
  addDays,
  formatDay,
  formatLongDay,
  mustSign,
  type PlainDate,
  reminderWindowDays,
  tellSigning,
} from '@jalon/domain';
import { parisDayOf, startOfParisDay } from '../../clock/paris-day.ts';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { toSigner } from '../juries/describe-minutes.ts';
import { type Contact, contactOf, type ReminderSubject } from './reminder-subjects.ts';

/** The last lead of the catalogue, and the days for which it may still be sent. */
const LOOK_BACK_DAYS = 10 + reminderWindowDays;

/** Minutes of which a signature is still missing: each member for theirs, then the office. */
export async function loadSigningSubjects(
  tx: Tx,
  today: PlainDate,
  office: Contact[],
): Promise<ReminderSubject[]> {
  const sessions = await tx.jurySession.findMany({
    where: {
      state: 'closed',
      closedAt: { gte: startOfParisDay(addDays(today, -LOOK_BACK_DAYS)) },
      minutes: { some: {} },
    },
    include: {
      members: { include: { person: true } },
      minutes: { where: { number: 1 }, select: { signatures: { select: { memberId: true } } } },
    },
  });
  return sessions.flatMap((session): ReminderSubject[] => {
    const { id, closedAt, members, minutes } = session;
    const signatures = minutes[0]?.signatures ?? [];
    const { met, facts } = tellSigning(members.map((member) => toSigner(member, signatures)));
    if (!closedAt || met) return [];
    const heldOn = toDay(session.heldOn);
    const path = `/jurys/${id}`;
    const missing = members.filter((member) => mustSign(toSigner(member, signatures)));
    return [
      {
        kind: 'minutes_signature',
        subjectId: id,
        dueOn: parisDayOf(closedAt),
        settledOn: null,
        title: `Jury du ${formatDay(heldOn)} : le procès-verbal n’est pas signé par tous`,
        paragraphs: [
          facts,
          'Écrivez-leur depuis la session, ou notez une signature donnée sur papier.',
        ],
        action: { label: 'Voir la session', path },
        words: {
          jury_member: {
            title: `Jury du ${formatDay(heldOn)} : votre signature au procès-verbal`,
            paragraphs: [
              `Le procès-verbal du jury du ${formatLongDay(heldOn)} attend votre signature. Relisez-le, puis signez en bas de la page : personne ne peut signer à votre place.`,
            ],
            action: { label: 'Lire et signer', path },
          },
        },
        contacts: {
          coordinator: office,
          jury_member: missing.flatMap(({ person }) =>
            contactOf(person, { role: 'jury_member', path }),
          ),
        },
      },
    ];
  });
}
