import { formatDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { ButtonLink } from '../../../components/app-link.tsx';
import classes from './session.module.css';
import { nextStepOf, type PreparationStep, type Session } from './session.ts';
import type { Invitations } from './use-invitations.ts';

interface PreparationActionsProps {
  readonly session: Session;
  readonly invitations: Invitations;
  readonly isOpening: boolean;
  readonly onOpen: () => void;
}

/** Of a session in preparation: what is really next, the opening only once its day has come. */
export function PreparationActions(props: PreparationActionsProps) {
  const { session, isOpening, onOpen } = props;
  const isDue = session.opening.every(({ rule }) => rule !== 'jury.opening-day');
  const step = nextStepOf(session);
  return (
    <>
      <ButtonLink to="/jurys/$juryId/salle" params={{ juryId: session.id }}>
        Voir les dossiers
      </ButtonLink>
      {isDue ? (
        <Button
          loading={isOpening}
          onClick={onOpen}
          {...(step === 'opening' ? { variant: 'filled' } : {})}
        >
          Ouvrir la session
        </Button>
      ) : (
        <span className={classes.later}>
          <Button disabled>Ouvrir la session</Button>
          <span>le {formatDay(session.heldOn)}</span>
        </span>
      )}
      <NextStep {...props} step={step} />
    </>
  );
}

function NextStep({
  step,
  invitations,
}: PreparationActionsProps & { readonly step: PreparationStep }) {
  if (step === 'candidates')
    return (
      <Button component="a" href="#candidats" variant="filled">
        Ajouter des candidats
      </Button>
    );
  if (step === 'members')
    return (
      <Button component="a" href="#membres" variant="filled">
        Compléter le jury
      </Button>
    );
  if (step === 'invitations')
    return (
      <Button variant="filled" loading={invitations.isSending} onClick={invitations.send}>
        Envoyer les convocations
      </Button>
    );
  return null;
}
