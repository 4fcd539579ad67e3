import type { Options } from 'tsup';

export type TsupPlugin = NonNullable<Options['plugins']>[number];
