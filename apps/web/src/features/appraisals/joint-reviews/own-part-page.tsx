import { formatLongDay, withDe } from '@jalon/domain';
import { ButtonLink } from '../../../components/app-link.tsx';
import { PhonePage } from '../../../components/phone-page.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead } from '../../../lib/api.ts';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import { useParam } from '../../../lib/use-param.ts';
import { EvidenceView } from './evidence-view.tsx';
import classes from './joint-reviews.module.css';
import { PartForm } from './part-form.tsx';
import { PartsView } from './parts-view.tsx';
import type { OwnPart } from './review-words.ts';

/** What the mail of a joint review leads to: one's own words to write, or all that was signed. */
export function Page() {
  const jointReviewPartId = useParam('jointReviewPartId');
  const read = useRead('GET /joint-review-parts/:jointReviewPartId', {
    params: { jointReviewPartId },
  });
  return (
    <WhenRead read={read}>
      {(review) =>
        review.part.signedOn === null && review.part.closed === null ? (
          <PartForm key={review.part.id} review={review} onSigned={() => read.refetch()} />
        ) : (
          <ReadOnly review={review} />
        )
      }
    </WhenRead>
  );
}

function ReadOnly({ review }: { readonly review: OwnPart }) {
  const { part, parts, evidence, learnerName, heldOn, facts } = review;
  return (
    <PhonePage
      title={
        part.signedOn
          ? 'Merci, votre commentaire est signé'
          : 'Votre commentaire n’est plus attendu'
      }
      overline={`Point de parcours ${withDe(learnerName)}, le ${formatLongDay(heldOn)}`}
      actions={
        <ButtonLink to="/points-de-parcours" variant="filled" size="lg">
          Mes points de parcours
        </ButtonLink>
      }
    >
      <p className={classes.words}>{keepFrenchSpaces(part.closed ?? facts)}</p>
      {part.closed && part.comment && (
        <SectionCard title="Ce que vous aviez écrit est gardé">
          <blockquote className={classes.comment}>{part.comment}</blockquote>
        </SectionCard>
      )}
      <SectionCard title="Ce que chacun a signé">
        <PartsView parts={parts} />
      </SectionCard>
      <SectionCard title="Où en sont les compétences">
        <EvidenceView evidence={evidence} />
      </SectionCard>
    </PhonePage>
  );
}
