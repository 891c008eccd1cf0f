import type { Role } from '../vocabulary.ts';

export const reminderKinds = [
  'enrol_deadline',
  'obtain_deadline',
  'credential_expiry',
  'credential_before_jury',
  'appraisal_due',
  'signature_missing',
  'convocation',
  'jury_session',
  'minutes_signature',
  'resit_not_planned',
  'contract_to_opco',
  'reconversion_to_opco',
  'opco_silence',
  'early_end_to_declare',
  'satisfaction_at_end',
  'satisfaction_later',
  'certificate_to_cpam',
  'certification_export',
  'bpf',
  'registration_end',
  'trainer_file_incomplete',
  'disability_contact_missing',
  'complaint_open',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/**
 * The kinds whose facts Jalon keeps today: they alone are planned, listed and shown. The others wait
 * for facts of their own: surveys, the BPF, trainers' files, the disability contact, complaints.
 */
export const activeReminderKinds = [
  'enrol_deadline',
  'obtain_deadline',
  'credential_expiry',
  'credential_before_jury',
  'appraisal_due',
  'signature_missing',
  'convocation',
  'jury_session',
  'minutes_signature',
  'resit_not_planned',
  'contract_to_opco',
  'reconversion_to_opco',
  'opco_silence',
  'early_end_to_declare',
  'certificate_to_cpam',
  'certification_export',
  'registration_end',
] as const satisfies readonly ReminderKind[];
export type ActiveReminderKind = (typeof activeReminderKinds)[number];

export type ReminderRecipient = Role | 'employer';

/** How long before (negative) or after the due day; a day count, a month count or both. */
export interface ReminderLead {
  /** Stable code of the lead: « -6m », « +3d », « daily ». */
  readonly lead: string;
  readonly months: number;
  readonly days: number;
  readonly recipients: readonly ReminderRecipient[];
}

export interface ReminderRule {
  /** What happens on the due day, in French, for the timeline. */
  readonly title: string;
  readonly leads: readonly ReminderLead[];
  /** Repeated every day from the due day until settled. */
  readonly isDaily: boolean;
}

type Recipients = readonly ReminderRecipient[];

const months = (count: number, recipients: Recipients): ReminderLead => ({
  lead: `${signed(count)}m`,
  months: count,
  days: 0,
  recipients,
});

const days = (count: number, recipients: Recipients): ReminderLead => ({
  lead: `${signed(count)}d`,
  months: 0,
  days: count,
  recipients,
});

const signed = (count: number) => (count < 0 ? String(count) : `+${count}`);

const rule = (title: string, ...leads: readonly ReminderLead[]): ReminderRule => ({
  title,
  leads,
  isDaily: false,
});

const daily = (title: string, recipients: Recipients): ReminderRule => ({
  title,
  leads: [{ lead: 'daily', months: 0, days: 0, recipients }],
  isDaily: true,
});

const deadlineLeads: readonly ReminderLead[] = [
  months(-6, ['coordinator', 'employer']),
  months(-3, ['coordinator', 'employer']),
  months(-1, ['coordinator', 'employer']),
  days(-7, ['coordinator', 'employer']),
  days(1, ['coordinator', 'employer']),
];

/**
 * The reminder catalogue of DOMAIN 13 (recommended lead times). Deadlines of the convention bind the
 * employing doctor, so the mail goes to the employer too (DOMAIN 6). The due day of `bpf` is 30
 * April: its leads fall on 1 March, 1 April and 20 April. That of `complaint_open` is the fifteenth
 * day after the complaint; of `contract_to_opco` the contract's start; of `opco_silence` the day on
 * which the OPCO received the paper, or it was sent while that is not known, from which it has its twenty
 * days; of `reconversion_to_opco` the last
 * day for sending (W23), and of `early_end_to_declare` the last of the 30 days, with leads that the
 * sources do not give.
 */
export const reminderCatalogue: Record<ReminderKind, ReminderRule> = {
  enrol_deadline: rule('Délai pour inscrire l’assistant en formation', ...deadlineLeads),
  obtain_deadline: rule('Délai pour obtenir le titre', ...deadlineLeads),
  credential_expiry: rule(
    'Fin de validité de l’attestation',
    months(-6, ['learner', 'coordinator']),
    months(-3, ['learner', 'coordinator']),
    months(-1, ['learner', 'coordinator']),
  ),
  credential_before_jury: rule(
    'Attestation qui expire avant le jury',
    days(-60, ['learner', 'coordinator']),
    days(-14, ['learner', 'coordinator']),
  ),
  appraisal_due: rule(
    'Appréciation du tuteur attendue',
    days(-14, ['tutor']),
    days(-3, ['tutor']),
    days(3, ['tutor']),
    days(7, ['coordinator']),
  ),
  // DOMAIN 13 reminds the trainee at once. Learners do not sign in Jalon: the trainer does, for the
  // whole sheet. That lead stays for the day they do, and reaches nobody: no subject names a learner.
  signature_missing: rule(
    'Signature manquante',
    days(0, ['learner']),
    days(1, ['trainer']),
    days(2, ['coordinator']),
  ),
  convocation: rule('Premier jour de formation', days(-15, ['learner']), days(-7, ['learner'])),
  jury_session: rule('Session de jury', days(-30, ['coordinator']), days(-7, ['jury_member'])),
  // The closing itself writes to each member; these are for those who have not signed since.
  minutes_signature: rule(
    'Signature du procès-verbal du jury',
    days(3, ['jury_member']),
    days(10, ['jury_member', 'coordinator']),
  ),
  resit_not_planned: rule(
    'Bloc refusé, à représenter',
    days(30, ['coordinator']),
    days(90, ['coordinator']),
  ),
  contract_to_opco: rule(
    'Envoi du Cerfa 12434 à l’OPCO',
    days(0, ['coordinator']),
    days(5, ['coordinator']),
  ),
  reconversion_to_opco: rule(
    'Envoi du Cerfa 17613 à l’OPCO',
    days(-29, ['coordinator']),
    days(-7, ['coordinator']),
    days(1, ['coordinator']),
  ),
  early_end_to_declare: rule(
    'Déclaration d’une fin anticipée à l’OPCO',
    days(-21, ['coordinator', 'employer']),
    days(-7, ['coordinator', 'employer']),
    days(1, ['coordinator', 'employer']),
  ),
  opco_silence: rule('Réponse de l’OPCO', days(20, ['coordinator'])),
  satisfaction_at_end: rule(
    'Enquête de satisfaction à chaud',
    days(1, ['learner']),
    days(7, ['learner']),
  ),
  satisfaction_later: rule('Enquête de satisfaction à froid', months(6, ['learner'])),
  certificate_to_cpam: rule(
    'Copie du certificat à la CPAM',
    days(7, ['employer']),
    days(30, ['employer']),
  ),
  certification_export: rule(
    'Données à transmettre au certificateur (3 mois au plus)',
    days(60, ['coordinator']),
    days(85, ['coordinator']),
  ),
  bpf: rule(
    'Bilan pédagogique et financier',
    days(-60, ['director']),
    days(-29, ['director']),
    days(-10, ['director']),
  ),
  registration_end: rule(
    'Fin d’enregistrement au RNCP',
    months(-12, ['coordinator', 'director']),
    months(-6, ['coordinator', 'director']),
    months(-1, ['coordinator', 'director']),
  ),
  trainer_file_incomplete: daily('Dossier de formateur incomplet', ['coordinator']),
  disability_contact_missing: daily('Référent handicap à nommer', ['director']),
  complaint_open: daily('Réclamation sans réponse', ['coordinator']),
};
