import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { TextLink } from '../../components/app-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { landingPath } from '../../lib/landing-path.ts';
import { sessionQuery } from '../../lib/session.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { PublicCard } from './public-card.tsx';
import classes from './sessions.module.css';

/** Staff log in with an address and a password; the others come by a link in a mail. */
export function Page() {
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } });
  const login = useWrite('POST /sessions', { invalidates: [] });
  const { problem, land, clear } = useFormProblem(form);
  const queryClient = useQueryClient();
  const router = useRouter();
  const { vers }: { vers?: unknown } = useSearch({ strict: false });
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      const session = await login.mutateAsync({ body: values });
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      router.history.push(
        typeof vers === 'string' && isOwnPath(vers) ? vers : landingPath(session.roles),
      );
    } catch (error) {
      land(error);
    }
  });
  return (
    <PublicCard title="Connectez-vous à votre centre">
      <form onSubmit={submit} noValidate>
        <Stack gap="md" mt="lg">
          <ProblemAlert problem={problem} />
          <TextInput
            label="Adresse mail"
            type="email"
            autoComplete="username"
            autoFocus
            {...form.getInputProps('email')}
            key={form.key('email')}
          />
          <PasswordInput
            label="Mot de passe"
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Voir le mot de passe' }}
            {...form.getInputProps('password')}
            key={form.key('password')}
          />
          <Button type="submit" variant="filled" loading={login.isPending}>
            Se connecter
          </Button>
          <TextLink to="/mot-de-passe-oublie">Mot de passe oublié ?</TextLink>
        </Stack>
      </form>
      <p className={classes.note}>
        Tuteur, apprenant ou membre d’un jury ? Vous n’avez pas de mot de passe : ouvrez le lien que
        votre centre vous a envoyé par mail, ou{' '}
        <TextLink to="/mon-lien">recevez-en un autre</TextLink>.
      </p>
    </PublicCard>
  );
}

/** A path of this site only: `//other.example` is an address elsewhere. */
const isOwnPath = (path: string): boolean => /^\/(?![/\\])/.test(path);
