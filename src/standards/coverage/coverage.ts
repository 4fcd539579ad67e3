import { count, text } from '../../errors/shape.ts';
import { organisationKind } from '../organisation-kind.ts';
import type { CoverageStandard } from './standard.ts';

export const coverageKind = organisationKind<CoverageStandard>('coverage', { 'post?': text, atLeast: count });
