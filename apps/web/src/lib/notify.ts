/** Says in a corner that something is done; loaded at its first use. Office pages only. */
export async function notifyDone(message: string): Promise<void> {
  const { showNotification } = await import('@mantine/notifications');
  showNotification({
    message,
    color: 'ok',
    autoClose: 5000,
    closeButtonProps: { 'aria-label': 'Fermer cet avis' },
  });
}

/** Takes down what stands in the corner: it is over, or in the way of what comes now. */
export async function clearNotices(): Promise<void> {
  const { cleanNotifications } = await import('@mantine/notifications');
  cleanNotifications();
}
