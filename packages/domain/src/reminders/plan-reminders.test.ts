import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, type PlainDate } from '../plain-date.ts';
import {
  activeReminderKinds,
  type ReminderKind,
  reminderCatalogue,
  reminderKinds,
} from './catalogue.ts';
import { plannedReminders, remindersDue, reminderWindowDays } from './plan-reminders.ts';

const due = (
  kind: ReminderKind,
  dueOn: PlainDate,
  today: PlainDate,
  alreadySent: readonly string[] = [],
  settledOn: PlainDate | null = null,
) => remindersDue({ kind, dueOn, settledOn, today, alreadySent });
const keys = (reminders: ReturnType<typeof due>) => reminders.map(({ key }) => key);

/** Runs the worker every day and returns what it sends, day by day. */
function sendDaily(kind: ReminderKind, dueOn: PlainDate, from: PlainDate, count: number) {
  const sent: string[] = [];
  for (let index = 0; index < count; index += 1) {
    sent.push(...keys(due(kind, dueOn, addDays(from, index), sent)));
  }
  return sent;
}

describe('the reminder catalogue (DOMAIN 13)', () => {
  it.each([
    ['obtain_deadline', ['-6m', '-3m', '-1m', '-7d', '+1d']],
    ['credential_expiry', ['-6m', '-3m', '-1m']],
    ['appraisal_due', ['-14d', '-3d', '+3d', '+7d']],
    ['convocation', ['-15d', '-7d']],
    ['jury_session', ['-30d', '-7d']],
    ['minutes_signature', ['+3d', '+10d']],
    ['resit_not_planned', ['+30d', '+90d']],
    ['contract_to_opco', ['+0d', '+5d']],
    ['reconversion_to_opco', ['-29d', '-7d', '+1d']],
    ['opco_silence', ['+20d']],
    ['early_end_to_declare', ['-21d', '-7d', '+1d']],
    ['certificate_to_cpam', ['+7d', '+30d']],
    ['certification_export', ['+60d', '+85d']],
    ['registration_end', ['-12m', '-6m', '-1m']],
  ] as const)('%s at %j', (kind, leads) => {
    expect(reminderCatalogue[kind].leads.map(({ lead }) => lead)).toEqual(leads);
  });

  it('without facts of their own, six kinds are planned nowhere and offered nowhere', () => {
    const active: readonly ReminderKind[] = activeReminderKinds;
    expect(reminderKinds.filter((kind) => !active.includes(kind))).toEqual([
      'satisfaction_at_end',
      'satisfaction_later',
      'bpf',
      'trainer_file_incomplete',
      'disability_contact_missing',
      'complaint_open',
    ]);
  });

  it('the BPF is recalled on 1 March, 1 April and 20 April', () => {
    const days = plannedReminders('bpf', '2027-04-30').map(({ on }) => on);
    expect(days).toEqual(['2027-03-01', '2027-04-01', '2027-04-20']);
  });

  it('the tutor is told before and after, the coordinator only a week late', () => {
    const planned = plannedReminders('appraisal_due', '2026-11-16');
    expect(planned.map(({ on, recipient }) => [on, recipient])).toEqual([
      ['2026-11-02', 'tutor'],
      ['2026-11-13', 'tutor'],
      ['2026-11-19', 'tutor'],
      ['2026-11-23', 'coordinator'],
    ]);
  });

  it('deadlines bind the employing doctor: the employer is told too (DOMAIN 6)', () => {
    expect(keys(due('obtain_deadline', '2027-09-01', '2027-03-01'))).toEqual([
      'obtain_deadline/-6m/coordinator',
      'obtain_deadline/-6m/employer',
    ]);
  });

  it('keys are unique within each kind', () => {
    for (const kind of reminderKinds) {
      const all = plannedReminders(kind, '2026-11-16').map(({ key }) => key);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

describe('which reminders are due', () => {
  it('none before the first lead, then each on its day', () => {
    expect(due('convocation', '2026-10-05', '2026-09-19')).toEqual([]);
    expect(keys(due('convocation', '2026-10-05', '2026-09-20'))).toEqual([
      'convocation/-15d/learner',
    ]);
  });

  it('a month before the 31st is the last day of a shorter month', () => {
    expect(keys(due('credential_expiry', '2027-03-31', '2027-02-28'))).toContain(
      'credential_expiry/-1m/learner',
    );
  });

  it('each once per recipient and lead, when the worker runs every day', () => {
    expect(sendDaily('appraisal_due', '2026-11-16', '2026-10-01', 120)).toEqual([
      'appraisal_due/-14d/tutor',
      'appraisal_due/-3d/tutor',
      'appraisal_due/+3d/tutor',
      'appraisal_due/+7d/coordinator',
    ]);
  });

  it('quiet once settled, but not before a settlement to come', () => {
    const today = '2026-11-13';
    expect(due('appraisal_due', '2026-11-16', today, [], '2026-11-13')).toEqual([]);
    expect(due('appraisal_due', '2026-11-16', today, [], '2026-11-14')).toHaveLength(1);
  });

  it('a first run does not flood: the latest lead passed, for each recipient (DOMAIN 8.1 e)', () => {
    expect(keys(due('appraisal_due', '2026-11-16', '2026-11-23'))).toEqual([
      'appraisal_due/+3d/tutor',
      'appraisal_due/+7d/coordinator',
    ]);
  });

  it('a lead passed a week ago or more is not sent any more (DOMAIN 8.1 e)', () => {
    expect(due('jury_session', '2026-12-18', '2026-11-24')).toHaveLength(1);
    expect(due('jury_session', '2026-12-18', '2026-11-25')).toEqual([]);
    expect(due('obtain_deadline', '2020-01-01', '2026-11-25')).toEqual([]);
  });

  it('a state that lasts is recalled each day until it ends', () => {
    const first = due('complaint_open', '2026-11-16', '2026-11-17');
    expect(keys(first)).toEqual(['complaint_open/daily-2026-11-17/coordinator']);
    expect(due('complaint_open', '2026-11-16', '2026-11-17', keys(first))).toEqual([]);
    expect(due('complaint_open', '2026-11-16', '2026-11-18', keys(first))).toHaveLength(1);
    expect(due('complaint_open', '2026-11-16', '2026-11-15')).toEqual([]);
  });

  it('whatever the day: at most one per recipient, within its window, never one already sent', () => {
    const kinds = fc.constantFrom(...reminderKinds);
    const offset = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(kinds, offset, (kind, count) => {
        const today = addDays('2026-11-16', count);
        const reminders = due(kind, '2026-11-16', today);
        const recipients = reminders.map(({ recipient }) => recipient);
        expect(new Set(recipients).size).toBe(recipients.length);
        for (const { on } of reminders) {
          expect(on <= today && today < addDays(on, reminderWindowDays)).toBe(true);
        }
        expect(due(kind, '2026-11-16', today, keys(reminders))).toEqual([]);
      }),
    );
  });

  it('no lead that had passed by the day of the asking repeats the mail that asked', () => {
    const due = (today: string, askedOn: string) =>
      remindersDue({
        kind: 'appraisal_due',
        dueOn: '2026-12-07',
        settledOn: null,
        today,
        alreadySent: [],
        askedOn,
      }).map(({ lead }) => lead);
    expect(due('2026-11-23', '2026-11-23')).toEqual([]);
    expect(due('2026-11-28', '2026-11-26')).toEqual([]);
    expect(due('2026-11-23', '2026-11-22')).toEqual(['-14d']);
    expect(due('2026-12-04', '2026-11-26')).toEqual(['-3d']);
  });
});
