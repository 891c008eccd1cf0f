import { formatLongDay, type JointReviewRole, withDe } from '@jalon/domain';
import { Button, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ButtonLink } from '../../../components/app-link.tsx';
import { PhonePage } from '../../../components/phone-page.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { call, useWrite } from '../../../lib/api.ts';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import { useSession } from '../../../lib/session.ts';
import { CommentWarnings } from '../comment-warnings.tsx';
import { DraftConflict } from '../draft-conflict.tsx';
import type { DraftState } from '../draft-saver.ts';
import { describeSaving } from '../saved-words.ts';
import { Stopped } from '../stopped.tsx';
import { useDraft } from '../use-draft.ts';
import { EvidenceView } from './evidence-view.tsx';
import classes from './joint-reviews.module.css';
import { PartsView } from './parts-view.tsx';
import type { OwnPart } from './review-words.ts';

interface PartFormProps {
  readonly review: OwnPart;
  readonly onSigned: () => void;
}

const questions: Readonly<Record<JointReviewRole, string>> = {
  tutor: 'Ce que vous voyez au cabinet, et ce que vous proposez pour la suite.',
  trainer: 'Ce que vous voyez au centre, et ce que vous proposez pour la suite.',
  learner: 'Ce qui va, ce qui vous manque, et ce que vous demandez pour la suite.',
};

/** One's own words under what is known: blank at first, kept as they are typed, signed once. */
export function PartForm({ review, onSigned }: PartFormProps) {
  const { part, heldOn, learnerName } = review;
  const { draft, saver } = useDraft(
    { ...part, ratings: {}, comments: {} },
    {
      key: `jalon:point-de-parcours:${part.id}`,
      send: async ({ comment, revision }) => ({
        ...(await call('PUT /joint-review-parts/:jointReviewPartId', {
          params: { jointReviewPartId: part.id },
          body: { comment, revision },
        })),
        ratings: {},
        comments: {},
      }),
    },
  );
  const [isSigning, setSigning] = useState(false);
  const { answers } = draft;
  const canSign = part.signedFrom === null && answers.comment.trim() !== '';
  return (
    <PhonePage
      title={part.role === 'learner' ? 'Votre point de parcours' : `Le point avec ${learnerName}`}
      overline={formatLongDay(heldOn)}
      status={describeSaving(draft)}
      actions={
        <>
          <ButtonLink to="/points-de-parcours" size="lg">
            Plus tard
          </ButtonLink>
          <Button variant="filled" size="lg" disabled={!canSign} onClick={() => setSigning(true)}>
            Signer
          </Button>
        </>
      }
    >
      {draft.status === 'conflict' && draft.theirs && (
        <DraftConflict
          sheet={{ competences: [] }}
          mine={answers}
          theirs={draft.theirs}
          saver={saver}
        />
      )}
      {draft.status === 'stopped' && <Stopped problem={draft.problem} />}
      <SectionCard title="Où en sont les compétences">
        <EvidenceView evidence={review.evidence} isFolded />
      </SectionCard>
      <SectionCard title="Votre commentaire">
        <Textarea
          label={questions[part.role]}
          description="Ne citez aucun patient : ni nom, ni date de naissance, ni numéro."
          autosize
          minRows={4}
          maxLength={4000}
          value={answers.comment}
          onChange={(event) => saver.write({ comment: event.currentTarget.value })}
          onBlur={() => saver.flush()}
        />
        <CommentWarnings warnings={draft.warnings} />
        {part.signedFrom && (
          <p className={classes.words}>
            Vous pourrez signer à partir du {formatLongDay(part.signedFrom)}. D’ici là, ce que vous
            écrivez est gardé et reste à vous.
          </p>
        )}
      </SectionCard>
      <SectionCard title="Ce que chacun signe">
        <PartsView parts={review.parts} />
      </SectionCard>
      {isSigning && (
        <SignDialog
          review={review}
          draft={draft}
          onClose={() => setSigning(false)}
          onSigned={onSigned}
        />
      )}
    </PhonePage>
  );
}

interface SignDialogProps extends PartFormProps {
  readonly draft: DraftState;
  readonly onClose: () => void;
}

/** Who signs is said in full, and it takes a tap of its own. */
function SignDialog({ review, draft, onClose, onSigned }: SignDialogProps) {
  const { userName } = useSession();
  const sign = useWrite('POST /joint-review-parts/:jointReviewPartId/signature', {
    invalidates: ['GET /joint-review-parts'],
  });
  const isKept = draft.status === 'saved';
  const submit = () =>
    sign.mutate(
      {
        params: { jointReviewPartId: review.part.id },
        body: { revision: draft.revision, confirmedName: userName },
      },
      { onSuccess: onSigned },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Signer le point ${withDe(review.learnerName)}`}
      centered
      closeButtonProps={{ 'aria-label': 'Fermer sans signer' }}
    >
      <blockquote className={classes.comment}>{draft.answers.comment}</blockquote>
      <CommentWarnings warnings={draft.warnings} />
      <p className={classes.words}>
        Signé, votre commentaire ne change plus. Les deux autres et le centre le liront.
      </p>
      {!isKept && (
        <p role="status" className={classes.words}>
          {describeSaving(draft)}. La signature attend que votre commentaire soit enregistré.
        </p>
      )}
      <ProblemAlert problem={sign.error} />
      <Stack gap="sm" mt="md">
        <Button
          variant="filled"
          size="lg"
          disabled={!isKept}
          loading={sign.isPending}
          onClick={submit}
        >
          {keepFrenchSpaces(`Je suis ${userName} et je signe`)}
        </Button>
        <Button size="lg" onClick={onClose}>
          Relire d’abord
        </Button>
      </Stack>
    </Modal>
  );
}
