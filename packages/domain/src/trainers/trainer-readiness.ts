import type { CredentialRule, Framework } from '../frameworks/framework.ts';
import { countNoun, formatDay, formatMinutes, joinWords } from '../french-format.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Decision, Reason } from '../reason.ts';
import type { TrainerWeek } from './check-trainer-week.ts';
import { listTaught, type TaughtVersion } from './describe-subjects.ts';

/** What a trainer holds to teach a credential's modules, e.g. the CESU's for the AFGSU (W1). */
export interface Accreditation {
  readonly credentialCode: string;
  /** Last day on which it counts; `null` when it has no end. */
  readonly validUntil: PlainDate | null;
}

/** What is known of a trainer; `week` is `null` until somebody has typed it. */
export interface TrainerFacts {
  readonly week: Pick<TrainerWeek, 'mornings' | 'afternoons' | 'maxMinutesPerWeek'> | null;
  readonly taught: readonly TaughtVersion[];
  readonly accreditations: readonly Accreditation[];
}

/** `limited`: a plan can count on them, but not for the modules whose accreditation is missing. */
export const trainerReadiness = ['ready', 'limited', 'incomplete'] as const;
export type TrainerReadiness = (typeof trainerReadiness)[number];

/** Whether a plan can count on a trainer, why, and the same in words that follow their name. */
export interface TrainerStanding extends Decision<TrainerReadiness> {
  /** « fiche prête pour le plan de l’année », « il manque ses jours de travail ». */
  readonly state: string;
}

interface Point extends Reason {
  /** What to ask for when it is not met, in words that follow « il manque ». */
  readonly missing: string;
}

/** Who reads the words: those who plan, or the trainer in their own file. */
const voices = {
  office: {
    works: 'Travaille',
    their: 'ses',
    to: 'lui',
    tick: 'cochez-les dans ses référentiels',
  },
  trainer: {
    works: 'Vous travaillez',
    their: 'vos',
    to: 'vous',
    tick: 'la coordination les coche ici',
  },
} as const;
type Voice = (typeof voices)[keyof typeof voices];

/** Whether an accreditation counts on `day`. */
export const isAccredited = ({ validUntil }: Accreditation, day: PlainDate): boolean =>
  validUntil === null || validUntil >= day;

/**
 * Whether a plan can count on a trainer on `today`: it needs to know when they work, how much, and
 * what they may teach. A module that prepares a credential also asks for its accreditation, valid
 * that day (W1). Told to those who plan, unless the trainer reads it.
 */
export function describeTrainerReadiness(
  facts: TrainerFacts,
  today: PlainDate,
  reader: keyof typeof voices = 'office',
): TrainerStanding {
  const voice = voices[reader];
  const taught = facts.taught.flatMap((version) =>
    listTaught(version).map((item) => findCredential(version.framework, item)),
  );
  const credentials = [...new Map(taught.flatMap((rule) => (rule ? [[rule.code, rule]] : [])))];
  const needed = credentials.map(([, rule]) => checkAccreditation(rule, facts, voice, today));
  const basics = [
    checkDays(facts, voice),
    checkHours(facts, voice),
    checkSubjects(taught.length, voice),
  ];
  const lacking = needed.filter(({ met }) => !met);
  const lackingCodes = new Set(
    credentials.flatMap(([code], index) => (needed[index]?.met === false ? [code] : [])),
  );
  const teachesNothingElse =
    taught.length > 0 && taught.every((rule) => rule && lackingCodes.has(rule.code));
  const missing = [...basics.filter(({ met }) => !met), ...(teachesNothingElse ? lacking : [])].map(
    (point) => point.missing,
  );
  return {
    ...conclude(
      missing,
      lacking.map((point) => point.missing),
    ),
    reasons: [...basics, ...needed].map(({ missing: _, ...reason }) => reason),
  };
}

function conclude(
  missing: readonly string[],
  lacking: readonly string[],
): Pick<TrainerStanding, 'outcome' | 'state'> {
  if (missing.length > 0)
    return { outcome: 'incomplete', state: `il manque ${joinWords(missing)}` };
  if (lacking.length > 0)
    return { outcome: 'limited', state: `fiche prête, sauf ${joinWords(lacking)}` };
  return { outcome: 'ready', state: 'fiche prête pour le plan de l’année' };
}

const findCredential = (
  { blocks, credentials }: Framework,
  item: { readonly blockCode: string; readonly moduleCode: string | null },
): CredentialRule | null => {
  const block = blocks.find(({ code }) => code === item.blockCode);
  const module = block?.modules.find(({ code }) => code === item.moduleCode);
  return credentials.find(({ code }) => code === module?.credentialCode) ?? null;
};

function checkDays({ week }: TrainerFacts, { works, their, to }: Voice): Point {
  const count = (week?.mornings.length ?? 0) + (week?.afternoons.length ?? 0);
  return {
    rule: 'trainer.has-working-days',
    met: count > 0,
    facts:
      count > 0
        ? `${works} ${countNoun(count, 'demi-journée')} par semaine.`
        : `Aucune demi-journée travaillée n’est cochée : le plan ne saurait pas quand ${to} donner un créneau.`,
    source: 'DOMAIN 12',
    missing: `${their} jours de travail`,
  };
}

function checkHours({ week }: TrainerFacts, { their }: Voice): Point {
  const max = week?.maxMinutesPerWeek ?? 0;
  return {
    rule: 'trainer.has-weekly-hours',
    met: max > 0,
    facts:
      max > 0
        ? `${formatMinutes(max)} par semaine au plus.`
        : 'Le maximum d’heures par semaine n’est pas indiqué.',
    source: 'DOMAIN 12',
    missing: `${their} heures par semaine`,
  };
}

const checkSubjects = (count: number, { to, tick }: Voice): Point => ({
  rule: 'trainer.has-subjects',
  met: count > 0,
  facts:
    count > 0
      ? `${countNoun(count, 'module ou évaluation', 'modules et évaluations')} à ${to} confier.`
      : `Aucun module ni aucune évaluation ne peut ${to} être confié : ${tick}.`,
  source: 'DOMAIN 12',
  missing: `les modules à ${to} confier`,
});

function checkAccreditation(
  { code, name, source }: CredentialRule,
  { accreditations }: TrainerFacts,
  voice: Voice,
  today: PlainDate,
): Point {
  const held = accreditations.find(({ credentialCode }) => credentialCode === code);
  const met = held !== undefined && isAccredited(held, today);
  return {
    rule: 'trainer.accredited',
    met,
    facts: `${name} : ${describeHeld(held, met, voice)}`,
    source,
    missing: `l’habilitation ${name}`,
  };
}

function describeHeld(held: Accreditation | undefined, isValid: boolean, { to }: Voice): string {
  if (!held) return `aucune habilitation, le plan ne ${to} confiera pas ce module.`;
  if (held.validUntil === null) return 'habilitation sans date de fin.';
  return isValid
    ? `habilitation valable jusqu’au ${formatDay(held.validUntil)}.`
    : `habilitation finie le ${formatDay(held.validUntil)}, le plan ne ${to} confiera plus ce module.`;
}
