import type { Answer } from '@jalon/contract';
import { countNoun, formatDay } from '@jalon/domain';

export type Session = Answer<'GET /juries/:juryId'>;
export type Member = Session['members'][number];
export type Conflict = Session['conflicts'][number];

const expectedOf = ({ candidates }: Session): number =>
  candidates.reduce((total, { presentedBlockCodes }) => total + presentedBlockCodes.length, 0);
const decidedOf = ({ candidates }: Session): number =>
  candidates.reduce((total, { decidedCount }) => total + decidedCount, 0);

/** Nothing keeps an open session from closing any more. */
export const isReadyToClose = ({ state, closing }: Session): boolean =>
  state === 'open' && closing.every(({ severity }) => severity !== 'error');

/** What comes next for a session in preparation, the one primary act of its page. */
export type PreparationStep = 'candidates' | 'members' | 'invitations' | 'opening' | 'wait';

/** The API says what keeps the session from opening; before its day, what can be done meanwhile. */
export function nextStepOf({ opening, composition, members }: Session): PreparationStep {
  const isMissing = (rule: string) => opening.some((finding) => finding.rule === rule);
  if (isMissing('jury.candidates')) return 'candidates';
  if (isMissing('jury.members')) return 'members';
  if (!isMissing('jury.opening-day')) return 'opening';
  if (composition.outcome === 'invalid') return 'members';
  return members.some(({ invitedAt }) => invitedAt === null) ? 'invitations' : 'wait';
}

/** Whether the day has come on which attendance is marked. */
export const isAttendanceDue = ({ state, opening }: Session): boolean =>
  state === 'open' ||
  (state === 'prepared' && opening.every(({ rule }) => rule !== 'jury.opening-day'));

/** The sentence at the top of a session's page. */
export function describeSession(session: Session): string {
  const day = formatDay(session.heldOn);
  const candidates = countNoun(session.candidates.length, 'candidat');
  if (session.state === 'closed') return `Jury du ${day}, clos : ${describeResults(session)}`;
  if (session.state === 'open') {
    return `Jury ouvert : ${countNoun(decidedOf(session), 'décision prise', 'décisions prises')} sur ${expectedOf(session)}`;
  }
  const jury =
    session.composition.outcome === 'valid' ? 'le jury est complet' : 'le jury n’est pas complet';
  return `Jury du ${day} : ${candidates}, ${jury}`;
}

function describeResults({ candidates }: Session): string {
  const count = (wanted: string) => candidates.filter(({ result }) => result === wanted).length;
  const parts = [
    { count: count('total'), one: 'certification totale', many: 'certifications totales' },
    { count: count('partial'), one: 'partielle', many: 'partielles' },
    { count: count('refused'), one: 'refus', many: 'refus' },
    { count: count('adjourned'), one: 'ajourné', many: 'ajournés' },
  ];
  return parts
    .filter((part) => part.count > 0)
    .map((part) => countNoun(part.count, part.one, part.many))
    .join(', ');
}
