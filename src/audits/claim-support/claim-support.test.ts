/** Runs the cases of claim-support. */
import { runCases } from '../run-cases.ts';
import { cases } from './claim-support.cases.ts';
import audit from './claim-support.ts';

runCases(audit, cases);
