/** Runs the cases of self-image-gap. */
import { runCases } from '../run-cases.ts';
import { cases } from './self-image-gap.cases.ts';
import audit from './self-image-gap.ts';

runCases(audit, cases);
