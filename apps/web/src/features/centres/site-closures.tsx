import { formatDay } from '@jalon/domain';
import { Button, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { Can } from '../../components/can.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DayField } from '../../components/day-field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import classes from './centres.module.css';
import type { Site } from './site.ts';

const reads = { invalidates: ['GET /centre', 'GET /sites'] } as const;

/** The days when a site is closed, besides its public holidays. */
export function SiteClosures({ site }: { readonly site: Site }) {
  const [isOpen, dialog] = useDisclosure();
  return (
    <>
      <h3 className={classes.subtitle}>Fermetures</h3>
      {site.closures.length === 0 && (
        <p className={classes.lead}>Aucune, en dehors des jours fériés.</p>
      )}
      <ul className={classes.closures}>
        {site.closures.map((closure) => (
          <ClosureRow key={closure.id} siteId={site.id} closure={closure} />
        ))}
      </ul>
      <Can permission="centre:write">
        <Button size="compact-sm" onClick={dialog.open} mt="xs">
          Ajouter une fermeture
        </Button>
        {isOpen && <ClosureDialog site={site} onClose={dialog.close} />}
      </Can>
    </>
  );
}

interface ClosureRowProps {
  readonly siteId: string;
  readonly closure: Site['closures'][number];
}

function ClosureRow({ siteId, closure }: ClosureRowProps) {
  const remove = useWrite('DELETE /sites/:siteId/closures/:closureId', reads);
  const days = describeDays(closure.fromOn, closure.toOn);
  return (
    <li>
      <div className={classes.who}>
        {closure.label}
        <span className={classes.detail}>{days}</span>
      </div>
      <Can permission="centre:write">
        <ConfirmButton
          size="compact-sm"
          label="Supprimer"
          title={`Supprimer la fermeture « ${closure.label} » ?`}
          loss={`Le calendrier pourra de nouveau placer des séances ${days}. Les calendriers déjà proposés ne changent pas.`}
          confirmLabel="Supprimer la fermeture"
          onConfirm={() => remove.mutateAsync({ params: { siteId, closureId: closure.id } })}
        />
      </Can>
    </li>
  );
}

const describeDays = (fromOn: string, toOn: string): string =>
  fromOn === toOn ? `le ${formatDay(fromOn)}` : `du ${formatDay(fromOn)} au ${formatDay(toOn)}`;

function ClosureDialog({ site, onClose }: { readonly site: Site; readonly onClose: () => void }) {
  const form = useForm({ initialValues: { label: '', fromOn: '', toOn: '' } });
  const add = useWrite('POST /sites/:siteId/closures', reads);
  const { problem, land, clear } = useFormProblem(form);
  const submit = form.onSubmit(async (body) => {
    clear();
    try {
      await add.mutateAsync({ params: { siteId: site.id }, body });
      notifyDone('La fermeture est ajoutée.');
      onClose();
    } catch (error) {
      land(error);
    }
  });
  return (
    <FormDialog
      title={`Fermer le site ${site.name}`}
      lead="Aucune séance ne sera proposée ces jours-là. Les calendriers déjà proposés ne changent pas."
      submitLabel="Ajouter la fermeture"
      problem={problem}
      isPending={add.isPending}
      isDirty={form.isDirty()}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label="Motif"
        placeholder="Congés de fin d’année"
        data-autofocus
        {...form.getInputProps('label')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <DayField label="Du" {...form.getInputProps('fromOn')} />
        <DayField label="Au" {...form.getInputProps('toOn')} />
      </SimpleGrid>
    </FormDialog>
  );
}
