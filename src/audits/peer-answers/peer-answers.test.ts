/** Runs the cases of peer-answers. */
import { runCases } from '../run-cases.ts';
import { cases } from './peer-answers.cases.ts';
import audit from './peer-answers.ts';

runCases(audit, cases);
