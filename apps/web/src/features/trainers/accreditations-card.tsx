import type { TrainerFile } from '@jalon/contract';
import { Button, NativeSelect } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { Can } from '../../components/can.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DayField } from '../../components/day-field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { ExtendDialog } from './extend-dialog.tsx';
import classes from './trainers.module.css';
import { sayValidity } from './words.ts';

type Accreditation = TrainerFile['accreditations'][number];
const reads = { invalidates: ['GET /trainers', 'GET /trainers/:trainerId'] } as const;

/** What the trainer holds to teach a credential's modules, e.g. the CESU's for the AFGSU. */
export function AccreditationsCard({ file }: { readonly file: TrainerFile }) {
  const [isOpen, dialog] = useDisclosure();
  const held = new Set(file.accreditations.map(({ credentialCode }) => credentialCode));
  const choices = file.credentials.filter(({ code }) => !held.has(code));
  return (
    <SectionCard title="Habilitations">
      {file.accreditations.length === 0 && (
        <p className={classes.lead}>
          Aucune. L’AFGSU ne s’enseigne qu’avec l’habilitation d’un CESU : sans elle, le plan ne
          confie pas ces modules.
        </p>
      )}
      <ul className={classes.list}>
        {file.accreditations.map((accreditation) => (
          <AccreditationRow key={accreditation.id} file={file} accreditation={accreditation} />
        ))}
      </ul>
      <Can permission="trainer:write">
        {choices.length > 0 && (
          <Button size="compact-sm" onClick={dialog.open}>
            Ajouter une habilitation
          </Button>
        )}
        {isOpen && <AddDialog trainerId={file.personId} choices={choices} onClose={dialog.close} />}
      </Can>
    </SectionCard>
  );
}

interface AccreditationRowProps {
  readonly file: TrainerFile;
  readonly accreditation: Accreditation;
}

function AccreditationRow({ file, accreditation }: AccreditationRowProps) {
  const { id, name, validUntil, isValid } = accreditation;
  const [isOpen, dialog] = useDisclosure();
  const remove = useWrite('DELETE /trainers/:trainerId/accreditations/:accreditationId', reads);
  const params = { trainerId: file.personId, accreditationId: id };
  return (
    <li>
      <div className={classes.words}>
        {name}
        <StateBadge tone={isValid ? 'ok' : 'bad'}>{sayValidity(validUntil, isValid)}</StateBadge>
      </div>
      <Can permission="trainer:write">
        <div className={classes.acts}>
          <Button size="compact-sm" onClick={dialog.open}>
            Changer la fin
          </Button>
          <ConfirmButton
            size="compact-sm"
            label="Retirer"
            title={`Retirer l’habilitation ${name} ?`}
            loss={`Le plan ne confiera plus ces modules à ${file.spokenName}. Les créneaux déjà au calendrier ne changent pas.`}
            confirmLabel="Retirer l’habilitation"
            onConfirm={() => remove.mutateAsync({ params })}
          />
        </div>
      </Can>
      {isOpen && (
        <ExtendDialog
          trainerId={file.personId}
          accreditation={accreditation}
          onClose={dialog.close}
        />
      )}
    </li>
  );
}

interface AddDialogProps {
  readonly trainerId: string;
  readonly choices: TrainerFile['credentials'];
  readonly onClose: () => void;
}

function AddDialog({ trainerId, choices, onClose }: AddDialogProps) {
  const form = useForm({
    initialValues: { credentialCode: choices[0]?.code ?? '', validUntil: '' },
  });
  const add = useWrite('POST /trainers/:trainerId/accreditations', reads);
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async ({ credentialCode, validUntil }) => {
    clear();
    try {
      const body = { credentialCode, validUntil: validUntil || null };
      await add.mutateAsync({ params: { trainerId }, body });
      notifyDone('L’habilitation est ajoutée.');
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title="Ajouter une habilitation"
      submitLabel="Ajouter l’habilitation"
      problem={problem}
      isPending={add.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label="Pour enseigner"
        data-autofocus
        data={choices.map(({ code, name }) => ({ value: code, label: name }))}
        {...form.getInputProps('credentialCode')}
      />
      <DayField
        label="Dernier jour de validité (facultatif)"
        {...form.getInputProps('validUntil')}
      />
    </FormDialog>
  );
}
