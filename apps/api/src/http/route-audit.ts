import { allRoutes, type RouteKey } from '@jalon/contract';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { routeKeyOf } from './endpoint.ts';

/** The API refuses to start when a contract route has no handler or two, or a handler has no route. */
@Injectable()
export class RouteAudit implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    const faults = findRouteFaults(
      allRoutes.map(([key]) => key),
      this.mountedKeys(),
    );
    if (faults.length > 0) throw new Error(`Routes and handlers disagree:\n${faults.join('\n')}`);
  }

  private mountedKeys(): RouteKey[] {
    return this.discovery.getControllers().flatMap(({ instance }) => {
      const prototype = Object.getPrototypeOf(instance);
      return this.scanner.getAllMethodNames(prototype).map((name) => {
        const key = routeKeyOf(prototype[name]);
        if (!key) throw new Error(`${prototype.constructor.name}.${name} has no contract route`);
        return key;
      });
    });
  }
}

/** Compares the two lists; each fault is a sentence. */
export function findRouteFaults(declared: readonly string[], mounted: readonly string[]): string[] {
  const missing = declared.filter((key) => !mounted.includes(key));
  const twice = mounted.filter((key, index) => mounted.indexOf(key) !== index);
  const unknown = mounted.filter((key) => !declared.includes(key));
  return [
    ...missing.map((key) => `${key}: no handler`),
    ...twice.map((key) => `${key}: two handlers`),
    ...unknown.map((key) => `${key}: not in the contract`),
  ];
}
