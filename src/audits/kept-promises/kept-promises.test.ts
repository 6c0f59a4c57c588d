/** Runs the cases of kept-promises. */
import { runCases } from '../run-cases.ts';
import { cases } from './kept-promises.cases.ts';
import audit from './kept-promises.ts';

runCases(audit, cases);
