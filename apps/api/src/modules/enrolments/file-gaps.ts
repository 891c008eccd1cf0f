import {
  type Framework,
  isPositioningDue,
  listFileGaps,
  listMissingIdentity,
  listUnplanned,
  listVaeGaps,
  minutesWaived,
  type PlainDate,
} from '@jalon/domain';
import type { Prisma, Tx } from '../../db/database.ts';
import { toDay, toDayOrNull } from '../../db/days.ts';
import { queryIn } from '../../db/query-in.ts';
import { loadFrameworks } from '../frameworks/load-frameworks.ts';
import { identityOf } from '../people/person-record.ts';
import { vaeFacts } from '../vae-items/view-vae-items.ts';
import { dispensationFacts } from './enrolment-facts.ts';
import { type PathItems, readPathItems } from './path-items.ts';

/** What of an enrolment tells whether its file is complete. */
export const withGaps = {
  id: true,
  state: true,
  route: true,
  startsOn: true,
  positionings: { select: { id: true }, take: 1 },
  cohort: { select: { name: true, frameworkVersionId: true } },
  vaeItems: { select: { code: true, settledOn: true, reference: true } },
  dispensations: { where: { state: { in: ['granted', 'partial'] } } },
  person: {
    select: {
      givenName: true,
      birthName: true,
      usageName: true,
      birthDate: true,
      sex: true,
      birthPlaceCode: true,
      birthCountryCode: true,
      email: true,
      employments: { select: { tutorId: true, endsOn: true } },
    },
  },
} as const satisfies Prisma.EnrolmentSelect;
type GapsRow = Prisma.EnrolmentGetPayload<{ select: typeof withGaps }>;

/** What each file lacks, by enrolment, as the list shows it. */
export async function loadFileGaps(
  tx: Tx,
  rows: readonly GapsRow[],
  today: PlainDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const active = rows.filter(({ state }) => state === 'active');
  const paths = await readPathItems(
    queryIn(tx),
    active.map(({ id }) => id),
  );
  const frameworks = await loadFrameworks(
    tx,
    active.map(({ cohort }) => cohort.frameworkVersionId),
  );
  return new Map(
    active.map((row) => {
      const framework = frameworks.get(row.cohort.frameworkVersionId);
      const unplanned = framework ? countUnplanned(framework, row, paths.get(row.id)) : 0;
      return [row.id, describeGaps(row, unplanned, today)];
    }),
  );
}

/** How many steps of the path have no dates. */
export const countUnplanned = (
  framework: Framework,
  { route, dispensations }: Pick<GapsRow, 'route' | 'dispensations'>,
  items: PathItems | undefined,
): number =>
  items === undefined
    ? 0
    : listUnplanned({
        framework,
        route,
        ...items,
        waived: minutesWaived(framework, dispensations.map(dispensationFacts)),
      }).length;

type FileRow = Pick<GapsRow, 'state' | 'route' | 'startsOn' | 'positionings' | 'vaeItems'> & {
  readonly person: Omit<GapsRow['person'], 'usageName'>;
};

/** The gaps of one file, in words. */
export const describeGaps = (
  { state, person, route, startsOn, positionings, vaeItems }: FileRow,
  unplanned: number,
  today: PlainDate,
): readonly string[] =>
  listFileGaps(
    {
      state,
      missingIdentity: listMissingIdentity(identityOf(person)),
      employments: person.employments.map(({ tutorId, endsOn }) => ({
        hasTutor: tutorId !== null,
        endsOn: toDayOrNull(endsOn),
      })),
      unplanned,
      isPositioningDue: isPositioningDue(
        { state, route, startsOn: toDay(startsOn), hasPositioning: positionings.length > 0 },
        today,
      ),
      vaeGaps: listVaeGaps(route, vaeItems.map(vaeFacts)),
    },
    today,
  );
