import type { EmploymentDetails } from '@jalon/contract';
import { contractKindNames, employerKindNames, joinWords, listHalfDays } from '@jalon/domain';
import type { ConflictField } from '../../../components/conflict-panel.tsx';
import { VersionConflict } from '../../../components/version-conflict.tsx';
import { useRead, useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useVersionedForm } from '../../../lib/use-versioned-form.ts';
import { EmploymentFields } from '../enrol/employment-fields.tsx';
import { type EmploymentValues, employmentBody, employmentValues } from '../form-values.ts';
import { regimeNames } from '../words.ts';
import { FormDrawer } from './form-drawer.tsx';

interface EmploymentDrawerProps {
  readonly personId: string;
  /** Absent for a new one. */
  readonly employment: EmploymentDetails | null;
  readonly onClose: () => void;
}

/** Adds or changes an employer, its dates and the tutor. */
export function EmploymentDrawer({ personId, employment, onClose }: EmploymentDrawerProps) {
  const edit = useVersionedForm(employment, (version) => employmentValues(version ?? undefined));
  const { form, version, problem, attempt, theirs } = edit;
  const add = useWrite('POST /people/:personId/employments');
  const save = useWrite('PUT /employments/:employmentId');
  const { data: tutors = [] } = useRead('GET /tutors', {});
  const nameTutor = ({ tutor: { choice, givenName, birthName } }: EmploymentValues): string =>
    choice === 'new'
      ? `${birthName} ${givenName}`.trim()
      : ([employment?.tutor, theirs?.tutor, ...tutors].find((one) => one?.id === choice)?.name ??
        '');
  const send = (revision: number | null) =>
    attempt(async () => {
      const body = employmentBody(form.getValues());
      const { warnings } =
        employment && revision !== null
          ? await save.mutateAsync({
              params: { employmentId: employment.id },
              body: { ...body, revision },
            })
          : await add.mutateAsync({ params: { personId }, body });
      const words = warnings.map(({ message }) => message);
      notifyDone(['L’employeur est enregistré.', ...words].join(' '));
      onClose();
    });
  return (
    <FormDrawer
      title={employment ? employment.employerName : 'Ajouter un employeur'}
      submitLabel="Enregistrer"
      problem={problem}
      isPending={add.isPending || save.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(version?.revision ?? null))}
      onClose={onClose}
    >
      <VersionConflict
        edit={edit}
        compare={(mine, other) => compare(mine, employmentValues(other), nameTutor)}
        onKeepMine={send}
        isPending={save.isPending}
      />
      <EmploymentFields bind={form.getInputProps} prefix="" values={form.values} />
    </FormDrawer>
  );
}

/** Both versions field by field, as people read them. */
function compare(
  mine: EmploymentValues,
  theirs: EmploymentValues,
  nameTutor: (values: EmploymentValues) => string,
): ConflictField[] {
  const show = (label: string, of: (values: EmploymentValues) => string): ConflictField => ({
    label,
    mine: of(mine),
    theirs: of(theirs),
  });
  return [
    show('Employeur', ({ employerName }) => employerName),
    show(
      'Type d’employeur',
      ({ employerKind }) => (employerKindNames as Record<string, string>)[employerKind] ?? '',
    ),
    show('SIRET', ({ siret }) => siret.replace(/\s/g, '')),
    show('Mail', ({ employerEmail }) => employerEmail),
    show('Téléphone', ({ employerPhone }) => employerPhone),
    show('Embauche', ({ hireDate }) => hireDate),
    show('Prise de fonction', ({ dutyStartOn }) => dutyStartOn),
    show('Contrat CPAM', ({ cpamContractSignedOn }) => cpamContractSignedOn),
    show('Délais', ({ regimeOverride }) => regimeNames[regimeOverride] ?? ''),
    show(
      'Nature du contrat',
      ({ contractKind }) => (contractKindNames as Record<string, string>)[contractKind] ?? '',
    ),
    show('Début du contrat', ({ contractStartsOn }) => contractStartsOn),
    show('Fin du contrat', ({ endsOn }) => endsOn),
    show('Chez l’employeur', ({ workedMornings, workedAfternoons }) =>
      joinWords(listHalfDays(workedMornings.map(Number), workedAfternoons.map(Number))),
    ),
    show('Tuteur', nameTutor),
    show('Tuteur employeur', ({ tutorIsEmployer }) => (tutorIsEmployer ? 'oui' : 'non')),
    show('Expérience du tuteur', ({ tutorExperienceYears }) => tutorExperienceYears),
    show('Tuteur volontaire', ({ tutorVolunteeredOn }) => tutorVolunteeredOn),
  ];
}
