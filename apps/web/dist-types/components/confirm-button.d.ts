import { type ButtonProps } from '@mantine/core';
import { type ReactNode } from 'react';
interface ConfirmButtonProps extends Pick<ButtonProps, 'size' | 'variant' | 'disabled'> {
    /** On the button: « Supprimer ». */
    readonly label: string;
    /** The question: « Supprimer le créneau du lundi 23 novembre ? » */
    readonly title: string;
    /** What is lost, named and counted. */
    readonly loss: ReactNode;
    /** On the second button, the act again: « Supprimer le créneau ». */
    readonly confirmLabel: string;
    /** Rejects when the act fails: the question stays and says why. */
    readonly onConfirm: () => Promise<unknown>;
}
/** An act that cannot be undone: it says what is lost before it does it. */
export declare function ConfirmButton({ label, title, loss, confirmLabel, onConfirm, ...button }: ConfirmButtonProps): import("react").JSX.Element;
export {};
