import { Button } from '@mantine/core';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import type { ProblemError } from '../../lib/problem-error.ts';
import { PublicCard } from './public-card.tsx';
import classes from './sessions.module.css';

interface RenewLinkProps {
  readonly token: string;
  /** Why the first link no longer opens. */
  readonly problem: ProblemError;
}

/** A used or expired link is no dead end: one tap sends a new one to the same address. */
export function RenewLink({ token, problem }: RenewLinkProps) {
  const renew = useWrite('POST /access-links/renew', { invalidates: [] });
  if (renew.data)
    return (
      <PublicCard title="Un nouveau lien vous attend">
        <p className={classes.words} role="status">
          Envoyé à <strong>{renew.data.sentTo}</strong>. Ouvrez ce mail et touchez le lien : vous
          arrivez au même endroit. S’il tarde, regardez dans les indésirables.
        </p>
      </PublicCard>
    );
  return (
    <PublicCard title={problem.title}>
      <p className={classes.words}>
        {problem.code === 'link_used'
          ? 'Un lien ne sert qu’une fois, pour votre sécurité. Ce que vous avez déjà rempli est gardé.'
          : 'Un lien vaut quatorze jours. Ce que vous avez déjà rempli est gardé.'}
      </p>
      <ProblemAlert problem={renew.error} />
      <Button
        variant="filled"
        size="lg"
        fullWidth
        mt="md"
        loading={renew.isPending}
        onClick={() => renew.mutate({ body: { token } })}
      >
        Recevoir un nouveau lien
      </Button>
    </PublicCard>
  );
}
