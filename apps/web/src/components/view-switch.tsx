import { SegmentedControl } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import classes from './view-switch.module.css';

interface ViewSwitchProps<View extends string> {
  /** What is chosen, for those who do not see it: « Appréciations à montrer ». */
  readonly label: string;
  readonly view: View;
  /** The first one is what the page shows by itself: it leaves nothing in the address. */
  readonly views: readonly { readonly value: View; readonly label: string }[];
}

/** Two or three views of one page, kept in its address. */
export function ViewSwitch<View extends string>({ label, view, views }: ViewSwitchProps<View>) {
  const navigate = useNavigate();
  const [first] = views;
  const choose = (vue: string) =>
    navigate({ to: '.', search: (vue === first?.value ? {} : { vue }) as never, replace: true });
  return (
    <SegmentedControl
      aria-label={label}
      mb="md"
      value={view}
      onChange={choose}
      data={[...views]}
      classNames={{ root: classes.root ?? '', indicator: classes.indicator ?? '' }}
    />
  );
}

/** The view that the address names, or the first. */
export function useView<View extends string>(views: readonly [View, ...View[]]): View {
  const { vue }: { vue?: unknown } = useSearch({ strict: false });
  return views.find((view) => view === vue) ?? views[0];
}
