import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { TextLink } from '../../components/app-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { PublicCard } from './public-card.tsx';
import classes from './sessions.module.css';

/** Asks for a link to choose a password. The answer never says whether the address is known. */
export function Page() {
  const form = useForm({ initialValues: { email: '' } });
  const request = useWrite('POST /passwords/requests', { invalidates: [] });
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (values) => {
    clear();
    await request.mutateAsync({ body: values }).catch(land);
  });
  if (request.data)
    return (
      <PublicCard title="Regardez vos mails">
        <p className={classes.words} role="status">
          Si <strong>{form.values.email}</strong> a un accès à Jalon, un lien y arrive dans la
          minute. Il est valable un jour.
        </p>
        <TextLink to="/connexion">Revenir à la connexion</TextLink>
      </PublicCard>
    );
  return (
    <PublicCard title="Choisissez un nouveau mot de passe">
      <p className={classes.words}>Indiquez votre adresse : un lien vous y est envoyé.</p>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <ProblemAlert problem={problem} />
          <TextInput
            label="Adresse mail"
            type="email"
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <Button type="submit" variant="filled" loading={request.isPending}>
            Recevoir le lien
          </Button>
          <TextLink to="/connexion">Revenir à la connexion</TextLink>
        </Stack>
      </form>
    </PublicCard>
  );
}
