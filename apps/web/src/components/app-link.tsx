import { Anchor, Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A link to a page of Jalon in running text. */
export const TextLink = createLink(Anchor<'a'>);

/** A link to a page of Jalon that looks like a button. */
export const ButtonLink = createLink(Button<'a'>);
