import type { TrainerFile } from '@jalon/contract';
import { countNoun, formatLongDay, formatTime, withDe } from '@jalon/domain';
import { SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DayField } from '../../components/day-field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { useWrite } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import classes from './trainers.module.css';
import { sayDays } from './words.ts';

type Absence = TrainerFile['absences'][number];
const reads = { invalidates: ['GET /trainers/:trainerId'] } as const;

/** When the trainer is away, with the half-days that it leaves without anybody. */
export function AbsencesCard({ file }: { readonly file: TrainerFile }) {
  const ahead = file.absences.filter(({ isOver }) => !isOver).toReversed();
  const past = file.absences.filter(({ isOver }) => isOver);
  const clashes = ahead.filter(({ warning }) => warning !== null);
  return (
    <SectionCard title="Absences" tone={clashes.length > 0 ? 'attention' : 'plain'}>
      {ahead.length === 0 && <p className={classes.lead}>Aucune absence à venir.</p>}
      <ul className={classes.list}>
        {ahead.map((absence) => (
          <AbsenceRow key={absence.id} file={file} absence={absence} />
        ))}
      </ul>
      {past.length > 0 && (
        <details className={classes.past}>
          <summary>{countNoun(past.length, 'absence passée', 'absences passées')}</summary>
          <ul className={classes.list}>
            {past.map((absence) => (
              <AbsenceRow key={absence.id} file={file} absence={absence} />
            ))}
          </ul>
        </details>
      )}
    </SectionCard>
  );
}

function AbsenceRow({ file, absence }: { readonly file: TrainerFile; readonly absence: Absence }) {
  const { id, fromOn, toOn, label, warning, slots } = absence;
  const remove = useWrite('DELETE /trainers/:trainerId/absences/:absenceId', reads);
  const params = { trainerId: file.personId, absenceId: id };
  return (
    <li>
      <div className={classes.words}>
        {label}
        <span className={classes.detail}>{sayDays(fromOn, toOn)}</span>
      </div>
      <Can permission="trainer:write">
        <ConfirmButton
          size="compact-sm"
          label="Retirer"
          title={`Retirer l’absence « ${label} » ?`}
          loss={`Le plan pourra de nouveau confier des créneaux à ${file.spokenName} ${sayDays(fromOn, toOn)}.`}
          confirmLabel="Retirer l’absence"
          onConfirm={() => remove.mutateAsync({ params })}
        />
      </Can>
      {warning !== null && (
        <div className={classes.clash}>
          <p>{keepFrenchSpaces(warning)}</p>
          <ul className={classes.slots}>
            {slots.map((slot) => (
              <li key={slot.id}>
                <TextLink
                  to="/cohortes/$cohortId/calendrier"
                  params={{ cohortId: slot.cohort.id }}
                  search={{ mois: slot.date.slice(0, 7), creneau: slot.id } as never}
                  underline="always"
                >
                  {keepFrenchSpaces(`${formatLongDay(slot.date)}, ${formatTime(slot.startsAt)}`)}
                </TextLink>{' '}
                {slot.name}, {slot.cohort.name}
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

interface AbsenceDialogProps {
  readonly file: TrainerFile;
  readonly onClose: () => void;
}

/** An absence to note; what it upsets is shown on the file once it is noted. */
export function AbsenceDialog({ file, onClose }: AbsenceDialogProps) {
  const form = useForm({ initialValues: { label: '', fromOn: '', toOn: '' } });
  const add = useWrite('POST /trainers/:trainerId/absences', reads);
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      const { slots } = await add.mutateAsync({ params: { trainerId: file.personId }, body });
      notifyDone(
        slots.length === 0
          ? 'L’absence est notée.'
          : `L’absence est notée ; ${countNoun(slots.length, 'créneau', 'créneaux')} à revoir.`,
      );
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title={`Absence ${withDe(file.spokenName)}`}
      lead="Le plan ne lui donne aucun créneau ces jours-là. Ceux qui sont déjà au calendrier vous sont signalés, sans être touchés."
      submitLabel="Noter l’absence"
      problem={problem}
      isPending={add.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayField label="Du" data-autofocus {...form.getInputProps('fromOn')} />
        <DayField label="Au" {...form.getInputProps('toOn')} />
      </SimpleGrid>
      <TextInput
        label="Motif"
        description="Deux mots suffisent, sans détail de santé : congés, autre formation, absence."
        placeholder="Congés"
        {...form.getInputProps('label')}
      />
    </FormDialog>
  );
}
