import type { Answer } from '@jalon/contract';
import { formatLongDay, type Role } from '@jalon/domain';
import { ButtonLink, TextLink } from '../../../components/app-link.tsx';
import { Can } from '../../../components/can.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { PhonePage } from '../../../components/phone-page.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead } from '../../../lib/api.ts';
import { useSession } from '../../../lib/session.ts';
import classes from './joint-reviews.module.css';
import { stateWords } from './review-words.ts';

type Part = Answer<'GET /joint-review-parts'>['parts'][number];

/** The joint reviews that one signs: those that await one's words first. */
export function Page() {
  const read = useRead('GET /joint-review-parts', {});
  const { roles } = useSession();
  return (
    <WhenRead read={read}>
      {({ parts }) => (
        <PhonePage
          title={describeState(parts.filter(({ isAwaited }) => isAwaited).length)}
          overline="Points de parcours"
          actions={
            <>
              <ButtonLink to={ownPage(roles)} size="lg">
                Ma page
              </ButtonLink>
              <Can permission="joint-review:open">
                <ButtonLink to="/points-de-parcours/ouvrir" variant="filled" size="lg">
                  Ouvrir un point
                </ButtonLink>
              </Can>
            </>
          }
        >
          {parts.length === 0 && (
            <EmptyState title="Aucun point de parcours">
              Le tuteur, le formateur du centre et l’apprenant y font le point ensemble : chacun
              écrit et signe son commentaire. Vous recevez un mail quand le vôtre est attendu.
            </EmptyState>
          )}
          <ul className={classes.cards}>
            {parts
              .toSorted((one, other) => Number(other.isAwaited) - Number(one.isAwaited))
              .map((part) => (
                <li key={part.partId}>
                  <PartCard part={part} />
                </li>
              ))}
          </ul>
        </PhonePage>
      )}
    </WhenRead>
  );
}

/** The page that each of the three came from. */
const ownPage = (roles: readonly Role[]) =>
  roles.includes('trainer')
    ? '/emargement'
    : roles.includes('tutor')
      ? '/appreciations/a-faire'
      : '/mon-parcours';

function PartCard({ part }: { readonly part: Part }) {
  const { partId, role, learnerName, heldOn, facts, isAwaited, isBegun, state } = part;
  return (
    <TextLink
      to="/points-de-parcours/$jointReviewPartId"
      params={{ jointReviewPartId: partId }}
      underline="never"
      className={classes.card ?? ''}
    >
      <span className={classes.line}>
        <strong>{role === 'learner' ? 'Votre parcours' : learnerName}</strong>
        {isAwaited ? (
          <StateBadge tone={isBegun ? 'ready' : 'warn'}>
            {isBegun ? 'commencé' : 'à écrire'}
          </StateBadge>
        ) : part.signedOn ? (
          <StateBadge tone="ok">signé par vous</StateBadge>
        ) : (
          <StateBadge tone="mute">{stateWords[state].label}</StateBadge>
        )}
      </span>
      <span className={classes.quiet}>Le {formatLongDay(heldOn)}</span>
      <span className={classes.quiet}>{facts}</span>
    </TextLink>
  );
}

function describeState(count: number): string {
  if (count === 0) return 'Rien ne vous attend';
  return count === 1 ? 'Votre commentaire est attendu' : `${count} commentaires sont attendus`;
}
