/** Sign-in over the embedded store. */
import { signInSuite } from './sign-in-suite.ts';

signInSuite('sqlite');
