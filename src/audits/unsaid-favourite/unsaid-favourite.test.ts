/** Runs the cases of unsaid-favourite. */
import { runCases } from '../run-cases.ts';
import { cases } from './unsaid-favourite.cases.ts';
import audit from './unsaid-favourite.ts';

runCases(audit, cases);
