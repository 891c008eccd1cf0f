import { permissionsByRole, type Route } from '@jalon/contract';
import { type Role, roles } from '@jalon/domain';

/** The roles that the contract lets in. */
export const holders = ({ permission }: Route): Role[] =>
  roles.filter((role) => permissionsByRole[role].some((held) => held === permission));

/** The names of a route's parameters, as its address writes them. */
export const paramNames = (key: string): string[] =>
  [...key.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
