import { countNoun } from '@jalon/domain';
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayField } from '../../../components/day-field.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useFormProblem } from '../../../lib/use-form-problem.ts';
import { useUnsavedGuard } from '../../../lib/use-unsaved-guard.ts';
import { blockTitle } from '../block-words.ts';
import type { Campaign, Campaigns } from './campaign-words.ts';

interface CampaignFormProps {
  readonly cohortId: string;
  readonly blocks: Campaigns['blocks'];
  /** The one that is changed; `null` plans a new one. */
  readonly campaign: Campaign | null;
  readonly onClose: () => void;
}

/** A campaign as a person plans it: their own label, days and blocks. */
export function CampaignForm({ cohortId, blocks, campaign, onClose }: CampaignFormProps) {
  const form = useForm({
    initialValues: {
      label: campaign?.label ?? '',
      opensOn: campaign?.opensOn ?? '',
      dueOn: campaign?.dueOn ?? '',
      blockCodes: [...(campaign?.blockCodes ?? [])],
    },
  });
  const plan = useWrite('POST /cohorts/:cohortId/appraisal-campaigns');
  const change = useWrite('PUT /appraisal-campaigns/:campaignId');
  const { problem, land, clear } = useFormProblem(form);
  useUnsavedGuard(form.isDirty());
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      const { mails } = campaign
        ? await change.mutateAsync({
            params: { campaignId: campaign.id },
            body: { ...body, revision: campaign.revision },
          })
        : await plan.mutateAsync({ params: { cohortId }, body });
      await notifyDone(
        mails > 0
          ? `La campagne est ouverte, ${countNoun(mails, 'mail envoyé', 'mails envoyés')}.`
          : 'La campagne est planifiée.',
      );
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <SectionCard title={campaign ? `Modifier « ${campaign.label} »` : 'Une campagne à vous'}>
        <ProblemAlert problem={problem} />
        <Stack>
          <TextInput
            label="Nom de la campagne"
            description="Les tuteurs le lisent dans leur mail : Après le stage, Mi-parcours…"
            {...form.getInputProps('label')}
          />
          <DayField
            label="Les liens partent le"
            description="À 6 h 30 ce jour-là ; aussitôt si c’est aujourd’hui."
            {...form.getInputProps('opensOn')}
          />
          <DayField
            label="À signer au plus tard le"
            description="Les tuteurs sont relancés 14 et 3 jours avant, puis 3 jours après."
            {...form.getInputProps('dueOn')}
          />
          <Checkbox.Group
            label="Blocs à apprécier"
            error={form.errors.blockCodes}
            value={form.values.blockCodes}
            onChange={(codes) => form.setFieldValue('blockCodes', codes)}
          >
            <Stack gap="xs" mt={4}>
              {blocks.map((block) => (
                <Checkbox
                  key={block.code}
                  value={block.code}
                  label={blockTitle(block)}
                  disabled={block.competenceCount === 0}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Group>
            <Button type="submit" variant="filled" loading={plan.isPending || change.isPending}>
              {campaign ? 'Enregistrer la campagne' : 'Planifier la campagne'}
            </Button>
            <Button onClick={onClose}>Annuler</Button>
          </Group>
        </Stack>
      </SectionCard>
    </form>
  );
}
