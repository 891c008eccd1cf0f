import { Anchor, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentPropsWithRef } from 'react';

/** A link to a page of Jalon in running text. */
export const TextLink = createLink(Anchor<'a'>);

type ButtonAnchorProps = ButtonProps & Omit<ComponentPropsWithRef<'a'>, keyof ButtonProps>;

// Without `component`, Mantine renders a <button>: no new tab, no address, and « button » aloud.
const ButtonAnchor = (props: ButtonAnchorProps) => <Button component="a" {...props} />;

/** A link to a page of Jalon that looks like a button. */
export const ButtonLink = createLink(ButtonAnchor);
