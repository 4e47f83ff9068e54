import { parse } from 'yaml';

import { readProjectFile } from './project-file.js';

export interface ComposeService {
  image: string;
  build?: { context: string; dockerfile: string; target: string };
  profiles?: string[];
  container_name?: string;
  user?: string;
  command?: string[];
  environment?: Record<string, string | null>;
  depends_on?: Record<string, { condition: string; required?: boolean }>;
  networks: string[] | Record<string, { aliases: string[] }>;
  ports?: string[];
  volumes?: (string | { type: string; source?: string; target: string })[];
  tmpfs?: string[];
  healthcheck?: { test: string[] };
  restart: string;
  read_only: boolean;
  cap_drop: string[];
  security_opt: string[];
  stop_grace_period?: string;
  logging: { options: Record<string, string> };
  deploy: {
    resources: {
      limits: { cpus: string; memory: string; pids: number };
      reservations?: { devices: { capabilities: string[] }[] };
    };
  };
}

export interface ComposeFile {
  services: Record<string, ComposeService>;
  networks: Record<string, { internal?: boolean } | null>;
  volumes: Record<string, null>;
}

export const COMPOSE_FILE = 'docker-compose.yml';

/** What is laid over it for a bucket elsewhere. */
export const EXTERNAL_S3_FILE = 'deploy/compose.external-s3.yml';

/** A compose file with its anchors merged in; `${...}` as written. */
export function readCompose(path = COMPOSE_FILE): ComposeFile {
  return parse(readProjectFile(path), { merge: true, prettyErrors: true }) as ComposeFile;
}

/** What .env holds a fresh value for. */
export const SECRETS = ['POSTGRES_PASSWORD', 'REDIS_PASSWORD', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];

/** Every name that Compose puts in from .env. */
export function listInterpolations(path = COMPOSE_FILE): string[] {
  // Comments aside, and `$$`, which is a dollar sign of the shell in the container.
  const text = readProjectFile(path)
    .replaceAll(/^\s*#.*$/gm, '')
    .replaceAll('$$', '');
  return [...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
}
