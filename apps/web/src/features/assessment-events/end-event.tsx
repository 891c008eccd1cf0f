import { countNoun, formatLongDay } from '@jalon/domain';
import { Button, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import type { EventView } from './words.ts';

/** Taken away while nobody was asked to it; cancelled for a reason afterwards; kept once marked. */
export function EndEvent({ event }: { readonly event: EventView }) {
  const [isCancelling, setCancelling] = useState(false);
  if (event.markedCount > 0) return null;
  if (event.summonedCount === 0) return <DeleteEvent event={event} />;
  return (
    <>
      <Button onClick={() => setCancelling(true)}>Annuler la séance</Button>
      {isCancelling && <CancelEvent event={event} onClose={() => setCancelling(false)} />}
    </>
  );
}

function DeleteEvent({ event }: { readonly event: EventView }) {
  const remove = useWrite('POST /assessment-events/:eventId/removal', { invalidates: [] });
  const navigate = useNavigate();
  return (
    <ConfirmButton
      label="Supprimer"
      title={`Supprimer la séance du ${formatLongDay(event.heldOn)} ?`}
      loss={`${countNoun(event.candidateCount, 'candidat y est prévu', 'candidats y sont prévus')}, personne n’est convoqué. La demi-journée reste au calendrier.`}
      confirmLabel="Supprimer la séance"
      onConfirm={async () => {
        await remove.mutateAsync({
          params: { eventId: event.id },
          body: { revision: event.revision },
        });
        await navigate({
          to: '/cohortes/$cohortId/evaluations',
          params: { cohortId: event.cohort.id },
        });
      }}
    />
  );
}

interface CancelEventProps {
  readonly event: EventView;
  readonly onClose: () => void;
}

function CancelEvent({ event, onClose }: CancelEventProps) {
  const remove = useWrite('POST /assessment-events/:eventId/removal');
  const form = useForm({ initialValues: { reason: '' } });
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async ({ reason }) => {
    clear();
    try {
      const { told } = await remove.mutateAsync({
        params: { eventId: event.id },
        body: { revision: event.revision, reason },
      });
      await notifyDone(
        `La séance est annulée, ${countNoun(told, 'mail envoyé', 'mails envoyés')}.`,
      );
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title={`Annuler la séance du ${formatLongDay(event.heldOn)}`}
      lead={`Un mail part à ${countNoun(event.summonedCount, 'candidat convoqué', 'candidats convoqués')} : la séance n’a pas lieu, avec ce motif.`}
      submitLabel="Annuler la séance et prévenir"
      isLoss
      isEmpty={form.values.reason.trim() === ''}
      problem={problem}
      isPending={remove.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <Textarea label="Pourquoi" autosize minRows={2} {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
