/** Runs the cases of role-gap. */
import { runCases } from '../run-cases.ts';
import { cases } from './role-gap.cases.ts';
import audit from './role-gap.ts';

runCases(audit, cases);
