import type { CalendarSlot } from '@jalon/contract';
import { formatLongDay } from '@jalon/domain';
import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRecorded, sayHalf } from '../../components/calendar/slot-words.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';

/** Deletes a half-day, or cancels it with a reason once something is recorded on it. */
export function RemoveSlot({
  slot,
  onClose,
}: {
  readonly slot: CalendarSlot;
  readonly onClose: () => void;
}) {
  const remove = useWrite('POST /slots/:slotId/removal');
  const [reason, setReason] = useState('');
  const when = `${sayHalf(slot)} du ${formatLongDay(slot.date)}`;
  const label = isRecorded(slot) ? 'Annuler ce créneau' : 'Supprimer ce créneau';
  const confirm = async () => {
    await remove.mutateAsync({
      params: { slotId: slot.id },
      body: { revision: slot.revision, reason: reason || null },
    });
    notifyDone(isRecorded(slot) ? 'Le créneau est annulé.' : 'Le créneau est supprimé.');
    onClose();
  };
  return (
    <ConfirmButton
      label={label}
      title={`${label}, ${when} ?`}
      loss={
        isRecorded(slot) ? (
          <>
            <Text mb="sm">
              « {slot.name} » ne comptera plus dans les heures placées. Ce qui est noté et signé
              reste, et compte toujours dans les heures faites.
            </Text>
            <TextInput
              label="Motif"
              required
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </>
        ) : (
          `« ${slot.name} » perd ce créneau : ses heures seront à placer ailleurs.`
        )
      }
      confirmLabel={label}
      onConfirm={confirm}
    />
  );
}
