/** Runs the cases of outsider-parity. */
import { runCases } from '../run-cases.ts';
import { cases } from './outsider-parity.cases.ts';
import audit from './outsider-parity.ts';

runCases(audit, cases);
