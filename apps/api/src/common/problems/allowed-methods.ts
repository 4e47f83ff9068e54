import { type Application } from 'express';

/** The part of Express 5's router that says which routes exist. */
interface RouteLayer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/**
 * The methods that some route takes at a path, for the `Allow` header of a 405; empty when nothing is there.
 *
 * @example allowedMethods(app, '/v1/analyses') // ['GET', 'HEAD', 'POST']
 */
export function allowedMethods(app: Application, path: string): string[] {
  const methods = new Set<string>();
  for (const layer of (app.router as unknown as { stack: RouteLayer[] }).stack) {
    // Middleware of Nest's modules is a route too: one with a wildcard, which ours do not have.
    if (layer.route === undefined || layer.route.path.includes('*') || !matches(layer, path)) continue;
    for (const method of Object.keys(layer.route.methods)) methods.add(method.toUpperCase());
  }
  if (methods.has('GET')) methods.add('HEAD');
  return [...methods].sort();
}

function matches(layer: RouteLayer, path: string): boolean {
  try {
    return layer.match(path);
  } catch (error) {
    // A path that cannot be decoded belongs to no route.
    if (error instanceof URIError) return false;
    throw error;
  }
}
