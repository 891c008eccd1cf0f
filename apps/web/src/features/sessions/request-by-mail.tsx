import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { PublicCard } from './public-card.tsx';
import classes from './sessions.module.css';

interface RequestByMailProps {
  readonly to: 'POST /access-links/request' | 'POST /passwords/requests';
  readonly title: string;
  readonly intro: string;
  readonly submitLabel: string;
  readonly autoComplete: 'email' | 'username';
  /** After the address, once sent: never whether it is known. */
  readonly sent: (email: ReactNode) => ReactNode;
}

/** Asks for a mail with a link. The answer never says whether the address is known. */
export function RequestByMail(props: RequestByMailProps) {
  const { to, title, intro, submitLabel, autoComplete, sent } = props;
  const form = useForm({ initialValues: { email: '' } });
  const request = useWrite(to, { invalidates: [] });
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (body) => {
    clear();
    await request.mutateAsync({ body }).catch(land);
  });
  if (request.data)
    return (
      <PublicCard title="Regardez vos mails">
        <p className={classes.words} role="status">
          {sent(<strong>{form.values.email}</strong>)}
        </p>
        <TextLink to="/connexion">Revenir à la connexion</TextLink>
      </PublicCard>
    );
  return (
    <PublicCard title={title}>
      <p className={classes.words}>{intro}</p>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <ProblemAlert problem={problem} />
          <TextInput
            label="Adresse mail"
            type="email"
            autoComplete={autoComplete}
            {...form.getInputProps('email')}
          />
          <Button type="submit" variant="filled" size="lg" loading={request.isPending}>
            {submitLabel}
          </Button>
          <TextLink to="/connexion">Revenir à la connexion</TextLink>
        </Stack>
      </form>
    </PublicCard>
  );
}
