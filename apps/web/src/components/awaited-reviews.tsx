import { formatLongDay } from '@jalon/domain';
import { useRead } from '../lib/api.ts';
import { TextLink } from './app-link.tsx';
import classes from './awaited-reviews.module.css';
import { SectionCard } from './section-card.tsx';
import { StateBadge } from './state-badge.tsx';

/** The joint reviews where one's own words are awaited, then the way to those that were signed. */
export function AwaitedReviews() {
  const { data } = useRead('GET /joint-review-parts', {});
  if (!data || data.parts.length === 0) return null;
  const awaited = data.parts.filter(({ isAwaited }) => isAwaited);
  return (
    <SectionCard title="Points de parcours">
      {awaited.map(({ partId, role, learnerName, heldOn, isBegun }) => (
        <p key={partId} className={classes.line}>
          <TextLink
            to="/points-de-parcours/$jointReviewPartId"
            params={{ jointReviewPartId: partId }}
            underline="always"
          >
            {role === 'learner' ? 'Le vôtre' : learnerName}, le {formatLongDay(heldOn)}
          </TextLink>
          {isBegun ? (
            <StateBadge tone="ready">commencé</StateBadge>
          ) : (
            <StateBadge tone="warn">à écrire</StateBadge>
          )}
        </p>
      ))}
      {awaited.length < data.parts.length && (
        <p className={classes.line}>
          <TextLink to="/points-de-parcours" underline="always">
            Tous vos points de parcours
          </TextLink>
        </p>
      )}
    </SectionCard>
  );
}
