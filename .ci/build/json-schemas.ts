import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Plugin } from 'esbuild';
import {
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  type Schema,
  SchemaGenerator,
} from 'ts-json-schema-generator';
import { policyJsonSchema } from '../../src/policy/policy-json-schema.ts';
import { mappingJsonSchema } from '../../src/readers/mapping-json-schema.ts';
import { reportJsonSchema } from '../../src/report/report-json-schema.ts';

/** What only the package itself reads again: their schemas come from their types. */
const written = {
  'snapshot.json': { title: 'A snapshot of an audit of duly', type: 'AuditSnapshot' },
  'tally.json': { title: 'A tally of duly', type: 'TallySnapshot' },
};

/** Writes the JSON Schemas of the package's documents into a folder of what is built. */
export function jsonSchemas(folder: string): Plugin {
  return {
    name: 'json-schemas',
    setup(build) {
      build.onEnd(async () => {
        await mkdir(folder, { recursive: true });
        const schemas = {
          'policy.json': policyJsonSchema(),
          'mapping.json': mappingJsonSchema(),
          'report.json': reportJsonSchema(),
          ...ofTypes(),
        };
        for (const [name, schema] of Object.entries(schemas))
          await writeFile(join(folder, name), JSON.stringify(schema));
      });
    },
  };
}

function ofTypes(): Record<string, object> {
  const config = {
    ...DEFAULT_CONFIG,
    path: resolve('.ci/build/written-documents.ts'),
    tsconfig: resolve('src/tsconfig.json'),
    skipTypeCheck: true,
    topRef: false,
    expose: 'export' as const,
    // A later version may say more: who reads these documents passes over what they don't know.
    additionalProperties: true,
  };
  const program = createProgram(config);
  const generator = new SchemaGenerator(
    program,
    createParser(program, config),
    createFormatter(config),
    config,
  );
  return Object.fromEntries(
    Object.entries(written).map(([name, { title, type }]) => [
      name,
      { title, ...withVerdicts(generator.createSchema(type), generator.createSchema('AnyVerdict')) },
    ]),
  );
}

/**
 * The generator makes one shape of all verdicts that `Plain` has gone through. They are told by themselves instead: for
 * a `Date` the generator takes the text that it is in JSON.
 */
function withVerdicts(schema: Schema, { definitions: ofVerdicts }: Schema): Schema {
  const text = JSON.stringify(schema);
  if (!text.includes(plainVerdict)) return schema;
  const { definitions, ...told }: Schema = JSON.parse(text.replaceAll(plainVerdict, '#/definitions/Verdict'));
  const own = Object.entries(definitions ?? {}).filter(([name]) => !name.startsWith('Plain<'));
  return { ...told, definitions: { ...ofVerdicts, ...Object.fromEntries(own) } };
}

const plainVerdict = '#/definitions/Plain%3CVerdict%3E';
