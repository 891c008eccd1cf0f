import { Button, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { Can } from '../../components/can.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DayField } from '../../components/day-field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { readToday } from '../../lib/read-today.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { type Room, sayDays } from './room-values.ts';
import classes from './rooms.module.css';

const reads = { invalidates: ['GET /rooms'] } as const;

/** The days on which a room cannot be used, besides the closures of its site. */
export function RoomClosures({ room }: { readonly room: Room }) {
  const [isOpen, dialog] = useDisclosure();
  const ahead = room.closures.filter(({ toOn }) => toOn >= readToday());
  return (
    <>
      <h3 className={classes.subtitle}>Fermetures</h3>
      {ahead.length === 0 && <p className={classes.lead}>Aucune, en dehors de celles du site.</p>}
      <ul className={classes.list}>
        {ahead.map((closure) => (
          <ClosureRow key={closure.id} room={room} closure={closure} />
        ))}
      </ul>
      <Can permission="centre:write">
        <Button onClick={dialog.open}>Fermer quelques jours</Button>
        {isOpen && <ClosureDialog room={room} onClose={dialog.close} />}
      </Can>
    </>
  );
}

interface ClosureRowProps {
  readonly room: Room;
  readonly closure: Room['closures'][number];
}

function ClosureRow({ room, closure }: ClosureRowProps) {
  const reopen = useWrite('DELETE /rooms/:roomId/closures/:closureId', reads);
  const params = { roomId: room.id, closureId: closure.id };
  return (
    <li>
      <div className={classes.words}>
        {closure.label}
        <span className={classes.detail}>{sayDays(closure)}</span>
      </div>
      <Can permission="centre:write">
        <ConfirmButton
          size="compact-sm"
          label="Rouvrir"
          title={`Rouvrir ${room.name} ${sayDays(closure)} ?`}
          loss={`La fermeture « ${closure.label} » disparaît : le plan pourra de nouveau y placer des créneaux ces jours-là.`}
          confirmLabel="Rouvrir la salle"
          confirmColor="brand"
          onConfirm={() => reopen.mutateAsync({ params })}
        />
      </Can>
    </li>
  );
}

function ClosureDialog({ room, onClose }: { readonly room: Room; readonly onClose: () => void }) {
  const form = useForm({ initialValues: { label: '', fromOn: '', toOn: '' } });
  const close = useWrite('POST /rooms/:roomId/closures', reads);
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      await close.mutateAsync({ params: { roomId: room.id }, body });
      notifyDone('La fermeture est notée.');
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title={`Fermer ${room.name}`}
      lead="Le plan n’y place aucun créneau ces jours-là. Ceux qui y sont déjà ne bougent pas d’eux-mêmes."
      submitLabel="Fermer la salle"
      problem={problem}
      isPending={close.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayField label="Du" data-autofocus {...form.getInputProps('fromOn')} />
        <DayField label="Au" {...form.getInputProps('toOn')} />
      </SimpleGrid>
      <TextInput label="Motif" placeholder="Travaux" {...form.getInputProps('label')} />
    </FormDialog>
  );
}
