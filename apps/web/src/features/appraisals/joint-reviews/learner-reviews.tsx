import { formatLongDay } from '@jalon/domain';
import { ButtonLink, TextLink } from '../../../components/app-link.tsx';
import { Can } from '../../../components/can.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { useRead } from '../../../lib/api.ts';
import classes from './joint-reviews.module.css';
import { PartsView } from './parts-view.tsx';
import { stateWords } from './review-words.ts';

/** The joint reviews of one learner, the newest first, with what each of the three signed. */
export function LearnerReviews({ enrolmentId }: { readonly enrolmentId: string }) {
  const { data } = useRead('GET /enrolments/:enrolmentId/joint-reviews', {
    params: { enrolmentId },
  });
  if (!data) return null;
  return (
    <SectionCard
      title="Points de parcours"
      actions={
        <Can permission="joint-review:open">
          <ButtonLink
            to="/points-de-parcours/ouvrir"
            search={{ apprenant: enrolmentId } as never}
            size="xs"
          >
            Ouvrir un point de parcours
          </ButtonLink>
        </Can>
      }
    >
      {data.reviews.length === 0 && (
        <p className={classes.words}>
          Aucun pour l’instant : le tuteur, le formateur et l’apprenant y font le point ensemble.
        </p>
      )}
      {data.reviews.map((review, index) => (
        <details key={review.id} className={classes.block} open={index === 0}>
          <summary>
            Le {formatLongDay(review.heldOn)}{' '}
            <StateBadge tone={stateWords[review.state].tone}>
              {stateWords[review.state].label}
            </StateBadge>
          </summary>
          <PartsView parts={review.parts} />
          <TextLink
            to="/appreciations/points-de-parcours/$jointReviewId"
            params={{ jointReviewId: review.id }}
            underline="always"
          >
            Voir ce point en entier
          </TextLink>
        </details>
      ))}
    </SectionCard>
  );
}
