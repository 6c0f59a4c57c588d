/** Runs the cases of feature-fix-mix, and what they do not show. */
import { runCases } from '../run-cases.ts';
import { cases } from './feature-fix-mix.cases.ts';
import audit from './feature-fix-mix.ts';

runCases(audit, cases);
