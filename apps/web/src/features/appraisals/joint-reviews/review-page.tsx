import { countNoun, formatLongDay, withDe } from '@jalon/domain';
import { Button } from '@mantine/core';
import { TextLink } from '../../../components/app-link.tsx';
import { Can } from '../../../components/can.tsx';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead, useWrite } from '../../../lib/api.ts';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useAct } from '../../../lib/use-act.ts';
import { useParam } from '../../../lib/use-param.ts';
import { EvidenceView } from './evidence-view.tsx';
import classes from './joint-reviews.module.css';
import { PartsView } from './parts-view.tsx';
import { type Review, stateWords } from './review-words.ts';

/** One joint review as the office follows it: who has signed what, and whom to ask again. */
export function Page() {
  const jointReviewId = useParam('jointReviewId');
  const read = useRead('GET /joint-reviews/:jointReviewId', { params: { jointReviewId } });
  return <WhenRead read={read}>{(review) => <ReviewView review={review} />}</WhenRead>;
}

function ReviewView({ review }: { readonly review: Review }) {
  const { tone, label } = stateWords[review.state];
  return (
    <>
      <PageHeader
        title={`Point de parcours ${withDe(review.learnerName)}, le ${formatLongDay(review.heldOn)}`}
        overline={
          <>
            <TextLink to="/appreciations/points-de-parcours">Points de parcours</TextLink> ›{' '}
            <TextLink
              to="/apprenants/$enrolmentId/appreciations"
              params={{ enrolmentId: review.enrolmentId }}
            >
              {review.learnerName}
            </TextLink>
          </>
        }
      />
      <SectionCard
        title="Ce que chacun a signé"
        hint={<StateBadge tone={tone}>{label}</StateBadge>}
        actions={
          review.state === 'open' && (
            <Can permission="joint-review:open">
              <OpenActions review={review} />
            </Can>
          )
        }
      >
        <p className={classes.words}>{keepFrenchSpaces(review.facts)}</p>
        {review.handOverTo && (
          <p className={classes.words}>
            Le tuteur a changé : « Écrire à nouveau » demande sa signature à {review.handOverTo}.
          </p>
        )}
        <PartsView parts={review.parts} />
      </SectionCard>
      <SectionCard title="Où en étaient les compétences">
        <EvidenceView evidence={review.evidence} />
      </SectionCard>
    </>
  );
}

function OpenActions({ review: { id, learnerName } }: { readonly review: Review }) {
  const remind = useWrite('POST /joint-reviews/:jointReviewId/reminders');
  const withdraw = useWrite('DELETE /joint-reviews/:jointReviewId');
  const params = { jointReviewId: id };
  const again = useAct(async () => {
    const { sentTo, unreachable } = await remind.mutateAsync({ params });
    const failed = unreachable.map(({ reason }) => ` ${reason}`).join('');
    await notifyDone(`${countNoun(sentTo.length, 'mail envoyé', 'mails envoyés')}.${failed}`);
  });
  return (
    <>
      <ProblemAlert problem={again.problem} />
      <Button size="xs" loading={again.isPending} onClick={again.run}>
        Écrire à nouveau
      </Button>
      <ConfirmButton
        size="xs"
        label="Retirer"
        title={`Retirer le point de parcours ${withDe(learnerName)} ?`}
        loss="Plus personne n’y écrira ni ne le signera. Ce qui est écrit est gardé."
        confirmLabel="Retirer le point"
        onConfirm={() => withdraw.mutateAsync({ params })}
      />
    </>
  );
}
