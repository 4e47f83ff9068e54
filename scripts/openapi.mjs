// `npm run openapi [-- --check]`: writes what is made from the API's controllers and schemas into clients/typescript: the
// OpenAPI document, the client's types, its table of error codes. With --check it writes nothing, lints the document, and
// fails when a file is not what would be written.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import openapiTypes, { astToString } from 'openapi-typescript';
import ts from 'typescript';

import { describeApi } from '../apps/api/src/docs/describe-api.ts';
import { lintDocument } from './lint-openapi.mjs';
import { SetupError, runMain, say } from './run-command.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    // For the test of this command.
    folder: { type: 'string', default: join(root, 'clients/typescript') },
  },
});

const NOTE = '// Made by `npm run openapi` from the OpenAPI document of the API. Do not change it by hand.\n';

const TYPES = {
  silent: true,
  // A schema that holds itself, which a type that is no alias cannot.
  transform: (_schema, { path }) =>
    path.endsWith('/JsonValue') ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.UnknownKeyword) : undefined,
};

function writeCodes(document) {
  const table = document.components.schemas.Problem['x-error-codes'];
  return (
    `${NOTE}\n/** Every code of a problem: its usual status, its title, whether the same request can succeed later. */\n` +
    `export const ERROR_CODES = ${JSON.stringify(table, null, 2)} as const;\n\n` +
    'export type ErrorCode = keyof typeof ERROR_CODES;\n'
  );
}

await runMain(async () => {
  const document = JSON.parse(JSON.stringify(await describeApi()));
  const json = `${JSON.stringify(document, null, 2)}\n`;
  const files = {
    'openapi.json': json,
    'src/generated/openapi.ts': NOTE + astToString(await openapiTypes(document, TYPES)),
    'src/generated/error-codes.ts': writeCodes(document),
  };
  const problems = await lintDocument(json);
  for (const problem of problems) say(problem);
  if (!values.check) {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(values.folder, name)), { recursive: true });
      writeFileSync(join(values.folder, name), text);
    }
  }
  const stale = Object.keys(files).filter((name) => read(join(values.folder, name)) !== files[name]);
  if (problems.length > 0) throw new SetupError(`The OpenAPI document has ${problems.length} faults.`);
  if (stale.length > 0) {
    throw new SetupError(
      `Not what the API says any more: ${stale.join(', ')} in clients/typescript.\n` +
        'If the change is wanted, and breaks no client, run `npm run openapi` and commit what it writes.',
    );
  }
  say(values.check ? 'The OpenAPI document is as committed.' : `Written: ${Object.keys(files).join(', ')}`);
});
process.exit();

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}
