import { type ErrorComponentProps } from '@tanstack/react-router';
/** What stands in a page's place when it cannot be shown: not allowed, gone, or out of reach. */
export declare function RouteProblem({ error, reset }: ErrorComponentProps): import("react").JSX.Element;
