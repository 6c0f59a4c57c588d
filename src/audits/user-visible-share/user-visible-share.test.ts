/** Runs the cases of user-visible-share, and what they do not show. */
import { runCases } from '../run-cases.ts';
import { cases } from './user-visible-share.cases.ts';
import audit from './user-visible-share.ts';

runCases(audit, cases);
