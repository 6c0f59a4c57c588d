/** Runs the cases of candour. */
import { runCases } from '../run-cases.ts';
import { cases } from './candour.cases.ts';
import audit from './candour.ts';

runCases(audit, cases);
