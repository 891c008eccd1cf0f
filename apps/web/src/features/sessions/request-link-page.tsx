import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { TextLink } from '../../components/app-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { PublicCard } from './public-card.tsx';
import classes from './sessions.module.css';

/** « Envoyez-moi mon lien »: tutors, learners and jury members. It never says whether the address is known. */
export function Page() {
  const form = useForm({ initialValues: { email: '' } });
  const request = useWrite('POST /access-links/request', { invalidates: [] });
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (values) => {
    clear();
    await request.mutateAsync({ body: values }).catch(land);
  });
  if (request.data)
    return (
      <PublicCard title="Regardez vos mails">
        <p className={classes.words} role="status">
          Si <strong>{form.values.email}</strong> est l’adresse que votre centre connaît, votre lien
          y arrive dans la minute. S’il tarde, regardez dans les indésirables, ou appelez le centre.
        </p>
        <TextLink to="/connexion">Revenir à la connexion</TextLink>
      </PublicCard>
    );
  return (
    <PublicCard title="Recevez votre lien d’accès">
      <p className={classes.words}>
        Tuteur, apprenant ou membre d’un jury : indiquez l’adresse à laquelle le centre vous écrit.
        Aucun mot de passe n’est demandé, et ce que vous avez commencé est gardé.
      </p>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <ProblemAlert problem={problem} />
          <TextInput
            label="Adresse mail"
            type="email"
            autoComplete="email"
            {...form.getInputProps('email')}
          />
          <Button type="submit" variant="filled" size="lg" loading={request.isPending}>
            Recevoir mon lien
          </Button>
          <TextLink to="/connexion">Revenir à la connexion</TextLink>
        </Stack>
      </form>
    </PublicCard>
  );
}
