import { Button, PasswordInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useParam } from '../../lib/use-param.ts';
import { PublicCard } from './public-card.tsx';
import classes from './sessions.module.css';

/** Chooses a password with the link received by mail. */
export function Page() {
  const token = useParam('token');
  const form = useForm({ initialValues: { password: '' } });
  const choose = useWrite('POST /passwords', { invalidates: [] });
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async ({ password }) => {
    clear();
    await choose.mutateAsync({ body: { token, password } }).catch(land);
  });
  if (choose.data)
    return (
      <PublicCard title="Votre mot de passe est choisi">
        <p className={classes.words}>Connectez-vous avec lui dès maintenant.</p>
        <ButtonLink to="/connexion" variant="filled">
          Se connecter
        </ButtonLink>
      </PublicCard>
    );
  return (
    <PublicCard title="Choisissez votre mot de passe">
      <form onSubmit={submit} noValidate>
        <Stack gap="md" mt="lg">
          <ProblemAlert problem={problem} />
          <PasswordInput
            label="Mot de passe"
            description="12 caractères au moins. Trois ou quatre mots sans lien font un bon mot de passe."
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Voir le mot de passe' }}
            {...form.getInputProps('password')}
          />
          <Button type="submit" variant="filled" loading={choose.isPending}>
            Garder ce mot de passe
          </Button>
          {problem && <TextLink to="/mot-de-passe-oublie">Recevoir un nouveau lien</TextLink>}
        </Stack>
      </form>
    </PublicCard>
  );
}
