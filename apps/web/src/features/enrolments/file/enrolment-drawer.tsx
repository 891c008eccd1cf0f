import type { EnrolmentFile } from '@jalon/contract';
import {
  accessRouteNames,
  accessRoutes,
  checkCourseOpen,
  entryProfileNames,
  funderNames,
  tellPathLost,
  withDe,
} from '@jalon/domain';
import { useMemo, useState } from 'react';
import type { ConflictField } from '../../../components/conflict-panel.tsx';
import { VersionConflict } from '../../../components/version-conflict.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { toProblem } from '../../../lib/problem-error.ts';
import { useVersionedForm } from '../../../lib/use-versioned-form.ts';
import { EntryFields } from '../enrol/entry-fields.tsx';
import { isOfEntryDay, useEntryPreview } from '../enrol/use-entry-preview.ts';
import { type EntryValues, employmentValues, entryBody } from '../form-values.ts';
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
  const edit = useVersionedForm(file, valuesOf);
  const { form, version, problem, attempt } = edit;
  const [asksMotive, setAsksMotive] = useState(file.entryMotive !== null);
  const save = useWrite('PUT /enrolments/:enrolmentId');
  const followed = file.path.filter(({ moduleRunId }) => moduleRunId !== null).length;
  const route = accessRoutes.find((one) => one === form.values.route) ?? file.route;
  const pathLost = tellPathLost(route, followed);
  const isEntryMoved = form.values.startsOn !== file.startsOn;
  const employments = useMemo(() => file.employments.map(employmentValues), [file.employments]);
  const preview = useEntryPreview(form.values, file.cohort.id, employments, {
    isAsked: isEntryMoved,
  });
  const put = async (revision: number) => {
    const body = { ...entryBody(form.getValues()), revision };
    try {
      await save.mutateAsync({ params: { enrolmentId: file.id }, body });
    } catch (error) {
      const isAsked = toProblem(error).errors.some(({ pointer }) => pointer === '/entryMotive');
      setAsksMotive(asksMotive || isAsked);
      throw error;
    }
  };
  const send = (revision: number) =>
    attempt(async () => {
      await put(revision);
      notifyDone('L’inscription est enregistrée.');
      onClose();
    });
  return (
    <FormDrawer
      title={`Inscription ${withDe(file.person.name)}`}
      submitLabel={pathLost ? 'Enregistrer et effacer le parcours' : 'Enregistrer'}
      problem={problem}
      isPending={save.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(version.revision))}
      onClose={onClose}
    >
      <VersionConflict
        edit={edit}
        compare={(mine, theirs) => compareEntries(mine, valuesOf(theirs))}
        onKeepMine={send}
        isPending={save.isPending}
      />
      <EntryFields
        bind={form.getInputProps}
        needsMotive={asksMotive}
        closedBecause={checkCourseOpen(file.state, 'course')[0]?.message ?? null}
        pathLost={pathLost}
        entryNotes={isEntryMoved ? (preview.data?.findings.filter(isOfEntryDay) ?? []) : []}
      />
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
