import type { Home } from '@jalon/contract';
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

const ownReviews = '/points-de-parcours';

/** How many rows an entry of the menu leads to, and how pressing the worst of them is. */
export function useMenuCounts(): (to: string) => Waiting {
  const mayRead = useIsAllowed('home:read');
  const { data } = useAsideRead(
    'GET /home',
    {},
    { enabled: mayRead, refetchInterval: everyFiveMinutes },
  );
  const own = useOwnReviews();
  return (to) => {
    if (to === ownReviews) return own;
    if (!data) return nothing;
    if (to === '/') return countMorning(data);
    return data.menu.find(({ entry }) => addresses[entry] === to) ?? nothing;
  };
}

function countMorning({ late, toDo, atRisk }: Home): Waiting {
  const isBound = atRisk.length > 0 || toDo.some(({ days }) => days !== null);
  const worst: MenuUrgency = late.length > 0 ? 'late' : isBound ? 'at_risk' : 'waiting';
  return { count: late.length + toDo.length + atRisk.length, worst };
}

/** The joint reviews where one's own words are awaited: a trainer has no morning page to say it. */
function useOwnReviews(): Waiting {
  const mayWrite = useIsAllowed('joint-review:write');
  const { data } = useAsideRead(
    'GET /joint-review-parts',
    {},
    { enabled: mayWrite, refetchInterval: everyFiveMinutes },
  );
  const awaited = data?.parts.filter(({ isAwaited }) => isAwaited) ?? [];
  return { count: awaited.length, worst: 'waiting' };
}
