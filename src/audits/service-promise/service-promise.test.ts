/** Runs the cases of service-promise. */
import { runCases } from '../run-cases.ts';
import { cases } from './service-promise.cases.ts';
import audit from './service-promise.ts';

runCases(audit, cases);
