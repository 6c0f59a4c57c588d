/** Runs the cases of line-survival, and what they do not show. */
import { runCases } from '../run-cases.ts';
import { cases } from './line-survival.cases.ts';
import audit from './line-survival.ts';

runCases(audit, cases);
