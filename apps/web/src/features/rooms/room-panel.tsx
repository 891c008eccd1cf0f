import { countNoun } from '@jalon/domain';
import { Button, Group, Stack } from '@mantine/core';
import { TextLink } from '../../components/app-link.tsx';
import { SubscribeCard } from '../../components/calendar-feed/subscribe-card.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { VersionConflict } from '../../components/version-conflict.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useUnsavedGuard } from '../../lib/use-unsaved-guard.ts';
import { useVersionedForm } from '../../lib/use-versioned-form.ts';
import { RoomClosures } from './room-closures.tsx';
import { RoomFields } from './room-fields.tsx';
import { compareRooms, type Room, toRoomBody, toRoomValues } from './room-values.ts';
import classes from './rooms.module.css';

interface RoomPanelProps {
  readonly room: Room;
  readonly onClose: () => void;
}

/** The selected room: what it is, when it is closed, and its end. */
export function RoomPanel({ room, onClose }: RoomPanelProps) {
  const mayWrite = useIsAllowed('centre:write');
  return (
    <SidePanel title={room.name} overline={`Site ${room.site.name}`} onClose={onClose}>
      {mayWrite ? (
        <RoomForm room={room} />
      ) : (
        <p>{[countNoun(room.seats, 'place'), ...room.equipment].join(' · ')}</p>
      )}
      <RoomClosures room={room} />
      <TextLink to="/calendrier" search={{ salle: room.id, vue: 'mois' } as never}>
        Voir son calendrier
      </TextLink>
      {mayWrite && (
        <SubscribeCard key={room.id} of={{ kind: 'room', roomId: room.id }}>
          Ce qui se tient dans cette salle, dans votre agenda.
        </SubscribeCard>
      )}
      {mayWrite && <ArchiveRoom room={room} onClose={onClose} />}
    </SidePanel>
  );
}

function RoomForm({ room }: { readonly room: Room }) {
  const edit = useVersionedForm(room, (version) => toRoomValues(version, room.site.id));
  const { form, version, problem, attempt } = edit;
  const save = useWrite('PUT /rooms/:roomId', { invalidates: ['GET /rooms'] });
  useUnsavedGuard(form.isDirty());
  const send = (revision: number) =>
    attempt(async () => {
      const values = form.getValues();
      const body = { ...toRoomBody(values), revision };
      await save.mutateAsync({ params: { roomId: room.id }, body });
      edit.show({ ...version, revision: revision + 1 }, values);
      notifyDone('La salle est enregistrée.');
    });
  return (
    <form onSubmit={form.onSubmit(() => send(version.revision))} noValidate>
      <Stack gap="sm">
        <VersionConflict
          edit={edit}
          compare={compareRooms}
          onKeepMine={send}
          isPending={save.isPending}
        />
        <ProblemAlert problem={problem} />
        <RoomFields form={form} />
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            Enregistrer la salle
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ArchiveRoom({ room, onClose }: RoomPanelProps) {
  const archive = useWrite('POST /rooms/:roomId/archive', { invalidates: ['GET /rooms'] });
  const confirm = async () => {
    const { id: roomId, revision } = room;
    await archive.mutateAsync({ params: { roomId }, body: { revision } });
    notifyDone(`La salle ${room.name} n’est plus proposée.`);
    onClose();
  };
  return (
    <div className={classes.end}>
      <ConfirmButton
        label="Ne plus utiliser cette salle"
        title={`Ne plus utiliser ${room.name} ?`}
        loss="Elle ne sera plus proposée, ni au calendrier ni au plan. Les créneaux passés la gardent ; ceux à venir doivent d’abord trouver une autre salle."
        confirmLabel="Ne plus l’utiliser"
        onConfirm={confirm}
      />
    </div>
  );
}
