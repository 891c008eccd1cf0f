import type { AssessmentEventView } from '@jalon/contract';
import { VersionConflict } from '../../components/version-conflict.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useVersionedForm } from '../../lib/use-versioned-form.ts';
import { EventForm } from './event-form.tsx';
import { type Choices, compareEvents, type EventValues, toBody, toValues } from './form-values.ts';
import { useEventFindings } from './use-event-findings.ts';

interface ChangeEventProps {
  readonly event: AssessmentEventView;
  readonly onClose: () => void;
}

/** A prepared event, changed by the office. */
export function ChangeEvent({ event, onClose }: ChangeEventProps) {
  const params = { eventId: event.id };
  const read = useRead('GET /assessment-events/:eventId/choices', { params });
  return (
    <WhenRead isPart read={read}>
      {(choices) => <ChangeForm event={event} choices={choices} onClose={onClose} />}
    </WhenRead>
  );
}

function ChangeForm({ event, choices, onClose }: ChangeEventProps & { readonly choices: Choices }) {
  const change = useWrite('PUT /assessment-events/:eventId');
  const edit = useVersionedForm<AssessmentEventView, EventValues>(event, toValues);
  const { form, version, problem, attempt } = edit;
  const findings = useEventFindings(form.values, { eventId: event.id });
  const save = (revision: number, acceptedWarnings: string[]) =>
    attempt(async () => {
      await change.mutateAsync({
        params: { eventId: event.id },
        body: { ...toBody(form.values), acceptedWarnings, revision },
      });
      form.resetDirty();
      await notifyDone('La séance est enregistrée.');
      onClose();
    });
  const warned = () => [...new Set(findings.map(({ rule }) => rule))];
  return (
    <EventForm
      form={form}
      choices={choices}
      event={version}
      findings={findings}
      problem={problem}
      conflict={
        <VersionConflict
          edit={edit}
          compare={(mine, theirs) => compareEvents(mine, theirs, choices)}
          onKeepMine={(revision) => void save(revision, warned())}
          isPending={change.isPending}
        />
      }
      submitLabel="Enregistrer la séance"
      isPending={change.isPending}
      onSubmit={(acceptedWarnings) => void save(version.revision, acceptedWarnings)}
      onClose={onClose}
    />
  );
}
