import { useRead } from '../lib/api.ts';
import { BlockAttestations } from './block-attestations.tsx';
import { SectionCard } from './section-card.tsx';

/** The attestations of one person's blocks, read on their own; nothing until one is issued. */
export function AttestedBlocks({ enrolmentId }: { readonly enrolmentId: string }) {
  const { data } = useRead('GET /enrolments/:enrolmentId/certificate', { params: { enrolmentId } });
  const attested = data?.acquiredBlocks.filter(({ attestation }) => attestation !== null) ?? [];
  if (attested.length === 0) return null;
  return (
    <SectionCard title="Attestations de bloc">
      <BlockAttestations blocks={attested} />
    </SectionCard>
  );
}
