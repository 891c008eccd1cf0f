import { useScrollSpy } from '@mantine/hooks';
import classes from './view.module.css';

interface Anchor {
  readonly id: string;
  readonly label: string;
}

/** Beside the page on a laptop: where one is, and one click to any block. */
export function PageNavigation({ anchors }: { readonly anchors: readonly Anchor[] }) {
  const spy = useScrollSpy({
    selector: anchors.map(({ id }) => `[id="${id}"]`).join(','),
    getDepth: () => 1,
    getValue: (element) => element.id,
    offset: 80,
  });
  const current = spy.data[spy.active]?.value ?? anchors[0]?.id;
  return (
    <nav aria-label="Sur cette page" className={classes.navigation}>
      {anchors.map(({ id, label }) => (
        <a key={id} href={`#${id}`} aria-current={id === current ? 'location' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
