import type { DispensationRuleView } from '@jalon/contract';
import { entryProfileNames, formatDay } from '@jalon/domain';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ConflictField } from '../../../components/conflict-panel.tsx';
import { DayField } from '../../../components/day-field.tsx';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { VersionConflict } from '../../../components/version-conflict.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { useVersionedForm } from '../../../lib/use-versioned-form.ts';
import type { Version } from '../version.ts';

type RuleValues = {
  profile: string;
  diploma: string;
  blockCode: string;
  moduleCode: string;
  evidence: string;
  reference: string;
  referencedOn: string;
};
type Profile = NonNullable<DispensationRuleView['profile']>;

const valuesOf = (rule: DispensationRuleView | null): RuleValues => ({
  profile: rule?.profile ?? '',
  diploma: rule?.diploma ?? '',
  blockCode: rule?.blockCode ?? '',
  moduleCode: rule?.moduleCode ?? '',
  evidence: rule?.evidence.join('\n') ?? '',
  reference: rule?.reference ?? '',
  referencedOn: rule?.referencedOn ?? '',
});

const nameProfile = (profile: string): string =>
  profile ? entryProfileNames[profile as Profile] : 'tout profil';

function compare(mine: RuleValues, rule: DispensationRuleView): ConflictField[] {
  const theirs = valuesOf(rule);
  const day = (value: string) => (value ? formatDay(value) : '');
  return [
    { label: 'Profil', mine: nameProfile(mine.profile), theirs: nameProfile(theirs.profile) },
    { label: 'Diplôme', mine: mine.diploma, theirs: theirs.diploma },
    { label: 'Bloc', mine: mine.blockCode, theirs: theirs.blockCode },
    {
      label: 'Module',
      mine: mine.moduleCode || 'tout le bloc',
      theirs: theirs.moduleCode || 'tout le bloc',
    },
    { label: 'Pièces', mine: mine.evidence, theirs: theirs.evidence },
    { label: 'Document', mine: mine.reference, theirs: theirs.reference },
    { label: 'Date', mine: day(mine.referencedOn), theirs: day(theirs.referencedOn) },
  ];
}

interface RuleDialogProps {
  readonly version: Version;
  /** `null` for a line to write. */
  readonly rule: DispensationRuleView | null;
  readonly onClose: () => void;
}

/** A line of the table, copied from the CPNEFP's document by the centre. */
export function RuleDialog({ version, rule, onClose }: RuleDialogProps) {
  const { blocks } = version.content;
  const edit = useVersionedForm(rule, valuesOf);
  const { form, version: opened, problem, attempt } = edit;
  const write = useWrite('POST /frameworks/:frameworkId/dispensation-rules');
  const change = useWrite('PUT /dispensation-rules/:ruleId');
  const modules = blocks.find(({ code }) => code === form.values.blockCode)?.modules;
  const send = (revision: number | null) =>
    attempt(async () => {
      const body = toBody(form.getValues());
      if (rule && revision !== null)
        await change.mutateAsync({ params: { ruleId: rule.id }, body: { ...body, revision } });
      else await write.mutateAsync({ params: { frameworkId: version.id }, body });
      notifyDone(rule ? 'La ligne est modifiée.' : 'La ligne est dans votre table.');
      onClose();
    });
  return (
    <FormDialog
      title={rule ? 'Modifier une ligne de la table' : 'Ajouter une ligne à la table des dispenses'}
      lead={
        rule && rule.requestCount > 0
          ? 'Les demandes déjà préparées d’après cette ligne gardent ses mots et ses pièces d’alors.'
          : 'Recopiez une ligne du document de la CPNEFP : elle sera proposée dans les demandes de dispense, et c’est vous qui choisissez.'
      }
      submitLabel={rule ? 'Enregistrer la ligne' : 'Ajouter la ligne'}
      problem={problem}
      isPending={write.isPending || change.isPending}
      isDirty={form.isDirty()}
      onSubmit={form.onSubmit(() => send(opened?.revision ?? null))}
      onClose={onClose}
    >
      <VersionConflict
        edit={edit}
        compare={compare}
        onKeepMine={send}
        isPending={change.isPending}
      />
      <NativeSelect
        label="Profil"
        data={[
          { value: '', label: 'Tout profil : le diplôme suffit' },
          ...Object.entries(entryProfileNames).map(([value, label]) => ({ value, label })),
        ]}
        data-autofocus
        {...form.getInputProps('profile')}
      />
      <TextInput
        label="Diplôme"
        description="Comme le document l’écrit. Facultatif quand le profil suffit."
        placeholder="RNCP 36495 Secrétaire médico-social"
        {...form.getInputProps('diploma')}
      />
      <NativeSelect
        label="Bloc"
        data={[
          { value: '', label: 'Choisissez un bloc' },
          ...listed(blocks, form.values.blockCode, ({ code, name }) => `${code} ${name}`),
        ]}
        {...form.getInputProps('blockCode')}
        onChange={(event) =>
          form.setValues({ blockCode: event.currentTarget.value, moduleCode: '' })
        }
      />
      <NativeSelect
        label="Module"
        disabled={!modules}
        data={[
          { value: '', label: 'Tout le bloc' },
          ...listed(modules ?? [], form.values.moduleCode, ({ name }) => name),
        ]}
        {...form.getInputProps('moduleCode')}
      />
      <Textarea
        label="Pièces à apporter"
        description="Une pièce par ligne."
        autosize
        minRows={3}
        {...form.getInputProps('evidence')}
      />
      <TextInput
        label="Document de la CPNEFP"
        description="Son titre ou sa référence, pour le retrouver."
        {...form.getInputProps('reference')}
      />
      <DayField label="Date du document" {...form.getInputProps('referencedOn')} />
    </FormDialog>
  );
}

/** The codes of the version as choices; one that left it stays to be read until another is chosen. */
function listed<One extends { readonly code: string }>(
  ones: readonly One[],
  chosen: string,
  nameOf: (one: One) => string,
) {
  const choices = ones.map((one) => ({ value: one.code, label: nameOf(one) }));
  if (chosen === '' || ones.some(({ code }) => code === chosen)) return choices;
  return [...choices, { value: chosen, label: `${chosen} (plus dans ce référentiel)` }];
}

const toBody = ({ profile, diploma, moduleCode, evidence, ...values }: RuleValues) => ({
  ...values,
  profile: (profile || null) as Profile | null,
  diploma: diploma || null,
  moduleCode: moduleCode || null,
  evidence: evidence.split('\n'),
});
