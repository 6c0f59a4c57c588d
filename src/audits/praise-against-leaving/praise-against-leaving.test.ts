/** Runs the cases of praise-against-leaving. */
import { runCases } from '../run-cases.ts';
import { cases } from './praise-against-leaving.cases.ts';
import audit from './praise-against-leaving.ts';

runCases(audit, cases);
