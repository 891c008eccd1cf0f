import type { Answer } from '@jalon/contract';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { TextLink } from '../../components/app-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useFormProblem } from '../../lib/use-form-problem.ts';
import { useParam } from '../../lib/use-param.ts';
import { EventForm } from './event-form.tsx';
import { type EventValues, toBody } from './form-values.ts';
import { useEventFindings } from './use-event-findings.ts';

type Proposal = Answer<'GET /slots/:slotId/assessment-event-proposal'>;

/** What Jalon proposes for an evaluation half-day; a person changes it and confirms it. */
export function Page() {
  const slotId = useParam('slotId');
  const read = useRead('GET /slots/:slotId/assessment-event-proposal', { params: { slotId } });
  return (
    <WhenRead read={read}>
      {(proposal) => <Preparation key={slotId} slotId={slotId} proposal={proposal} />}
    </WhenRead>
  );
}

function Preparation({
  slotId,
  proposal,
}: {
  readonly slotId: string;
  readonly proposal: Proposal;
}) {
  const { cohort, block } = proposal;
  const navigate = useNavigate();
  const prepare = useWrite('POST /slots/:slotId/assessment-events');
  const form = useForm<EventValues>({ initialValues: toInitial(proposal) });
  const { problem, land, clear } = useFormProblem(form);
  const findings = useEventFindings(form.values, { slotId });
  const toCohort = {
    to: '/cohortes/$cohortId/evaluations',
    params: { cohortId: cohort.id },
  } as const;
  const submit = async (acceptedWarnings: string[]) => {
    clear();
    try {
      const { id } = await prepare.mutateAsync({
        params: { slotId },
        body: { ...toBody(form.values), acceptedWarnings },
      });
      form.resetDirty();
      await notifyDone('La séance est préparée. Les candidats ne sont pas encore convoqués.');
      await navigate({ to: '/evaluations/$eventId', params: { eventId: id } });
    } catch (error) {
      land(error);
    }
  };
  return (
    <>
      <PageHeader
        title={`Préparer l’évaluation du bloc ${block.code}`}
        overline={
          <>
            <TextLink {...toCohort}>{cohort.name}</TextLink> · {block.name}
          </>
        }
      />
      <EventForm
        form={form}
        choices={proposal}
        event={null}
        findings={findings}
        problem={problem}
        submitLabel="Préparer la séance"
        isPending={prepare.isPending}
        onSubmit={submit}
        onClose={() => void navigate(toCohort)}
      />
    </>
  );
}

const toInitial = ({ form }: Proposal): EventValues => ({
  ...form,
  assessorIds: [...form.assessorIds],
  candidates: form.candidates.map((one) => ({ ...one })),
});
