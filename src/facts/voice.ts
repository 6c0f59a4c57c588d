/** How much feedback was gathered: enough to know whether customers were heard at all. */
import { collectFact } from './define-fact.ts';

export default collectFact({
  id: 'voice',
  version: 1,
  reads: 'feedback',
  collect: () => {
    let feedback = 0;
    return {
      take() {
        feedback += 1;
      },
      done: () => ({ feedback }),
    };
  },
});
