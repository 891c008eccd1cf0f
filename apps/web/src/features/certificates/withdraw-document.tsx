import type { Answer } from '@jalon/contract';
import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';

type Issued = NonNullable<Answer<'GET /certificates'>[number]['certificate']>;

/** A document that is wrong: replaced by a corrected one, or revoked. Whoever scans it is told. */
export function WithdrawDocument({
  document: { id, number },
  label = `Corriger ou révoquer le n° ${number}`,
}: {
  readonly document: Issued;
  /** Shorter, where the number stands beside it. */
  readonly label?: string;
}) {
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        w="fit-content"
        px={0}
        aria-label={`Corriger ou révoquer le n° ${number}`}
        onClick={open}
      >
        {label}
      </Button>
      {isOpen && <WithdrawDialog id={id} number={number} onClose={close} />}
    </>
  );
}

function WithdrawDialog({
  id,
  number,
  onClose,
}: Pick<Issued, 'id' | 'number'> & { readonly onClose: () => void }) {
  const form = useForm({ initialValues: { act: 'replace', motive: '' } });
  const replace = useWrite('POST /certificates/:certificateId/replacement');
  const revoke = useWrite('POST /certificates/:certificateId/revocation');
  const { problem, land, clear } = useFormProblem(form);
  const isReplacing = form.values.act === 'replace';
  const submit = form.onSubmit(async ({ motive }) => {
    clear();
    const request = { params: { certificateId: id }, body: { motive } };
    try {
      if (isReplacing) {
        const successor = await replace.mutateAsync(request);
        notifyDone(`Le n° ${number} est remplacé par le n° ${successor.number}.`);
      } else {
        await revoke.mutateAsync(request);
        notifyDone(`Le n° ${number} est révoqué.`);
      }
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title={`Le n° ${number} ne doit plus valoir`}
      submitLabel={`${isReplacing ? 'Remplacer' : 'Révoquer'} le n° ${number}`}
      isLoss
      problem={problem}
      isPending={replace.isPending || revoke.isPending}
      isDirty={form.values.motive !== ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <Radio.Group label="Que faire ?" {...form.getInputProps('act')}>
        <Stack gap="xs" mt={6}>
          <Radio
            value="replace"
            label="Le remplacer par un document corrigé"
            description="Après avoir corrigé l’identité dans le dossier : un nouveau numéro est délivré aujourd’hui."
          />
          <Radio
            value="revoke"
            label="Le révoquer sans le remplacer"
            description="La personne ne l’a plus ; il pourra être délivré à nouveau."
          />
        </Stack>
      </Radio.Group>
      <Textarea
        label="Motif"
        description="Gardé au dossier, jamais montré à qui scanne le code."
        autosize
        minRows={2}
        {...form.getInputProps('motive')}
      />
      <p>Qui scanne le papier lira qu’il ne vaut plus depuis aujourd’hui. Cela ne s’annule pas.</p>
    </FormDialog>
  );
}
