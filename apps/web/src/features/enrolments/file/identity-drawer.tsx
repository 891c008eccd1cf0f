import type { PersonDetails } from '@jalon/contract';
import { tellNamesExchanged, withDe } from '@jalon/domain';
import type { ConflictField } from '../../../components/conflict-panel.tsx';
import { VersionConflict } from '../../../components/version-conflict.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useVersionedForm } from '../../../lib/use-versioned-form.ts';
import { PersonFields } from '../enrol/person-fields.tsx';
import classes from '../enrolments.module.css';
import { type PersonValues, personBody, personValues } from '../form-values.ts';
import { FormDrawer } from './form-drawer.tsx';

const labels: Record<keyof PersonValues, string> = {
  givenName: 'Prénom',
  birthName: 'Nom de naissance',
  usageName: 'Nom d’usage',
  otherGivenNames: 'Autres prénoms',
  birthDate: 'Date de naissance',
  sex: 'Sexe',
  birthCountryCode: 'Pays de naissance',
  birthPlaceCode: 'Commune de naissance',
  email: 'Adresse mail',
  phone: 'Téléphone',
};

/** Completes or mends an identity; two people at once choose between their versions. */
export function IdentityDrawer({
  person,
  onClose,
}: {
  readonly person: PersonDetails;
  readonly onClose: () => void;
}) {
  const edit = useVersionedForm(person, personValues);
  const { form, version, problem, attempt } = edit;
  const save = useWrite('PUT /people/:personId');
  const exchanged = tellNamesExchanged(person, form.values);
  const send = (revision: number) =>
    attempt(async () => {
      const body = { ...personBody(form.getValues()), revision };
      await save.mutateAsync({ params: { personId: person.id }, body });
      notifyDone('L’identité est enregistrée.');
      onClose();
    });
  return (
    <FormDrawer
      title={`Identité ${withDe(person.name)}`}
      submitLabel={exchanged ? 'Enregistrer et échanger les noms' : 'Enregistrer'}
      problem={problem}
      isPending={save.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(version.revision))}
      onClose={onClose}
    >
      <VersionConflict
        edit={edit}
        compare={(mine, theirs) => compare(mine, personValues(theirs))}
        onKeepMine={send}
        isPending={save.isPending}
      />
      {exchanged && (
        <div role="status" className={classes.notice} data-tone="warn">
          {exchanged}
        </div>
      )}
      <PersonFields bind={form.getInputProps} prefix="" />
    </FormDrawer>
  );
}

const compare = (mine: PersonValues, theirs: PersonValues): ConflictField[] =>
  (Object.keys(labels) as (keyof PersonValues)[]).map((field) => ({
    label: labels[field],
    mine: mine[field],
    theirs: theirs[field],
  }));
