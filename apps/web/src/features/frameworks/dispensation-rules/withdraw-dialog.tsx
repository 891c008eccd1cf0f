import type { DispensationRuleView } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Textarea } from '@mantine/core';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { VersionConflict } from '../../../components/version-conflict.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useVersionedForm } from '../../../lib/use-versioned-form.ts';

interface WithdrawDialogProps {
  readonly rule: DispensationRuleView;
  readonly onClose: () => void;
}

/** A line that serves no more: it is proposed to nobody, and stays readable with its motive. */
export function WithdrawDialog({ rule, onClose }: WithdrawDialogProps) {
  const edit = useVersionedForm(rule, () => ({ motive: '' }));
  const { form, version, problem, attempt } = edit;
  const withdraw = useWrite('POST /dispensation-rules/:ruleId/withdrawal');
  const send = (revision: number) =>
    attempt(async () => {
      const body = { ...form.getValues(), revision };
      await withdraw.mutateAsync({ params: { ruleId: rule.id }, body });
      notifyDone('La ligne est retirée de votre table.');
      onClose();
    });
  return (
    <FormDialog
      title={`Retirer « ${rule.holder} : ${rule.scope} » ?`}
      lead={`La ligne ne sera plus proposée, et ne changera plus. Elle reste lisible sous la table${tellUses(rule)}.`}
      submitLabel="Retirer la ligne"
      problem={problem}
      isPending={withdraw.isPending}
      isLoss
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(version.revision))}
      onClose={onClose}
    >
      <VersionConflict
        edit={edit}
        compare={({ motive }, theirs) => [
          {
            label: 'La ligne',
            mine: `${rule.holder} : ${rule.scope}`,
            theirs: `${theirs.holder} : ${theirs.scope}`,
          },
          { label: 'Motif du retrait', mine: motive, theirs: theirs.withdrawalMotive ?? '' },
        ]}
        onKeepMine={send}
        isPending={withdraw.isPending}
      />
      <Textarea
        label="Pourquoi la retirer"
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('motive')}
      />
    </FormDialog>
  );
}

const tellUses = ({ requestCount }: DispensationRuleView): string =>
  requestCount === 0
    ? ''
    : `, et ${countNoun(requestCount, 'demande')} ${requestCount > 1 ? 'gardent' : 'garde'} ses mots et ses pièces`;
