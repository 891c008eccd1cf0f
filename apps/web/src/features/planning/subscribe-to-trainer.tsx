import { useState } from 'react';
import { SubscribeButton } from '../../components/calendar-feed/subscribe-button.tsx';
import { useRead } from '../../lib/api.ts';
import { useIsAllowed, useSession } from '../../lib/session.ts';
import { useSearchParam } from '../../lib/use-search-param.ts';

/** One's own half-days for a trainer; those of the trainer chosen above for the coordination. */
export function SubscribeToTrainer() {
  const [isOpen, setOpen] = useState(false);
  const panel = { isOpen, onChange: setOpen };
  const [trainerId] = useSearchParam('formateur');
  const trainers = useRead('GET /trainers', {});
  const { roles } = useSession();
  const isOffice = useIsAllowed('calendar:write');
  const chosen = isOffice
    ? trainers.data?.find(({ personId }) => personId === trainerId)
    : undefined;
  if (chosen)
    return (
      <SubscribeButton
        key={chosen.personId}
        {...panel}
        of={{ kind: 'trainer', trainerId: chosen.personId }}
        name={chosen.name}
      />
    );
  if (!roles.includes('trainer')) return null;
  return (
    <SubscribeButton {...panel} of={{ kind: 'trainer', trainerId: null }} name="Vos créneaux" />
  );
}
