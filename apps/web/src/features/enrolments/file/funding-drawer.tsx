import type { FundingRequestView } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { NativeSelect, TextInput } from '@mantine/core';
import type { ConflictField } from '../../../components/conflict-panel.tsx';
import { DayField } from '../../../components/day-field.tsx';
import { VersionConflict } from '../../../components/version-conflict.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useVersionedForm } from '../../../lib/use-versioned-form.ts';
import { blankToNull } from '../words.ts';
import { FormDrawer } from './form-drawer.tsx';

type FundingValues = {
  sentOn: string;
  receivedOn: string;
  reference: string;
  answer: FundingRequestView['answer'] | '';
  answeredOn: string;
};

const valuesOf = (request: FundingRequestView | null): FundingValues => ({
  sentOn: request?.sentOn ?? '',
  receivedOn: request?.receivedOn ?? '',
  reference: request?.reference ?? '',
  answer: request?.answer ?? '',
  answeredOn: request?.answeredOn ?? '',
});

const answers = [
  { value: '', label: 'Pas encore de réponse' },
  { value: 'accepted', label: 'Prise en charge accordée' },
  { value: 'refused', label: 'Prise en charge refusée' },
] as const;

const sayDay = (day: string): string => (day ? formatDay(day) : '');
const sayAnswer = (answer: FundingValues['answer']): string =>
  answers.find(({ value }) => value === answer)?.label ?? '';

const compare = (mine: FundingValues, theirs: FundingRequestView): ConflictField[] => {
  const other = valuesOf(theirs);
  return [
    { label: 'Envoyé le', mine: sayDay(mine.sentOn), theirs: sayDay(other.sentOn) },
    { label: 'Reçu le', mine: sayDay(mine.receivedOn), theirs: sayDay(other.receivedOn) },
    { label: 'Référence', mine: mine.reference, theirs: other.reference },
    { label: 'Réponse', mine: sayAnswer(mine.answer), theirs: sayAnswer(other.answer) },
    { label: 'Répondu le', mine: sayDay(mine.answeredOn), theirs: sayDay(other.answeredOn) },
  ];
};

interface FundingDrawerProps {
  readonly enrolmentId: string;
  readonly learnerName: string;
  /** `null` for a new sending. */
  readonly request: FundingRequestView | null;
  readonly onClose: () => void;
}

/** Notes what was sent to the OPCO, and its answer once it is there. */
export function FundingDrawer({ enrolmentId, learnerName, request, onClose }: FundingDrawerProps) {
  const edit = useVersionedForm(request, valuesOf);
  const { form, version, problem, attempt } = edit;
  const note = useWrite('POST /enrolments/:enrolmentId/funding-requests');
  const save = useWrite('PUT /funding-requests/:fundingRequestId');
  const send = (revision: number | null) =>
    attempt(async () => {
      const { sentOn, receivedOn, reference, answer, answeredOn } = form.getValues();
      const body = {
        sentOn,
        receivedOn: blankToNull(receivedOn),
        reference: blankToNull(reference),
        answer: answer || null,
        answeredOn: blankToNull(answeredOn),
      };
      if (request && revision !== null)
        await save.mutateAsync({
          params: { fundingRequestId: request.id },
          body: { ...body, revision },
        });
      else await note.mutateAsync({ params: { enrolmentId }, body });
      notifyDone(request ? 'Le dossier OPCO est à jour.' : 'L’envoi à l’OPCO est noté.');
      onClose();
    });
  return (
    <FormDrawer
      title={`Dossier OPCO : ${learnerName}`}
      submitLabel="Enregistrer"
      problem={problem}
      isPending={note.isPending || save.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(version?.revision ?? null))}
      onClose={onClose}
    >
      <VersionConflict edit={edit} compare={compare} onKeepMine={send} isPending={save.isPending} />
      <DayField label="Envoyé à l’OPCO le" {...form.getInputProps('sentOn')} />
      <DayField
        label="Reçu par l’OPCO le"
        description="Le jour de son accusé de réception : ses 20 jours pour répondre en courent."
        {...form.getInputProps('receivedOn')}
      />
      <TextInput
        label="Référence"
        description="Le numéro que l’OPCO donne au dossier, s’il y en a un."
        {...form.getInputProps('reference')}
      />
      <NativeSelect label="Réponse" data={[...answers]} {...form.getInputProps('answer')} />
      <DayField label="Répondu le" {...form.getInputProps('answeredOn')} />
    </FormDrawer>
  );
}
