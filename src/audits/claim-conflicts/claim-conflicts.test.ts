/** Runs the cases of claim-conflicts. */
import { runCases } from '../run-cases.ts';
import { cases } from './claim-conflicts.cases.ts';
import audit from './claim-conflicts.ts';

runCases(audit, cases);
