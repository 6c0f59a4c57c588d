/** Runs the cases of listening-makers. */
import { runCases } from '../run-cases.ts';
import { cases } from './listening-makers.cases.ts';
import audit from './listening-makers.ts';

runCases(audit, cases);
