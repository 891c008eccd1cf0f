import type { MenuCount, MenuEntry, MenuUrgency } from '@jalon/domain';
import { useAsideRead } from '../lib/api.ts';
import { useIsAllowed } from '../lib/session.ts';

const everyFiveMinutes = 300_000;

const addresses: Record<MenuEntry, string> = {
  dispensations: '/dispenses',
  attendance: '/emargement',
  appraisals: '/appreciations',
  juries: '/jurys',
  certificates: '/certificats',
  'registry-reports': '/accrochage',
  deadlines: '/echeances',
};

type Waiting = Pick<MenuCount, 'count' | 'worst'>;
const nothing: Waiting = { count: 0, worst: 'waiting' };

/** How many rows an entry of the menu leads to, and how pressing the worst of them is. */
export function useMenuCounts(): (to: string) => Waiting {
  const mayRead = useIsAllowed('home:read');
  const { data } = useAsideRead(
    'GET /home',
    {},
    { enabled: mayRead, refetchInterval: everyFiveMinutes },
  );
  if (!data) return () => nothing;
  const { late, toDo, atRisk, menu } = data;
  const isBound = atRisk.length > 0 || toDo.some(({ days }) => days !== null);
  const worst: MenuUrgency = late.length > 0 ? 'late' : isBound ? 'at_risk' : 'waiting';
  return (to) =>
    to === '/'
      ? { count: late.length + toDo.length + atRisk.length, worst }
      : (menu.find(({ entry }) => addresses[entry] === to) ?? nothing);
}
