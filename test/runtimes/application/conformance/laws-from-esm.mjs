import * as presets from 'duly/presets';
import * as testing from 'duly/testing';
import fc from 'fast-check';
import { printLaws } from './laws.mjs';

printLaws({ testing, presets }, fc);
