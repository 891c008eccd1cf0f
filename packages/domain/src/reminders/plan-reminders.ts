import { addDays, addMonths, type PlainDate } from '../plain-date.ts';
import {
  type ReminderKind,
  type ReminderLead,
  type ReminderRecipient,
  reminderCatalogue,
} from './catalogue.ts';

export interface PlannedReminder {
  readonly kind: ReminderKind;
  readonly lead: string;
  readonly recipient: ReminderRecipient;
  /** Unique per kind, lead and recipient: store it with the subject to send only once. */
  readonly key: string;
  readonly on: PlainDate;
}

/** Days for which a lead that has passed may still be sent, so that a first run does not flood. */
export const reminderWindowDays = 7;

/**
 * Every reminder of that kind for a thing due on `dueOn`, in the order of time, for the timeline.
 * Daily reminders appear once, on their first day.
 */
export function plannedReminders(kind: ReminderKind, dueOn: PlainDate): readonly PlannedReminder[] {
  return reminderCatalogue[kind].leads
    .flatMap((lead) => expandLead(kind, lead, leadDay(lead, dueOn)))
    .toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1));
}

/**
 * The reminders to send on `today`: for each recipient only the latest lead that has passed, within
 * 7 days of its day, never one whose key is in `alreadySent`, and none once settled (DOMAIN 8.1 e,
 * 13). Daily reminders are due each day from `dueOn`, their key bearing the day. `alreadySent` are
 * the keys sent for the same subject and the same due day: a deadline that moves starts afresh.
 * `askedOn` is the day of a mail that asked for it: no lead that had passed by then repeats it.
 */
export function remindersDue(input: {
  readonly kind: ReminderKind;
  readonly dueOn: PlainDate;
  readonly settledOn: PlainDate | null;
  readonly today: PlainDate;
  readonly alreadySent: readonly string[];
  readonly askedOn?: PlainDate | undefined;
}): readonly PlannedReminder[] {
  const { kind, dueOn, settledOn, today, alreadySent, askedOn } = input;
  if (settledOn !== null && settledOn <= today) return [];
  const passed = passedReminders(kind, dueOn, today).filter(
    ({ on }) => askedOn === undefined || on > askedOn,
  );
  const latest = new Map(passed.map((reminder) => [reminder.recipient, reminder]));
  return [...latest.values()].filter(
    ({ key, on }) => today < addDays(on, reminderWindowDays) && !alreadySent.includes(key),
  );
}

function passedReminders(
  kind: ReminderKind,
  dueOn: PlainDate,
  today: PlainDate,
): readonly PlannedReminder[] {
  const { isDaily, leads } = reminderCatalogue[kind];
  if (!isDaily) return plannedReminders(kind, dueOn).filter(({ on }) => on <= today);
  if (today < dueOn) return [];
  return leads.flatMap((lead) =>
    expandLead(kind, { ...lead, lead: `${lead.lead}-${today}` }, today),
  );
}

const leadDay = ({ months, days }: ReminderLead, dueOn: PlainDate): PlainDate =>
  addDays(addMonths(dueOn, months), days);

const expandLead = (
  kind: ReminderKind,
  { lead, recipients }: ReminderLead,
  on: PlainDate,
): readonly PlannedReminder[] =>
  recipients.map((recipient) => ({
    kind,
    lead,
    recipient,
    key: `${kind}/${lead}/${recipient}`,
    on,
  }));
