import type { BlockDecision } from '@jalon/domain';
import { decisionNames } from '@jalon/domain';
import { Button, Fieldset, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead, useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useFormProblem } from '../../../lib/use-form-problem.ts';
import { decisionWords } from '../words.ts';
import type { Session } from './session.ts';

interface RectificationFormProps {
  readonly session: Session;
  /** Those that wait for signatures, which these replace. */
  readonly replaced: { readonly id: string; readonly reference: string } | null;
  readonly onClose: () => void;
}

const emptyCorrection = { decisionId: '', decision: '', recommendation: '' };

/** What the jury decided and what should be read instead; the jury then signs it. */
export function RectificationForm({ session, replaced, onClose }: RectificationFormProps) {
  const params = { juryId: session.id };
  const read = useRead('GET /juries/:juryId/decisions', { params, query: {} });
  const drawUp = useWrite('POST /juries/:juryId/rectifications');
  const form = useForm({
    initialValues: { motive: '', corrections: [{ ...emptyCorrection }] },
    validate: {
      corrections: {
        decisionId: (value) => (value ? null : 'Choisissez la décision à corriger.'),
        decision: (value) => (value ? null : 'Choisissez ce qu’il faut lire à la place.'),
      },
    },
  });
  const { problem, land, clear } = useFormProblem(form);
  const decisions = read.data?.decisions ?? [];
  const submit = form.onSubmit(async ({ motive, corrections }) => {
    clear();
    try {
      await drawUp.mutateAsync({
        params,
        body: {
          motive,
          replacesId: replaced?.id ?? null,
          corrections: corrections.flatMap(({ decisionId, decision, recommendation }) => {
            const current = decisions.find(({ id }) => id === decisionId);
            if (!current) return [];
            const { enrolmentId, blockCode } = current;
            const after = decision as BlockDecision;
            return [
              {
                enrolmentId,
                blockCode,
                decisionId,
                decision: after,
                recommendation: recommendation || null,
              },
            ];
          }),
        },
      });
      notifyDone(
        'Le procès-verbal rectificatif est rédigé : les membres sont invités à le signer.',
      );
      onClose();
    } catch (error) {
      land(error);
    }
  });
  const choices = session.candidates.flatMap(({ enrolmentId, name }) =>
    decisions
      .filter((one) => one.enrolmentId === enrolmentId)
      .toSorted((one, other) => one.blockCode.localeCompare(other.blockCode))
      .map(({ id, blockCode, decision }) => ({
        value: id,
        label: `${name}, ${blockCode} : ${decisionNames[decision]}`,
      })),
  );
  const isChosenElsewhere = (id: string, index: number): boolean =>
    form.values.corrections.some(({ decisionId }, other) => other !== index && decisionId === id);
  return (
    <FormDialog
      title={
        replaced
          ? `Remplacer le procès-verbal rectificatif ${replaced.reference}`
          : 'Rédiger un procès-verbal rectificatif'
      }
      lead="Le premier procès-verbal reste tel qu’il est. La correction prend effet quand la majorité des membres qui ont siégé, des deux collèges, l’ont signée eux-mêmes dans Jalon : une signature sur papier ne suffit pas."
      submitLabel="Rédiger et demander les signatures"
      problem={problem ?? drawUp.error}
      isPending={drawUp.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <WhenRead isPart read={read}>
        {() => (
          <>
            {form.values.corrections.map((_, index) => (
              <Fieldset key={index} legend={`Correction ${index + 1}`}>
                <Stack gap="sm">
                  <NativeSelect
                    label="Décision à corriger"
                    data={[
                      { value: '', label: 'À choisir' },
                      ...choices.filter(({ value }) => !isChosenElsewhere(value, index)),
                    ]}
                    {...form.getInputProps(`corrections.${index}.decisionId`)}
                  />
                  <NativeSelect
                    label="Lire à la place"
                    data={[
                      { value: '', label: 'À choisir' },
                      ...Object.entries(decisionWords).map(([value, { label }]) => ({
                        value,
                        label,
                      })),
                    ]}
                    {...form.getInputProps(`corrections.${index}.decision`)}
                  />
                  <Textarea
                    label="Recommandation (facultative)"
                    autosize
                    {...form.getInputProps(`corrections.${index}.recommendation`)}
                  />
                  {form.values.corrections.length > 1 && (
                    <Group>
                      <Button
                        size="compact-sm"
                        onClick={() => form.removeListItem('corrections', index)}
                      >
                        Retirer cette correction
                      </Button>
                    </Group>
                  )}
                </Stack>
              </Fieldset>
            ))}
            <Group>
              <Button
                size="compact-sm"
                onClick={() => form.insertListItem('corrections', { ...emptyCorrection })}
              >
                Ajouter une autre correction
              </Button>
            </Group>
            <Textarea
              label="Motif"
              required
              autosize
              minRows={2}
              {...form.getInputProps('motive')}
            />
          </>
        )}
      </WhenRead>
    </FormDialog>
  );
}
