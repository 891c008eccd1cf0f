import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useWrite } from '../../lib/api.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import classes from './frameworks.module.css';

interface NewVersionDialogProps {
  /** The version to copy; `null` starts from nothing. */
  readonly source: { readonly id: string; readonly title: string; readonly code: string } | null;
  readonly onClose: () => void;
}

/** A new draft, from a version or from nothing; it opens in the editor. */
export function NewVersionDialog({ source, onClose }: NewVersionDialogProps) {
  const form = useForm({
    initialValues: {
      title: source ? `${source.title}, copie` : '',
      code: source ? `${source.code}-2` : '',
    },
  });
  const create = useWrite('POST /frameworks', { invalidates: ['GET /frameworks'] });
  const { problem, land, clear } = useFormProblem(form);
  const navigate = useNavigate();
  const submit = form.onSubmit(async (values) => {
    clear();
    try {
      const body = { ...values, copyOfId: source?.id ?? null };
      const { id: frameworkId } = await create.mutateAsync({ body });
      navigate({ to: '/referentiels/$frameworkId/modifier', params: { frameworkId } });
    } catch (error) {
      land(error);
    }
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={source ? 'Copier cette version' : 'Nouvelle certification'}
      centered
      closeButtonProps={{ 'aria-label': 'Fermer sans rien créer' }}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <p className={classes.lead}>
            {source
              ? 'La copie est un brouillon : changez-y ce que vous voulez, la version d’origine ne bouge pas.'
              : 'Vous partez d’une page blanche : autant de blocs, de modules et d’épreuves qu’il en faut.'}
          </p>
          <ProblemAlert problem={problem} />
          <TextInput
            label="Intitulé"
            placeholder="CQP Assistant dentaire, RNCP 12345 (300 h)"
            data-autofocus
            {...form.getInputProps('title')}
          />
          <TextInput
            label="Code de la version"
            description="Court et unique dans le centre, par exemple CQP-AD-2026."
            {...form.getInputProps('code')}
          />
          <Group justify="flex-end">
            <Button onClick={onClose}>Annuler</Button>
            <Button type="submit" variant="filled" loading={create.isPending}>
              {source ? 'Copier et modifier' : 'Créer le brouillon'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
