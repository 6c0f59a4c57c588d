/** Runs the cases of claim-drift. */
import { runCases } from '../run-cases.ts';
import { cases } from './claim-drift.cases.ts';
import audit from './claim-drift.ts';

runCases(audit, cases);
