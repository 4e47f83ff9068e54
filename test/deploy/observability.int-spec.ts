import { parse } from 'yaml';

import { readCompose } from './compose-file.js';
import { readProjectFile } from './project-file.js';

interface Dashboard {
  panels: { datasource: { uid: string }; targets: { expr: string }[] }[];
}
interface Alerts {
  groups: { rules: { expr: string }[] }[];
}
interface Prometheus {
  rule_files: string[];
  scrape_configs: {
    job_name: string;
    static_configs?: { targets: string[] }[];
    dns_sd_configs?: { names: string[]; port: number }[];
  }[];
}

const folder = 'deploy/observability';
const sources = ['apps/api/src/health/metrics.service.ts', 'apps/worker/src/metrics.ts'].map(readProjectFile);

/** Names that the two programs define, and those that prom-client adds about any Node process. */
const defined = new Set(sources.flatMap((text) => text.match(/(?<=name: ')eyeline_\w+/g) ?? []));
const fromPromClient = ['process_resident_memory_bytes'];

const metricsIn = (expression: string): string[] =>
  [...expression.matchAll(/\b(?:eyeline|process|nodejs)_\w+/g)].map(([name]) =>
    name.replace(/_(?:bucket|count|sum)$/, ''),
  );

/** Real: the files that Prometheus and Grafana read, against the metrics that the code defines. */
describe('observability profile', () => {
  const dashboard = JSON.parse(readProjectFile(`${folder}/grafana/dashboards/eyeline.json`)) as Dashboard;
  const alerts = parse(readProjectFile(`${folder}/alerts.yml`)) as Alerts;
  const prometheus = parse(readProjectFile(`${folder}/prometheus.yml`)) as Prometheus;
  const { services } = readCompose();

  it('asks for metrics that exist', () => {
    const queries: string[] = [
      ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
      ...alerts.groups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
    ];
    const asked = new Set(queries.flatMap(metricsIn));
    expect([...asked].filter((name) => !defined.has(name) && !fromPromClient.includes(name))).toEqual([]);
    // And leaves none out that the code goes to the trouble of counting.
    expect([...defined].filter((name) => !asked.has(name))).toEqual([]);
  });

  it('scrapes the API and every worker under the names and ports that the containers have', () => {
    const jobs = Object.fromEntries(prometheus.scrape_configs.map((job) => [job.job_name, job]));
    expect(jobs.api.static_configs?.[0].targets).toEqual(['api:3000']);
    const [{ names, port }] = jobs.worker.dns_sd_configs ?? [];
    expect(port).toBe(9464);
    for (const name of ['worker', 'worker-gpu']) {
      expect(services[name].networks).toMatchObject({ backend: { aliases: names } });
    }
    const labels = new Set(Object.keys(jobs));
    const used = JSON.stringify([dashboard, alerts]).match(/(?<=job=\\*")\w+/g) ?? [];
    expect(used.filter((job) => !labels.has(job))).toEqual([]);
  });

  it('mounts every file where it is looked for', () => {
    const targets = (name: string): string[] =>
      (services[name].volumes ?? []).map((volume) => (volume as string).split(':')[1]);
    expect(services.prometheus.command).toContain('--config.file=/etc/prometheus/prometheus.yml');
    expect(targets('prometheus')).toEqual(
      expect.arrayContaining(['/etc/prometheus/prometheus.yml', ...prometheus.rule_files]),
    );
    const providers = parse(readProjectFile(`${folder}/grafana/provisioning/dashboards/eyeline.yml`));
    expect(targets('grafana')).toEqual(
      expect.arrayContaining(['/etc/grafana/provisioning', providers.providers[0].options.path]),
    );
  });

  it('points Grafana at Prometheus, and the dashboard at that source', () => {
    const { datasources } = parse(
      readProjectFile(`${folder}/grafana/provisioning/datasources/prometheus.yml`),
    );
    expect(datasources[0].url).toBe('http://prometheus:9090');
    const uids = dashboard.panels.map(({ datasource }) => datasource.uid);
    expect(new Set(uids)).toEqual(new Set([datasources[0].uid]));
  });
});
