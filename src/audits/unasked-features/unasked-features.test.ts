/** Runs the cases of unasked-features. */
import { runCases } from '../run-cases.ts';
import { cases } from './unasked-features.cases.ts';
import audit from './unasked-features.ts';

runCases(audit, cases);
