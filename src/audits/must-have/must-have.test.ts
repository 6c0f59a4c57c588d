/** Runs the cases of must-have. */
import { runCases } from '../run-cases.ts';
import { cases } from './must-have.cases.ts';
import audit from './must-have.ts';

runCases(audit, cases);
