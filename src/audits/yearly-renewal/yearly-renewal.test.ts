/** Runs the cases of yearly-renewal, and what they do not show. */
import { runCases } from '../run-cases.ts';
import { cases } from './yearly-renewal.cases.ts';
import audit from './yearly-renewal.ts';

runCases(audit, cases);
