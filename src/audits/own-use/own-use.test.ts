/** Runs the cases of own-use. */
import { runCases } from '../run-cases.ts';
import { cases } from './own-use.cases.ts';
import audit from './own-use.ts';

runCases(audit, cases);
