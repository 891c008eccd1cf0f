import { formatLongDay, jointReviewRoleNames } from '@jalon/domain';
import { StateBadge } from '../../../components/state-badge.tsx';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import classes from './joint-reviews.module.css';
import type { Review } from './review-words.ts';

type Part = Review['parts'][number];

/** What each of the three has signed, or that they have not; a draft is their own. */
export const PartsView = ({ parts }: { readonly parts: readonly Part[] }) => (
  <ul className={classes.parts}>
    {parts.map((part) => (
      <li key={part.id}>
        <div className={classes.line}>
          <span>
            <strong>{part.name}</strong>{' '}
            <span className={classes.quiet}>{jointReviewRoleNames[part.role].toLowerCase()}</span>
          </span>
          <Standing part={part} />
        </div>
        {part.comment ? (
          <blockquote className={classes.comment}>{part.comment}</blockquote>
        ) : (
          <p className={classes.quiet}>{keepFrenchSpaces(part.facts)}</p>
        )}
        {part.signedOn && (
          <p className={classes.quiet}>Signé le {keepFrenchSpaces(formatLongDay(part.signedOn))}</p>
        )}
      </li>
    ))}
  </ul>
);

function Standing({ part }: { readonly part: Part }) {
  if (part.signedOn) return <StateBadge tone="ok">signé</StateBadge>;
  if (part.isHandedOver) return <StateBadge tone="mute">remplacé</StateBadge>;
  return <StateBadge tone="warn">attendu</StateBadge>;
}
