import type { EarlyEndView } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { TextInput } from '@mantine/core';
import type { ConflictField } from '../../../components/conflict-panel.tsx';
import { DayField } from '../../../components/day-field.tsx';
import { VersionConflict } from '../../../components/version-conflict.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useVersionedForm } from '../../../lib/use-versioned-form.ts';
import { blankToNull } from '../words.ts';
import { FormDrawer } from './form-drawer.tsx';

type Declaration = NonNullable<EarlyEndView['declaration']>;
type DeclarationValues = { declaredOn: string; reference: string };

const valuesOf = (declaration: Declaration | null): DeclarationValues => ({
  declaredOn: declaration?.declaredOn ?? '',
  reference: declaration?.reference ?? '',
});

const sayDay = (day: string): string => (day ? formatDay(day) : '');

const compare = (mine: DeclarationValues, theirs: Declaration): ConflictField[] => {
  const other = valuesOf(theirs);
  return [
    { label: 'Déclarée le', mine: sayDay(mine.declaredOn), theirs: sayDay(other.declaredOn) },
    { label: 'Référence', mine: mine.reference, theirs: other.reference },
  ];
};

interface EarlyEndDrawerProps {
  readonly enrolmentId: string;
  readonly learnerName: string;
  /** `null` for a declaration not noted yet. */
  readonly declaration: Declaration | null;
  readonly onClose: () => void;
}

/** Notes the day on which the employer declared the early end to the OPCO, or corrects it. */
export function EarlyEndDrawer({
  enrolmentId,
  learnerName,
  declaration,
  onClose,
}: EarlyEndDrawerProps) {
  const edit = useVersionedForm(declaration, valuesOf);
  const { form, version, problem, attempt } = edit;
  const note = useWrite('POST /enrolments/:enrolmentId/early-ends');
  const save = useWrite('PUT /early-ends/:earlyEndId');
  const send = (revision: number | null) =>
    attempt(async () => {
      const { declaredOn, reference } = form.getValues();
      const body = { declaredOn, reference: blankToNull(reference) };
      if (declaration && revision !== null)
        await save.mutateAsync({
          params: { earlyEndId: declaration.id },
          body: { ...body, revision },
        });
      else await note.mutateAsync({ params: { enrolmentId }, body });
      notifyDone('La déclaration de fin anticipée est notée.');
      onClose();
    });
  return (
    <FormDrawer
      title={`Fin anticipée : ${learnerName}`}
      submitLabel="Enregistrer"
      problem={problem}
      isPending={note.isPending || save.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(version?.revision ?? null))}
      onClose={onClose}
    >
      <VersionConflict edit={edit} compare={compare} onKeepMine={send} isPending={save.isPending} />
      <DayField
        label="Déclarée à l’OPCO le"
        description="Le jour où l’employeur l’a déclarée."
        {...form.getInputProps('declaredOn')}
      />
      <TextInput
        label="Référence"
        description="Le numéro de la déclaration, ou comment elle a été faite."
        {...form.getInputProps('reference')}
      />
    </FormDrawer>
  );
}
