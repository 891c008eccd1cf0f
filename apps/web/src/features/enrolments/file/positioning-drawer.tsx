import type { PositioningView } from '@jalon/contract';
import { formatDay, positioningOutcomeNames, positioningOutcomes } from '@jalon/domain';
import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import type { ConflictField } from '../../../components/conflict-panel.tsx';
import { DayField } from '../../../components/day-field.tsx';
import { VersionConflict } from '../../../components/version-conflict.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useVersionedForm } from '../../../lib/use-versioned-form.ts';
import { blankToNull } from '../words.ts';
import { FormDrawer } from './form-drawer.tsx';

type PositioningValues = {
  heldOn: string;
  ledBy: string;
  outcome: string;
  adaptation: string;
  motive: string;
  because: string;
};

/** A first trace starts blank: the decision is a person's. */
const valuesOf = (trace: PositioningView | null): PositioningValues => ({
  heldOn: trace?.heldOn ?? '',
  ledBy: trace?.ledBy ?? '',
  outcome: trace?.outcome ?? '',
  adaptation: trace?.adaptation ?? '',
  motive: trace?.motive ?? '',
  because: '',
});

const nameOutcome = (outcome: string): string =>
  positioningOutcomes.flatMap((one) => (one === outcome ? positioningOutcomeNames[one] : []))[0] ??
  '';

const compare = (mine: PositioningValues, theirs: PositioningView): ConflictField[] => [
  {
    label: 'Mené le',
    mine: mine.heldOn && formatDay(mine.heldOn),
    theirs: formatDay(theirs.heldOn),
  },
  { label: 'Mené par', mine: mine.ledBy, theirs: theirs.ledBy },
  { label: 'Décision', mine: nameOutcome(mine.outcome), theirs: nameOutcome(theirs.outcome) },
  { label: 'Ce qui est adapté', mine: mine.adaptation, theirs: theirs.adaptation ?? '' },
  { label: 'Motif', mine: mine.motive, theirs: theirs.motive ?? '' },
];

interface PositioningDrawerProps {
  readonly enrolmentId: string;
  readonly learnerName: string;
  /** The trace that is put right; `null` for the first one. */
  readonly positioning: PositioningView | null;
  readonly onClose: () => void;
}

/** When the positioning was held, who led it and what was decided. */
export function PositioningDrawer({
  enrolmentId,
  learnerName,
  positioning,
  onClose,
}: PositioningDrawerProps) {
  const edit = useVersionedForm(positioning, valuesOf);
  const { form, version, problem, attempt } = edit;
  const record = useWrite('POST /enrolments/:enrolmentId/positionings');
  const send = (revision: number | null) =>
    attempt(async () => {
      const { heldOn, ledBy, outcome, adaptation, motive, because } = form.getValues();
      await record.mutateAsync({
        params: { enrolmentId },
        body: {
          heldOn,
          ledBy,
          revision,
          // What is not chosen yet is refused by the API at its field.
          outcome: outcome as PositioningView['outcome'],
          adaptation: outcome === 'adapted' ? blankToNull(adaptation) : null,
          motive: blankToNull(motive),
          because: blankToNull(because),
        },
      });
      notifyDone(positioning ? 'Le positionnement est corrigé.' : 'Le positionnement est noté.');
      onClose();
    });
  const { outcome } = form.values;
  const isCorrection = version !== null && version !== undefined;
  return (
    <FormDrawer
      title={`Positionnement : ${learnerName}`}
      submitLabel="Enregistrer"
      problem={problem}
      isPending={record.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(version?.revision ?? null))}
      onClose={onClose}
    >
      <VersionConflict
        edit={edit}
        compare={compare}
        onKeepMine={send}
        isPending={record.isPending}
      />
      <DayField label="Mené le" {...form.getInputProps('heldOn')} />
      <TextInput label="Mené par" autoComplete="off" {...form.getInputProps('ledBy')} />
      <Radio.Group label="Décision" {...form.getInputProps('outcome')}>
        <Stack gap="xs" mt={4}>
          {positioningOutcomes.map((one) => (
            <Radio key={one} value={one} label={positioningOutcomeNames[one]} />
          ))}
        </Stack>
      </Radio.Group>
      {outcome === 'adapted' && (
        <Textarea
          label="Ce qui est adapté"
          description="Contenu, durée, rythme, moyens. Sans détail médical."
          autosize
          minRows={2}
          {...form.getInputProps('adaptation')}
        />
      )}
      <Textarea
        label={outcome === 'admitted' ? 'Motif ou constats, si besoin' : 'Motif'}
        autosize
        minRows={2}
        {...form.getInputProps('motive')}
      />
      {isCorrection && (
        <Textarea
          label="Pourquoi corriger"
          description="La trace précédente reste au dossier."
          autosize
          minRows={2}
          {...form.getInputProps('because')}
        />
      )}
    </FormDrawer>
  );
}
