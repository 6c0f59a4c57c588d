/** Runs the cases of customer-gains. */
import { runCases } from '../run-cases.ts';
import { cases } from './customer-gains.cases.ts';
import audit from './customer-gains.ts';

runCases(audit, cases);
