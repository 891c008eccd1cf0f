import { countNoun, expectMembers } from '@jalon/domain';
import { StateBadge } from '../../../components/state-badge.tsx';
import { useIsAllowed } from '../../../lib/session.ts';
import { initialsOf } from '../words.ts';
import classes from './room.module.css';
import type { Candidate, Room } from './room-model.ts';

/** Who is there; before the opening, who is expected. */
const listPresent = ({ session, members }: Room) =>
  (session.state === 'prepared' ? expectMembers(members) : members).filter(
    ({ isPresent }) => isPresent,
  );

/** Parity, and who is there, at the top of the room. */
export function RoomBadges({
  room,
  isCut,
  state,
}: {
  readonly room: Room;
  readonly isCut: boolean;
  readonly state: Room['session']['state'];
}) {
  const present = listPresent(room);
  const voting = present.filter(({ isAlternate }) => !isAlternate);
  const employers = voting.filter(({ college }) => college === 'employer').length;
  const isEven = room.composition.outcome === 'valid';
  // A phone shows only what asks for attention.
  return (
    <>
      <span className={isEven ? classes.wide : undefined}>
        <StateBadge tone={isEven ? 'ok' : 'bad'}>
          Parité : {countNoun(employers, 'employeur')},{' '}
          {countNoun(voting.length - employers, 'salarié')}
        </StateBadge>
      </span>
      {isCut && state !== 'closed' ? (
        <StateBadge tone="warn">Connexion coupée, rien n’est perdu</StateBadge>
      ) : (
        <span className={state === 'open' ? classes.wide : undefined}>
          <StateBadge tone="mute">
            {liveWords[state]},{' '}
            {state === 'prepared'
              ? countNoun(present.length, 'membre attendu', 'membres attendus')
              : countNoun(present.length, 'membre présent', 'membres présents')}
          </StateBadge>
        </span>
      )}
    </>
  );
}

const liveWords: Record<Room['session']['state'], string> = {
  prepared: 'Pas encore ouverte',
  open: 'En direct',
  closed: 'Session close',
};

/** Who is present, and who stands aside for this candidate. */
export function RoomNotes({
  room,
  candidate,
}: {
  readonly room: Room;
  readonly candidate: Candidate;
}) {
  const present = listPresent(room);
  const mayDecide = useIsAllowed('jury:decide');
  return (
    <div className={classes.notes}>
      <ul className={classes.avatars} aria-label="Membres">
        {present.map(({ id, name }) => (
          <li key={id} title={name}>
            <abbr title={name}>{initialsOf(name)}</abbr>
          </li>
        ))}
      </ul>
      {candidate.recusals.length > 0 ? (
        <span>{candidate.recusals.map(({ sentence }) => sentence).join(' ')}</span>
      ) : (
        <span className={classes.legend}>
          {mayDecide
            ? 'A, N, J : décider · flèches : choisir le bloc · Entrée : candidat suivant'
            : 'Vous suivez la séance, le jury décide · Entrée : candidat suivant'}
        </span>
      )}
    </div>
  );
}
