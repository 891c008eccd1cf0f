import { Button, Group, Text } from '@mantine/core';

/** Says in a corner what was done, with a way back for a while. */
export async function notifyUndoable(message: string, onUndo: () => void): Promise<void> {
  const { hideNotification, showNotification } = await import('@mantine/notifications');
  const id = 'undoable';
  hideNotification(id);
  showNotification({
    id,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text>{message}</Text>
        <Button
          flex="none"
          onClick={() => {
            hideNotification(id);
            onUndo();
          }}
        >
          Annuler
        </Button>
      </Group>
    ),
    color: 'ok',
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': 'Fermer cet avis' },
  });
}
