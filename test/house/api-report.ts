import {
  CompilerState,
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
  type IConfigFile,
} from '@microsoft/api-extractor';
import { builtFolder } from '../support/built.ts';
import { root } from '../support/source-tree.ts';

/** What is public by the built declarations of an entry. */
export interface ApiReport {
  /** The report as it is kept in `api/`. */
  readonly path: string;
  /** Names and members that have no words of documentation: `index.d.ts:12 Missing documentation for "a".` */
  readonly undocumented: readonly string[];
}

/** Writes the API reports of the entries into a folder; one compilation for all of them. */
export function writeApiReports(entries: readonly string[], folder: string): ReadonlyMap<string, ApiReport> {
  const files = entries.map((entry) => `${builtFolder()}${entry}.d.ts`);
  const configs = files.map((file, index) => configOf(file, `${entries[index]}.api.md`, files, folder));
  const compilerState = CompilerState.create(configs[0] as ExtractorConfig, {
    additionalEntryPoints: files.slice(1),
  });
  return new Map(
    configs.map((config, index) => {
      const undocumented: string[] = [];
      const messageCallback = (message: ExtractorMessage) => {
        if (message.messageId === 'ae-undocumented') undocumented.push(placed(message));
        if (message.category === 'console') message.handled = true;
      };
      Extractor.invoke(config, { localBuild: true, compilerState, messageCallback });
      return [entries[index] as string, { path: config.reportFilePath, undocumented }] as const;
    }),
  );
}

function placed({ sourceFilePath, sourceFileLine, text }: ExtractorMessage): string {
  return `${sourceFilePath?.replace(/^.*\//, '')}:${sourceFileLine} ${text}`;
}

function configOf(file: string, reportFileName: string, files: string[], folder: string): ExtractorConfig {
  const configObject: IConfigFile = {
    projectFolder: root,
    mainEntryPointFilePath: file,
    newlineKind: 'lf',
    compiler: { overrideTsconfig: { compilerOptions, files } },
    apiReport: {
      enabled: true,
      reportFileName,
      reportFolder: folder,
      reportTempFolder: `${folder}/temp`,
      // Types that a public name is made of are public too, whether or not they have a name outside.
      includeForgottenExports: true,
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    messages: {
      // What the report says of each name is enough: its list of warnings names chunks, whose names always change.
      extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
    },
  };
  return ExtractorConfig.prepare({
    configObject,
    configObjectFullPath: undefined,
    packageJsonFullPath: `${root}package.json`,
  });
}

const compilerOptions = {
  target: 'es2022',
  lib: ['es2023'],
  types: ['node'],
  module: 'nodenext',
  moduleResolution: 'nodenext',
  strict: true,
  skipLibCheck: true,
};
