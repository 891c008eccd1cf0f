import type { EnrolmentFile } from '@jalon/contract';
import { PersonFeeds } from '../../../components/calendar-feed/person-feeds.tsx';
import { PersonAccesses } from '../../../components/person-accesses.tsx';
import { SectionCard } from '../../../components/section-card.tsx';

/** Who comes into Jalon for this file, or reads its half-days elsewhere: the learner, and the tutors. */
export function AccessesCards({ file }: { readonly file: EnrolmentFile }) {
  const tutors = file.employments.flatMap(({ tutor }) => (tutor ? [tutor] : []));
  const people = new Map(
    [file.person, ...tutors].map(({ id, name }) => [id, { personId: id, name }]),
  );
  return (
    <>
      <SectionCard title="Accès à Jalon">
        <PersonAccesses people={[...people.values()]} />
      </SectionCard>
      <SectionCard title="Adresses d’agenda">
        <PersonFeeds people={[...people.values()]} />
      </SectionCard>
    </>
  );
}
