import type { UrgentRowView } from '@jalon/contract';
import type { UrgentKind } from '@jalon/domain';
import { useAsideRead } from '../lib/api.ts';
import { useIsAllowed } from '../lib/session.ts';

const everyFiveMinutes = 300_000;

/** Which entry of the menu each thing of the morning belongs to; « Aujourd’hui » counts them all. */
const pages: Partial<Record<UrgentKind, string>> = {
  appraisal: '/appreciations',
  attendance: '/emargement',
  dispensation: '/dispenses',
  deadline: '/echeances',
  jury: '/jurys',
  resit: '/jurys',
};

/** How many things of the morning wait behind an entry of the menu. */
export function useMenuCounts(): (to: string) => number {
  const mayRead = useIsAllowed('home:read');
  const { data } = useAsideRead(
    'GET /home',
    {},
    { enabled: mayRead, refetchInterval: everyFiveMinutes },
  );
  if (!data) return () => 0;
  const rows: readonly UrgentRowView[] = [...data.late, ...data.atRisk];
  return (to) => (to === '/' ? rows.length : rows.filter(({ kind }) => pages[kind] === to).length);
}
