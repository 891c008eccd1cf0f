import type { EnrolmentFile } from '@jalon/contract';
import { accessRouteNames, entryProfileNames, funderNames } from '@jalon/domain';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { type ConflictField, ConflictPanel } from '../../../components/conflict-panel.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { toProblem } from '../../../lib/problem-error.ts';
import { useFormProblem } from '../../../lib/use-form-problem.ts';
import { EntryFields } from '../enrol/entry-fields.tsx';
import { type EntryValues, entryBody } from '../form-values.ts';
import { FormDrawer } from './form-drawer.tsx';

/** An entry as the form holds it. */
export const valuesOf = (file: EnrolmentFile): EntryValues => ({
  profile: file.profile,
  diplomaLevel: file.diplomaLevel === null ? '' : String(file.diplomaLevel),
  experienceYears: file.experienceYears?.toString() ?? '',
  route: file.route,
  funder: file.funder,
  startsOn: file.startsOn,
  endsOn: file.endsOn ?? '',
  entryMotive: file.entryMotive ?? '',
});

const labels: Record<keyof EntryValues, string> = {
  profile: 'Profil',
  diplomaLevel: 'Niveau de diplôme',
  experienceYears: 'Expérience',
  route: 'Voie d’accès',
  funder: 'Financeur',
  startsOn: 'Entrée',
  endsOn: 'Fin prévue',
  entryMotive: 'Motif',
};

/** Changes what an enrolment rests on. */
export function EnrolmentDrawer({
  file,
  onClose,
}: {
  readonly file: EnrolmentFile;
  readonly onClose: () => void;
}) {
  const form = useForm({ initialValues: valuesOf(file) });
  const [theirs, setTheirs] = useState<EnrolmentFile | null>(null);
  const [asksMotive, setAsksMotive] = useState(file.entryMotive !== null);
  const save = useWrite('PUT /enrolments/:enrolmentId');
  const { problem, land, clear } = useFormProblem(form);
  const send = async (revision: number) => {
    clear();
    try {
      const body = { ...entryBody(form.getValues()), revision };
      await save.mutateAsync({ params: { enrolmentId: file.id }, body });
      notifyDone('L’inscription est enregistrée.');
      onClose();
    } catch (error) {
      const refusal = toProblem(error);
      if (refusal.code === 'edited_meanwhile') setTheirs(refusal.current as EnrolmentFile);
      else {
        setAsksMotive(
          asksMotive || refusal.errors.some(({ pointer }) => pointer === '/entryMotive'),
        );
        land(error);
      }
    }
  };
  return (
    <FormDrawer
      title={`Inscription de ${file.person.name}`}
      saveLabel="Enregistrer"
      problem={problem}
      isPending={save.isPending}
      onSubmit={form.onSubmit(() => send(file.revision))}
      onClose={onClose}
    >
      {theirs && (
        <ConflictPanel
          fields={compareEntries(form.getValues(), valuesOf(theirs))}
          isPending={save.isPending}
          onKeepMine={() => {
            setTheirs(null);
            send(theirs.revision);
          }}
          onTakeTheirs={() => {
            form.setValues(valuesOf(theirs));
            setTheirs(null);
          }}
        />
      )}
      <EntryFields bind={form.getInputProps} needsMotive={asksMotive} />
    </FormDrawer>
  );
}

/** Both versions of an entry, field by field, as people read them. */
export const compareEntries = (mine: EntryValues, theirs: EntryValues): ConflictField[] =>
  (Object.keys(labels) as (keyof EntryValues)[]).map((field) => ({
    label: labels[field],
    mine: words[field]?.[mine[field]] ?? mine[field],
    theirs: words[field]?.[theirs[field]] ?? theirs[field],
  }));

const words: Partial<Record<keyof EntryValues, Readonly<Record<string, string>>>> = {
  profile: entryProfileNames,
  route: accessRouteNames,
  funder: funderNames,
};
