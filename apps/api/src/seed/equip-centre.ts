import { addDays } from '@jalon/domain';
import type { SeedCall } from './seed-api.ts';
import type { RoomStory, StaffStory, TrainerStory } from './staff.ts';
import { actorOf, type Stage } from './stage.ts';

/** Opens the rooms of the centre's first site. */
export async function openRooms(stage: Stage, { rooms }: StaffStory): Promise<void> {
  const call = stage.api.as(actorOf(stage, 'coordinator'));
  const [siteId = ''] = stage.centre.siteIds;
  for (const room of rooms) await openRoom(stage, call, siteId, room);
}

async function openRoom(
  { clock }: Stage,
  call: SeedCall,
  siteId: string,
  { name, seats, equipment, closed }: RoomStory,
): Promise<void> {
  const { id: roomId } = await call('POST /rooms', {
    body: { siteId, name, seats, equipment: [...equipment] },
  });
  if (!closed) return;
  const { from, to, label } = closed;
  await call('POST /rooms/:roomId/closures', {
    params: { roomId },
    body: { fromOn: clock.day(from), toOn: clock.day(to), label },
  });
}

/** Completes the files of the centre's trainers, so that a plan can count on them. */
export async function completeFiles(stage: Stage, { trainers }: StaffStory): Promise<void> {
  const call = stage.api.as(actorOf(stage, 'coordinator'));
  const listed = await call('GET /trainers');
  for (const story of trainers) {
    const name = `${story.birthName} ${story.givenName}`;
    const trainerId = listed.find((trainer) => trainer.name === name)?.personId;
    if (!trainerId) throw new Error(`${stage.centre.name} has no trainer ${name}`);
    await completeFile(stage, call, trainerId, story);
  }
}

async function completeFile(
  { clock }: Stage,
  call: SeedCall,
  trainerId: string,
  story: TrainerStory,
): Promise<void> {
  const params = { trainerId };
  if (story.week)
    await call('PUT /trainers/:trainerId/profile', { params, body: weekOf(story.week) });
  const { versions } = await call('GET /trainers/:trainerId', { params });
  for (const version of versions) {
    const subjects = chooseSubjects(story, version.blocks);
    if (subjects.length === 0) continue;
    const { id: frameworkVersionId, fingerprint } = version;
    const body = { frameworkVersionId, fingerprint, subjects };
    await call('PUT /trainers/:trainerId/subjects', { params, body });
  }
  if (story.accreditedFor !== undefined)
    await call('POST /trainers/:trainerId/accreditations', {
      params,
      body: {
        credentialCode: 'AFGSU1',
        validUntil: addDays(clock.realToday(), story.accreditedFor),
      },
    });
  if (!story.away) return;
  const { from, to, label } = story.away;
  await call('POST /trainers/:trainerId/absences', {
    params,
    body: { fromOn: clock.day(from), toOn: clock.day(to), label },
  });
}

const weekOf = ({
  mornings,
  afternoons,
  avoidedMornings = [],
  avoidedAfternoons = [],
  minHours,
  maxHours,
  eurosPerHour,
}: NonNullable<TrainerStory['week']>) => ({
  mornings: [...mornings],
  afternoons: [...afternoons],
  avoidedMornings: [...avoidedMornings],
  avoidedAfternoons: [...avoidedAfternoons],
  minMinutesPerWeek: minHours * 60,
  maxMinutesPerWeek: maxHours * 60,
  centsPerHour: eurosPerHour * 100,
  revision: 0,
});

interface Block {
  readonly code: string;
  readonly items: readonly {
    readonly moduleCode: string | null;
    readonly credential: string | null;
  }[];
}

const chooseSubjects = (
  { blocks: taught, accreditedFor, onlyCredential }: TrainerStory,
  blocks: readonly Block[],
) =>
  blocks
    .filter(({ code }) => taught.includes(code))
    .flatMap(({ code, items }) =>
      items
        .filter(({ credential }) =>
          credential === null ? !onlyCredential : accreditedFor !== undefined,
        )
        .map(({ moduleCode }) => ({ blockCode: code, moduleCode })),
    );
