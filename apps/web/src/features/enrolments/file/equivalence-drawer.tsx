import type { EnrolmentFile, Output } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { NativeSelect, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useConflictForm } from '../../../lib/use-conflict-form.ts';
import { FormDrawer } from './form-drawer.tsx';

type Choices = Pick<Output<'GET /enrolments/:enrolmentId/equivalences'>, 'acquired' | 'blocks'>;

const blank = { decisionId: '', blockCode: '', motive: '' };

/** Puts a block to the certifier: which one was acquired, as which it is to be recognised, and why. */
export function EquivalenceDrawer({
  file,
  acquired,
  blocks,
  onClose,
}: Choices & { readonly file: EnrolmentFile; readonly onClose: () => void }) {
  const form = useForm({ initialValues: blank });
  const { problem, attempt } = useConflictForm(form);
  const ask = useWrite('POST /enrolments/:enrolmentId/equivalences');
  const send = () =>
    attempt(async () => {
      await ask.mutateAsync({ params: { enrolmentId: file.id }, body: form.getValues() });
      notifyDone('L’équivalence est demandée : le certificateur est prévenu.');
      onClose();
    });
  return (
    <FormDrawer
      title={`Demander une équivalence pour ${file.person.name}`}
      lead="Le certificateur répond ; d’ici là, le bloc reste à acquérir. Une demande envoyée ne se modifie plus."
      submitLabel="Demander l’équivalence"
      problem={problem}
      isPending={ask.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(send)}
      onClose={onClose}
    >
      <NativeSelect
        label="Bloc acquis"
        data={[
          { value: '', label: 'Choisissez un bloc acquis' },
          ...acquired.map(({ decisionId, blockCode, blockName, frameworkTitle, decidedOn }) => ({
            value: decisionId,
            label: `${blockCode} ${blockName}, « ${frameworkTitle} », jury du ${formatDay(decidedOn)}`,
          })),
        ]}
        {...form.getInputProps('decisionId')}
      />
      <NativeSelect
        label={`Pour le bloc, dans « ${file.framework.title} »`}
        data={[
          { value: '', label: 'Choisissez un bloc' },
          ...blocks.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
        ]}
        {...form.getInputProps('blockCode')}
      />
      <Textarea
        label="Motif"
        description="Pourquoi les deux blocs se correspondent : le certificateur le lira."
        autosize
        minRows={3}
        maxLength={1000}
        {...form.getInputProps('motive')}
      />
    </FormDrawer>
  );
}
