import { createConfig, lintFromString } from '@redocly/openapi-core';

/**
 * By Redocly's recommended rules, none of them off; what they only warn of is a fault here too.
 *
 * @param {string} json an OpenAPI document
 * @returns {Promise<string[]>} what is wrong, one line each: the place, the rule, the fault
 */
export async function lintDocument(json) {
  const config = await createConfig({ extends: ['recommended'], telemetry: 'off' });
  const found = await lintFromString({ source: json, absoluteRef: 'openapi.json', config });
  return found.map(
    ({ location, ruleId, message }) => `${location[0]?.pointer ?? '#/'}: ${ruleId}: ${message}`,
  );
}
