import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { debianProgram } from './swift-programs.js';

/** The storage servers behind the proxy, each with a ring of its own. */
const RING_SERVERS = ['account', 'container', 'object'] as const;

/** In the order of their start: the proxy needs the others. */
export const SERVERS = [...RING_SERVERS, 'proxy'] as const;

export type SwiftServer = (typeof SERVERS)[number];

export type SwiftPorts = Readonly<Record<SwiftServer | 'memcached', number>>;

/** The one account of the server. */
export const S3_CREDENTIALS = { accessKeyId: 'test:tester', secretAccessKey: 'testing' } as const;

export const configPath = (folder: string, server: SwiftServer): string =>
  join(folder, 'etc', `${server}-server.conf`);

/** A ring says which disk has which part of the data: here one disk has all of it. */
const MAKE_RINGS = `
import sys
from swift.common.ring import RingBuilder
for path, port in zip(sys.argv[1::2], sys.argv[2::2]):
    address = {'ip': '127.0.0.1', 'port': int(port), 'replication_ip': '127.0.0.1', 'replication_port': int(port)}
    ring = RingBuilder(part_power=4, replicas=1, min_part_hours=0)
    ring.add_dev({'id': 0, 'region': 1, 'zone': 1, 'device': 'sda', 'weight': 1, 'meta': '', **address})
    ring.rebalance()
    ring.get_ring().save(path)
`;

/** Writes configuration and rings for servers at these ports. The data below the folder stays as it is. */
export async function writeSwiftFiles(folder: string, ports: SwiftPorts): Promise<void> {
  await mkdir(join(folder, 'etc'), { recursive: true });
  await mkdir(join(folder, 'srv/sda'), { recursive: true });
  await mkdir(join(folder, 'log'), { recursive: true });
  const rings = RING_SERVERS.flatMap((server) => [
    join(folder, 'etc', `${server}.ring.gz`),
    String(ports[server]),
  ]);
  await Promise.all([
    promisify(execFile)(debianProgram('python3'), ['-c', MAKE_RINGS, ...rings]),
    writeFile(configPath(folder, 'proxy'), proxyConfig(folder, ports)),
    ...RING_SERVERS.map((server) =>
      writeFile(configPath(folder, server), ringServerConfig(folder, server, ports)),
    ),
  ]);
}

const defaults = (folder: string, port: number): string => `
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
user = ${userInfo().username}
swift_dir = ${join(folder, 'etc')}
workers = 0
log_level = WARNING
log_address = /nonexistent
`;

const ringServerConfig = (folder: string, server: SwiftServer, ports: SwiftPorts): string => `
${defaults(folder, ports[server])}
devices = ${join(folder, 'srv')}
mount_check = false
disable_fallocate = true
[pipeline:main]
pipeline = ${server}-server
[app:${server}-server]
use = egg:swift#${server}
`;

const FILTERS: Readonly<Record<string, readonly string[]>> = {
  catch_errors: [],
  gatekeeper: [],
  healthcheck: [],
  memcache: ['memcache_servers = 127.0.0.1:MEMCACHED'],
  listing_formats: [],
  bulk: [],
  // Swift's own default is 1000 parts; S3 has 10,000.
  s3api: ['location = us-east-1', 'force_swift_request_proxy_log = false', 'max_upload_part_num = 10000'],
  tempauth: [
    `user_${S3_CREDENTIALS.accessKeyId.replace(':', '_')} = ${S3_CREDENTIALS.secretAccessKey} .admin`,
  ],
  copy: [],
  slo: [],
  dlo: [],
  versioned_writes: ['allow_object_versioning = true'],
  symlink: [],
};

const proxyConfig = (folder: string, ports: SwiftPorts): string => `
${defaults(folder, ports.proxy)}
[pipeline:main]
pipeline = ${Object.keys(FILTERS).join(' ')} proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
${Object.entries(FILTERS)
  .map(([name, lines]) => [`[filter:${name}]`, `use = egg:swift#${name}`, ...lines].join('\n'))
  .join('\n')
  .replace('MEMCACHED', String(ports.memcached))}
`;
