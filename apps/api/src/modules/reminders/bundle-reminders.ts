import type { PlannedReminder } from '@jalon/domain';
import {
  type Contact,
  type ReminderSubject,
  type ReminderWords,
  wordsFor,
} from './reminder-subjects.ts';

/** A reminder that one person is due today. */
export interface DueReminder {
  readonly subject: ReminderSubject;
  readonly planned: PlannedReminder;
  readonly contact: Contact;
}

type Bundle = [DueReminder, ...DueReminder[]];

/** One mail a person for all that is of one kind and may be told together; one each for the rest. */
export function bundleReminders(due: readonly DueReminder[]): readonly Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const [index, one] of due.entries()) {
    const { subject, planned, contact } = one;
    const isBundled = subject.bundles?.[planned.recipient] !== undefined;
    const key = isBundled
      ? [planned.kind, planned.recipient, contact.personId, contact.email].join(' ')
      : String(index);
    const bundle = bundles.get(key);
    if (bundle) bundle.push(one);
    else bundles.set(key, [one]);
  }
  return [...bundles.values()];
}

/** What the mail says: the one thing, or a line for each. */
export function wordsForAll(bundle: Bundle): ReminderWords {
  const [{ subject, planned }, ...others] = bundle;
  const words = subject.bundles?.[planned.recipient];
  if (others.length === 0 || !words) return wordsFor(subject, planned.recipient);
  const lines = bundle.flatMap((one) => one.subject.bundles?.[planned.recipient]?.line ?? []);
  return { ...words, title: words.title(bundle.length), paragraphs: lines };
}
