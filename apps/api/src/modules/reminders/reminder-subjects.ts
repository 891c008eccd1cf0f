import {
  type ActiveReminderKind,
  type DeadlineKind,
  formatDay,
  formatSpokenName,
  type PlainDate,
  type ReminderRecipient,
} from '@jalon/domain';
import type { LinkRequest } from '../../auth/access-links.ts';
import type { MailContent } from '../../mail/mail-writer.ts';

/** Someone who can be written to; with a `door`, the mail carries a link that lets them in there. */
export interface Contact {
  readonly personId: string | null;
  readonly name: string;
  readonly email: string;
  readonly door: Pick<LinkRequest, 'role' | 'path'> | null;
}

/** What a reminder says: its subject, its sentences, its one act. */
export interface ReminderWords {
  /** A short title: « Appréciation de Maxime Bonnet, bloc 2 ». */
  readonly title: string;
  /** One or two sentences: what is due, by when, who is bound. */
  readonly paragraphs: readonly string[];
  readonly action: { readonly label: string; readonly path: string };
  /** Said only when the mail carries a personal link, and only when none could be made. */
  readonly withLink?: string;
  readonly withoutLink?: string;
}

/** What a mail about several things of a kind says: their count, a line for each, one act for all. */
export interface ReminderBundle extends Omit<ReminderWords, 'title' | 'paragraphs'> {
  readonly title: (count: number) => string;
  readonly line: string;
}

/** A thing that falls due in a centre, with whom to remind and in which words. */
export interface ReminderSubject extends ReminderWords {
  readonly kind: ActiveReminderKind;
  readonly subjectId: string;
  readonly dueOn: PlainDate;
  /** The day it was settled; `null` while it is open. */
  readonly settledOn: PlainDate | null;
  /** The day on which a mail asked for it: no reminder that was due by then repeats that mail. */
  readonly askedOn?: PlainDate;
  /** How several of the kind are told in one mail to one person; absent, each has a mail of its own. */
  readonly bundles?: Partial<Record<ReminderRecipient, ReminderBundle>>;
  readonly contacts: Partial<Record<ReminderRecipient, readonly Contact[]>>;
  /** The job that encloses documents into its mail. */
  readonly enclosedBy?: MailContent['enclosedBy'];
  /** What is said otherwise to one kind of recipient. */
  readonly words?: Partial<Record<ReminderRecipient, Partial<ReminderWords>>>;
}

/** What this recipient is told. */
export const wordsFor = (
  { title, paragraphs, action, words }: ReminderSubject,
  recipient: ReminderRecipient,
): ReminderWords => ({ title, paragraphs, action, ...words?.[recipient] });

interface Named {
  readonly id: string;
  readonly givenName: string;
  readonly birthName: string;
  readonly usageName: string | null;
  readonly email: string | null;
}

/** A person as a contact; nobody when no address is known. */
export const contactOf = (person: Named | null, door: Contact['door'] = null): Contact[] =>
  person?.email
    ? [{ personId: person.id, name: formatSpokenName(person), email: person.email, door }]
    : [];

/** The employer as a contact: the deadlines of the convention bind them, not the centre (DOMAIN 6). */
export const employerContact = (employment: {
  employerName: string;
  employerEmail: string | null;
}): Contact[] =>
  employment.employerEmail
    ? [
        {
          personId: null,
          name: employment.employerName,
          email: employment.employerEmail,
          door: null,
        },
      ]
    : [];

export const deadlineReminder: Record<DeadlineKind, { kind: ActiveReminderKind; title: string }> = {
  enrol: { kind: 'enrol_deadline', title: 'Inscription en formation' },
  obtain: { kind: 'obtain_deadline', title: 'Obtention du titre' },
};

/** « attendue pour le 12 mars 2027 », or that the day has passed. */
export const dueWords = (dueOn: PlainDate, today: PlainDate): string =>
  dueOn < today ? `attendue depuis le ${formatDay(dueOn)}` : `attendue pour le ${formatDay(dueOn)}`;
