import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';

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
      navigate({
        to: '/referentiels/$frameworkId/modifier',
        params: { frameworkId },
        ignoreBlocker: true,
      });
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title={source ? 'Copier cette version' : 'Nouvelle certification'}
      lead={
        source
          ? 'La copie est un brouillon : changez-y ce que vous voulez, la version d’origine ne bouge pas.'
          : 'Vous partez d’une page blanche : autant de blocs, de modules et d’épreuves qu’il en faut.'
      }
      submitLabel={source ? 'Copier et modifier' : 'Créer le brouillon'}
      problem={problem}
      isPending={create.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
