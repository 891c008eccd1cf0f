import type { Input } from '@jalon/contract';
import { useNavigate } from '@tanstack/react-router';
import { useWrite } from '../../lib/api.ts';
import { useAct } from '../../lib/use-act.ts';

/** Asks for a search and goes to see it. */
export function useAsk() {
  const send = useWrite('POST /plans');
  const navigate = useNavigate();
  const { run, isPending, problem } = useAct(async (body: Input<'POST /plans'>['body']) => {
    const { id } = await send.mutateAsync({ body });
    await navigate({ to: '/planification/$planId', params: { planId: id } });
  });
  return { ask: run, isPending, problem };
}
