/** The dials of a simulated company: what its days are like. A range is drawn from once per world, and is that world's truth. */

type Range = readonly [low: number, high: number];

/** In how large a share of weeks something happens, and how far a week takes after the one before: 0 not at all, 1 always. */
export interface Habit {
  readonly share: Range;
  readonly memory: number;
}

export interface Dials {
  /** Weeks of history that end at the reading's moment. */
  readonly weeks: number;
  /** Weeks since the makers made their last change, and released all that is not held; what is nobody's work goes on. */
  readonly stopped: number;
  readonly making: Habit;
  readonly telling: Habit;
  /** Weeks in which makers speak to customers; null: they answer each ask in its own time. */
  readonly serving: Habit | null;
  /** Changes of the product by people, a week. */
  readonly changes: number;
  /** Variance of weekly rates over their squared mean: 0 is a steady week, 1 is feast and famine. */
  readonly burst: number;
  /** How far cases of one week, one release or one folder take after each other: a latent correlation. */
  readonly alike: number;
  /** Over how many weeks such a mood lasts. */
  readonly season: number;
  readonly visible: Range;
  readonly feature: Range;
  /** Median days between releases; null: it never releases. */
  readonly gap: Range | null;
  /** Standard deviation of the logarithm of gaps. */
  readonly spread: number;
  /** Releases on one day of the week only. */
  readonly rhythm: boolean;
  /** Finished changes that no release takes along. */
  readonly held: Range;
  readonly repaired: Range;
  readonly named: Range;
  readonly ownUse: Range;
  /** Of what stood a year ago, how much is gone: of the product and of what tells of it. */
  readonly renewed: Range;
  readonly retold: Range;
  readonly files: number;
  readonly folders: number;
  /** Days after which half of the lines are gone. */
  readonly halfLife: Range;
  readonly offers: number;
  readonly gone: Range;
  /** Products on the shelf, and how much of what is told of them altered in a year. */
  readonly products: number;
  readonly altered: Range;
  /** Posts and advertisements a week, and how many of them leave the favourite out. */
  readonly posts: number;
  readonly unsaid: Range;
  /** Asks a week. */
  readonly asks: number;
  /** The part of all asks, and of all reviews, that one person writes. */
  readonly shouter: number;
  readonly askers: number;
  /** How far threads of one person take after each other. */
  readonly kin: number;
  readonly answered: Range;
  /** Median days until an answer, and the standard deviation of its logarithm. */
  readonly wait: Range;
  readonly waitSpread: number;
  /** Days after which half of the askers close an unanswered ask themselves; 0: nobody does. */
  readonly patience: number;
  readonly closed: Range;
  readonly outcome: Range;
  readonly told: Range;
  /** Answered asks that somebody else writes of again. */
  readonly returned: Range;
  /** Asks that another customer answers before the makers do. */
  readonly peers: Range;
  /** Pull requests from outside, and the team's own, that are merged within a month; builders who answer somebody. */
  readonly taken: Range;
  readonly own: Range;
  readonly listening: Range;
  /** Customers who would miss it, as they say and as leaders guess; how right leaders and staff find what is done. */
  readonly missed: Range;
  readonly guessed: Range;
  readonly right: Range;
  /** Reviews a week. */
  readonly reviews: number;
  /** How good reviews are: 0 all like a poor product's, 1 all like a loved one's. */
  readonly loved: Range;
  readonly praise: Range;
  /** Where changes began: the chance of each, and that it was written down. */
  readonly outside: Range;
  readonly traced: Range;
  /** Claims on its pages: borne out of those judged, praise alone, confirmed as contradicted of those not borne out, gone within the year. */
  readonly claims: number;
  readonly backed: Range;
  readonly vague: Range;
  readonly wrong: Range;
  readonly drift: Range;
  /** Of releases that break something, those whose notes say so. */
  readonly candour: Range;
  /** Features that nobody had asked for. */
  readonly unasked: Range;
  /** Claims that tell what customers gain. */
  readonly gaining: Range;
  /** Promises that came due in the year, and those of them that were kept by then. */
  readonly promises: number;
  readonly kept: Range;
}

/** A middling company on which nothing is turned: every case stands for itself. */
export const PLAIN: Dials = {
  weeks: 104,
  stopped: 0,
  making: { share: [1, 1], memory: 0 },
  telling: { share: [0.2, 0.8], memory: 0 },
  serving: null,
  changes: 4,
  burst: 0,
  alike: 0,
  season: 1,
  visible: [0.2, 0.8],
  feature: [0.2, 0.8],
  gap: [5, 20],
  spread: 0.6,
  rhythm: false,
  held: [0, 0],
  repaired: [0, 0],
  named: [0.1, 0.9],
  ownUse: [0.05, 0.5],
  renewed: [0.05, 0.6],
  retold: [0.05, 0.6],
  files: 80,
  folders: 80,
  halfLife: [200, 1500],
  offers: 40,
  gone: [0.05, 0.5],
  products: 30,
  altered: [0.05, 0.6],
  posts: 1,
  unsaid: [0.1, 0.9],
  asks: 3,
  shouter: 0,
  askers: 5000,
  kin: 0,
  answered: [0.55, 0.95],
  wait: [0.3, 6],
  waitSpread: 1.2,
  patience: 0,
  closed: [0.7, 0.9],
  outcome: [0.1, 0.9],
  told: [0.1, 0.9],
  returned: [0.05, 0.4],
  peers: [0.02, 0.4],
  taken: [0.1, 0.9],
  own: [0.5, 0.95],
  listening: [0.1, 0.9],
  missed: [0.1, 0.8],
  guessed: [0.35, 0.65],
  right: [0.35, 0.65],
  reviews: 2,
  loved: [0, 1],
  praise: [0.1, 0.9],
  outside: [0.1, 0.7],
  traced: [0.2, 0.9],
  claims: 60,
  backed: [0.2, 0.9],
  vague: [0.05, 0.5],
  wrong: [0.2, 0.8],
  drift: [0.05, 0.6],
  candour: [0.1, 0.9],
  unasked: [0.1, 0.9],
  gaining: [0.1, 0.9],
  promises: 30,
  kept: [0.1, 0.9],
};

export function turned(dials: Partial<Dials>): Dials {
  return { ...PLAIN, ...dials };
}
