/** Sign-in over a PostgreSQL server. */
import { signInSuite } from './sign-in-suite.ts';

signInSuite('postgres');
