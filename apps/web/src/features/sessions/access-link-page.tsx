import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { ButtonLink } from '../../components/app-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { ProblemError } from '../../lib/problem-error.ts';
import { useParam } from '../../lib/use-param.ts';
import { PublicCard } from './public-card.tsx';
import { RenewLink } from './renew-link.tsx';
import classes from './sessions.module.css';

const spent = ['link_used', 'link_expired'];
const closed = ['link_unknown', 'access_ended'];

/** A link received by mail. A person opens it: mail scanners that visit it must not use it up. */
export function Page() {
  const token = useParam('token');
  const open = useWrite('POST /access-links/open', { invalidates: [] });
  const queryClient = useQueryClient();
  const router = useRouter();
  const problem = open.error instanceof ProblemError ? open.error : null;
  if (problem && spent.includes(problem.code)) return <RenewLink token={token} problem={problem} />;
  if (problem && closed.includes(problem.code))
    return (
      <PublicCard title={problem.title}>
        <p className={classes.words}>{problem.detail}</p>
        {problem.code === 'link_unknown' && (
          <ButtonLink to="/mon-lien" variant="filled" size="lg" fullWidth mt="md">
            Recevoir un nouveau lien
          </ButtonLink>
        )}
      </PublicCard>
    );
  const enter = () =>
    open.mutate(
      { body: { token } },
      {
        onSuccess: ({ path }) => {
          queryClient.clear();
          router.history.replace(path);
        },
      },
    );
  return (
    <PublicCard title="Votre accès est prêt">
      <p className={classes.words}>
        Ce lien vous est personnel et ne sert qu’une fois. Aucun mot de passe n’est demandé.
      </p>
      <ProblemAlert problem={open.error} />
      <Button variant="filled" size="lg" fullWidth mt="md" loading={open.isPending} onClick={enter}>
        Ouvrir
      </Button>
    </PublicCard>
  );
}
