/** Runs the cases of vague-claims. */
import { runCases } from '../run-cases.ts';
import { cases } from './vague-claims.cases.ts';
import audit from './vague-claims.ts';

runCases(audit, cases);
