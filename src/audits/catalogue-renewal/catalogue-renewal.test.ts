/** Runs the cases of catalogue-renewal. */
import { runCases } from '../run-cases.ts';
import { cases } from './catalogue-renewal.cases.ts';
import audit from './catalogue-renewal.ts';

runCases(audit, cases);
