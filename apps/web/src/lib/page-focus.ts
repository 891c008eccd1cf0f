let isFocusDue = false;

/** Called by the router: the next page title that appears takes the focus. */
export const requestTitleFocus = (): void => {
  isFocusDue = true;
};

/** Focuses a page title, once, when a navigation led to it; the first load is left to the reader. */
export function focusTitle(title: HTMLElement | null): void {
  if (!title || !isFocusDue) return;
  isFocusDue = false;
  title.focus({ preventScroll: true });
}
