import type { PersonDetails } from '@jalon/contract';
import { countNoun, formatDay } from '@jalon/domain';
import { Button, NativeSelect } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { TextLink } from '../../../components/app-link.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { useRead, useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { toProblem } from '../../../lib/problem-error.ts';
import { useFormProblem } from '../../../lib/use-form-problem.ts';
import { useUnsavedGuard } from '../../../lib/use-unsaved-guard.ts';
import classes from '../enrolments.module.css';
import {
  blankEntry,
  type EmploymentValues,
  type EntryValues,
  employmentBody,
  employmentValues,
  entryBody,
  type PersonValues,
  personBody,
  personValues,
} from '../form-values.ts';
import { EmploymentFields } from './employment-fields.tsx';
import { EntryFields } from './entry-fields.tsx';
import { Opinion } from './opinion.tsx';
import { PathSteps } from './path-steps.tsx';
import { PersonFields } from './person-fields.tsx';
import { RecognitionNotice, useRecognition } from './recognition.tsx';
import { isOfEntryDay, useEntryPreview } from './use-entry-preview.ts';

type EnrolValues = EntryValues & {
  cohortId: string;
  person: PersonValues;
  employments: EmploymentValues[];
};

/** Enrols someone: who, in which cohort, on which conditions, for whom, with which path. */
export function Page() {
  const { cohorte } = useSearch({ strict: false }) as { cohorte?: string };
  const form = useForm<EnrolValues>({
    initialValues: {
      cohortId: cohorte ?? '',
      person: personValues(),
      ...blankEntry,
      employments: [],
    },
  });
  const { values } = form;
  const [known, setKnown] = useState<PersonDetails | null>(null);
  /** The birth date of the known person that someone said is right; `null` when theirs is. */
  const [rightDate, setRightDate] = useState<string | null>(null);
  const [isNamesake, setNamesake] = useState(false);
  const [choices, setChoices] = useState<Record<number, string | null>>({});
  const [isPathOpen, setPathOpen] = useState(false);
  const cohorts = useRead('GET /cohorts', { query: { takes: 'learners', perPage: 500 } });
  const recognised = useRecognition(values.person);
  const preview = useEntryPreview(values, values.cohortId, values.employments, {
    personId: known?.id ?? null,
  });
  const enrol = useWrite('POST /enrolments');
  const { problem, land, clear } = useFormProblem(form);
  const navigate = useNavigate();
  useUnsavedGuard(form.isDirty() && !enrol.isSuccess);
  const steps = preview.data?.path ?? [];
  const chosen = steps.map(
    (step, index) => choices[index] ?? (index in choices ? null : step.moduleRunId),
  );
  const submit = form.onSubmit(async () => {
    clear();
    try {
      const { id, warnings } = await enrol.mutateAsync({
        body: {
          ...entryBody(values),
          cohortId: values.cohortId,
          person: known
            ? { kind: 'known', personId: known.id, birthDate: rightDate }
            : { kind: 'new', ...personBody(values.person), isNamesake },
          employments: values.employments.map(employmentBody),
          moduleRunIds: Object.keys(choices).length > 0 ? chosen.filter((id) => id !== null) : null,
        },
      });
      notifyDone(['L’apprenant est inscrit.', ...warnings.map(({ message }) => message)].join(' '));
      // The form still looks unsaved until the next render.
      navigate({
        to: '/apprenants/$enrolmentId',
        params: { enrolmentId: id },
        ignoreBlocker: true,
      });
    } catch (error) {
      land(error);
    }
  });
  const refusal = problem && toProblem(problem);
  return (
    <form onSubmit={submit} noValidate>
      <PageHeader
        title="Inscrire un apprenant"
        overline={<TextLink to="/apprenants">Apprenants</TextLink>}
      />
      <ProblemAlert problem={refusal} />
      <div className={classes.columns}>
        <div>
          <SectionCard title="Qui">
            {known ? (
              <KnownPerson
                person={rightDate ? { ...known, birthDate: rightDate } : known}
                onLeave={() => setKnown(null)}
              />
            ) : (
              <div className={classes.stack}>
                <PersonFields bind={form.getInputProps} prefix="person." />
                {recognised && (
                  <RecognitionNotice
                    recognised={recognised}
                    isNamesake={isNamesake}
                    onSayNamesake={setNamesake}
                    birthDate={values.person.birthDate}
                    onTake={(birthDate) => {
                      setKnown(recognised.person);
                      setRightDate(birthDate);
                    }}
                  />
                )}
              </div>
            )}
          </SectionCard>
          <SectionCard title="Dans quelle cohorte, par quelle voie">
            <div className={classes.stack}>
              <NativeSelect
                label="Cohorte"
                data={[
                  { value: '', label: 'À choisir' },
                  ...(cohorts.data?.rows ?? []).map(({ id, name, learnerCount, capacity }) => ({
                    value: id,
                    label: `${name} (${learnerCount} sur ${capacity})`,
                  })),
                ]}
                {...form.getInputProps('cohortId')}
              />
              <EntryFields
                bind={form.getInputProps}
                needsMotive={preview.data?.entry.outcome === 'not_eligible'}
                entryNotes={preview.data?.findings.filter(isOfEntryDay) ?? []}
              />
            </div>
          </SectionCard>
          <SectionCard
            title="Employeurs et tuteur"
            hint="Plusieurs employeurs sont possibles."
            actions={
              <Button
                size="xs"
                onClick={() => form.insertListItem('employments', employmentValues())}
              >
                Ajouter un employeur
              </Button>
            }
          >
            {values.employments.length === 0 && (
              <div className={classes.soft}>
                Aucun employeur. Vous pourrez l’ajouter plus tard, depuis le dossier.
              </div>
            )}
            {values.employments.map((employment, index) => (
              <div key={index} className={classes.employer}>
                <EmploymentFields
                  bind={form.getInputProps}
                  prefix={`employments.${index}.`}
                  values={employment}
                />
                <Button size="xs" mt="sm" onClick={() => form.removeListItem('employments', index)}>
                  Retirer cet employeur
                </Button>
              </div>
            ))}
          </SectionCard>
        </div>
        <div className={classes.aside}>
          <SectionCard title="Conditions d’entrée">
            {preview.data ? (
              <Opinion
                entry={preview.data.entry}
                findings={preview.data.findings.filter((one) => !isOfEntryDay(one))}
              />
            ) : (
              <div className={classes.soft}>
                Choisissez la cohorte, le profil, la voie d’accès et la date d’entrée : les règles
                du référentiel s’affichent ici.
              </div>
            )}
          </SectionCard>
          {steps.length > 0 && (
            <SectionCard
              title="Parcours proposé"
              hint={describeSteps(chosen)}
              actions={
                <Button
                  size="xs"
                  onClick={() => setPathOpen(!isPathOpen)}
                  aria-expanded={isPathOpen}
                >
                  {isPathOpen ? 'Replier' : 'Changer'}
                </Button>
              }
              isFlush
            >
              {isPathOpen ? (
                <PathSteps
                  steps={steps}
                  chosen={chosen}
                  onChoose={(index, run) => setChoices({ ...choices, [index]: run })}
                />
              ) : (
                <PathSteps steps={steps.filter(({ state }) => state !== 'own')} />
              )}
            </SectionCard>
          )}
          <Button type="submit" variant="filled" fullWidth loading={enrol.isPending}>
            Inscrire
          </Button>
        </div>
      </div>
    </form>
  );
}

const describeSteps = (chosen: readonly (string | null)[]): string => {
  const missing = chosen.filter((run) => run === null).length;
  const planned = chosen.length - missing;
  return missing === 0
    ? `${countNoun(planned, 'étape')} ${planned < 2 ? 'planifiée' : 'planifiées'}`
    : `${planned} ${planned < 2 ? 'planifiée' : 'planifiées'}, ${missing} à planifier`;
};

function KnownPerson({
  person,
  onLeave,
}: {
  readonly person: PersonDetails;
  readonly onLeave: () => void;
}) {
  return (
    <div className={`${classes.row} ${classes.bare}`}>
      <div className={classes.grow}>
        <div className={classes.strong}>{person.name}</div>
        <div className={classes.soft}>
          {[person.birthDate && `Naissance le ${formatDay(person.birthDate)}`, person.email]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <Button size="xs" onClick={onLeave}>
        Choisir quelqu’un d’autre
      </Button>
    </div>
  );
}
