/** Says in a corner that something is done; loaded at its first use. Office pages only. */
export const notifyDone = (message: string): Promise<void> => notify(message, 'ok', 5000);

/** Says that nothing, or not all, was done, and what to do; stays long enough to be read. */
export const notifyWarning = (message: string): Promise<void> => notify(message, 'warn', 12_000);

async function notify(message: string, color: string, autoClose: number): Promise<void> {
  const { showNotification } = await import('@mantine/notifications');
  showNotification({
    message,
    color,
    autoClose,
    closeButtonProps: { 'aria-label': 'Fermer cet avis' },
  });
}
