import { formatLongDay } from '@jalon/domain';
import { useRead } from '../lib/api.ts';
import { TextLink } from './app-link.tsx';
import classes from './awaited-reviews.module.css';
import { SectionCard } from './section-card.tsx';
import { StateBadge } from './state-badge.tsx';

/** The joint reviews where one's own words are awaited; nothing when none is. */
export function AwaitedReviews() {
  const awaited = useParts().filter(({ isAwaited }) => isAwaited);
  if (awaited.length === 0) return null;
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
    </SectionCard>
  );
}

/** The way to those where nothing is awaited any more, among what is only there to be read. */
export function PastReviews() {
  if (!useParts().some(({ isAwaited }) => !isAwaited)) return null;
  return (
    <SectionCard title="Points de parcours passés">
      <p className={classes.line}>
        <TextLink to="/points-de-parcours" underline="always">
          Relire ce que chacun a signé
        </TextLink>
      </p>
    </SectionCard>
  );
}

const useParts = () => useRead('GET /joint-review-parts', {}).data?.parts ?? [];
