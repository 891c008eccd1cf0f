import { SegmentedControl } from '@mantine/core';

interface ViewChoiceProps {
  readonly isList: boolean;
  readonly onChange: (view: string) => void;
}

/** A calendar by month or as a list. */
export const ViewChoice = ({ isList, onChange }: ViewChoiceProps) => (
  <SegmentedControl
    aria-label="Présentation"
    data={[
      { value: 'mois', label: 'Mois' },
      { value: 'liste', label: 'Liste' },
    ]}
    value={isList ? 'liste' : 'mois'}
    onChange={onChange}
    ml="auto"
  />
);
