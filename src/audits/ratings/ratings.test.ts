/** Runs the cases of ratings. */
import { runCases } from '../run-cases.ts';
import { cases } from './ratings.cases.ts';
import audit from './ratings.ts';

runCases(audit, cases);
