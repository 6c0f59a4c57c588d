/** Sentences for a simulated company: as many as it needs, none said five times over, and the phrases that the rules know said in several ways. */

const QUALITIES =
  'quiet,narrow,early,late,square,folded,hidden,open,woven,plain,second,upper,lower,spare,short,long,heavy,light,round,loose,steady,bright,faded,double,single,outer,inner,rapid,gentle,hollow,rough,smooth,tall,wide,shallow,deep,dry,damp,sharp,blunt';
const THINGS =
  'lantern,basket,ledger,window,drawer,pulley,beacon,gutter,pantry,stamp,kettle,shutter,ribbon,hinge,cupboard,barrel,whistle,trellis,bucket,compass,candle,saddle,anchor,bellows,cradle,easel,funnel,goblet,hammock,inkwell,jacket,lattice,mallet,napkin,oar,parcel,quill,rudder,sickle,thimble';
/** What asks are about: nobody asked for the things that changes are about, and nothing should look as if. */
const WISHED =
  'apron,bench,bridle,carpet,chimney,cloak,crate,curtain,doormat,fence,flute,gate,globe,hearth,hook,jug,kite,ladder,lamp,loom,mirror,nest,oven,pillow,plough,pump,quilt,rope,scarf,shelf,sieve,sled,spade,stool,tent,trough,tub,vase,wagon,wick';
const ADJECTIVES = QUALITIES.split(',');
const NOUNS = THINGS.split(',');

/** One of 1,600 things, told by its number, so that two changes are about two things. */
export function thing(number: number, nouns: readonly string[] = NOUNS): string {
  const at = (number * 769) % (ADJECTIVES.length * nouns.length);
  return `${ADJECTIVES[at % ADJECTIVES.length]} ${nouns[Math.floor(at / ADJECTIVES.length)]}`;
}

function pick<Item>(from: readonly Item[], number: number): Item {
  return from[number % from.length] as Item;
}

const SUBJECTS: Readonly<Record<string, readonly ((of: string) => string)[]>> = {
  feature: [(of) => `feat: a ${of}`, (of) => `Add the ${of}`, (of) => `feat(shop): show the ${of} in the list`],
  fix: [(of) => `fix: the ${of} sticks`, (of) => `Fix the ${of} at noon`, (of) => `fix: lost ${of}`],
  refactor: [(of) => `refactor: one place for the ${of}`, (of) => `Refactor the ${of}`],
  docs: [(of) => `docs: tell of the ${of}`, (of) => `docs: the ${of} in plain words`],
  upkeep: [(of) => `test: the ${of} on Mondays`, (of) => `chore: sort what tries the ${of}`],
};

export function subjectOf(kind: string, number: number): string {
  return pick(SUBJECTS[kind] ?? (SUBJECTS.upkeep as never), number)(thing(number));
}

const OPENINGS = [
  'The',
  'Our',
  'On my machine the',
  'Since Tuesday the',
  'In the north room the',
  'For a week now the',
];
const TROUBLES = [
  'will not close before the bell',
  'shows yesterday’s number',
  'takes a minute to wake',
  'forgets what I typed',
  'stands empty in the morning',
  'turns grey when two of us look',
  'prints the same page again',
];
const WISHES = ['Please look at it.', 'A hint would do.', 'We have forty of them.', 'It was fine in spring.', ''];

export function ask(number: number): { title: string; body: string } {
  const of = thing(number * 3 + 1, WISHED.split(','));
  const body = `${pick(OPENINGS, number)} ${of} ${pick(TROUBLES, number >> 1)}. ${pick(WISHES, number)}`.trim();
  return { title: `The ${of} ${pick(TROUBLES, number >> 1)}`, body };
}

const GREETINGS = ['Thank you', 'I see', 'Right', 'Good catch', 'Hm', 'Understood', 'Oh', 'Noted'];
const TURNS = ['we looked', 'I will try', 'that is ours', 'it is odd', 'Ines asks', 'we saw it', 'soon', 'not yet'];

/** Too short to be a reason, and another each time: what is said in five threads alike would be taken for a template. */
export function nod(number: number): string {
  return `${pick(GREETINGS, number)}, ${pick(TURNS, number >> 3)}: ${NOUNS[(number >> 6) % NOUNS.length]}, ${NOUNS[(number * 7) % NOUNS.length]}.`;
}

/** Long enough to be a reason. */
export function reason(number: number): string {
  const of = thing(number * 5 + 2);
  return `We will not change the ${of}: it holds the door for those who come by cart, and they are many. Whoever wants it otherwise can turn the small screw below it, which stays where one leaves it, summer and winter. The ${thing(number * 11 + 3)} shows how.`;
}

const PRAISES = [
  'I love this app, the {} above all.',
  'Works great with our {}.',
  'Highly recommend it to anyone with a {}.',
  'What a wonderful tool for every {}.',
];
const LEAVINGS = [
  'The {} failed twice, so I uninstalled it.',
  'I cancelled my subscription after the {} broke.',
  'We have stopped using it because of the {}.',
  'Now looking for another app for my {}.',
  'After the {} I am switching to another app.',
];
// The third praises in words that the list does not know: then it is as good as silent.
const PLAIN = [
  'It has a {}.',
  'Bought it for the {} in May.',
  'The best app for a {} out there.',
  'There is a {} in it.',
];

export function review(wording: 'praise' | 'leaving' | 'plain', number: number): string {
  const from = wording === 'praise' ? PRAISES : wording === 'leaving' ? LEAVINGS : PLAIN;
  return pick(from, number).replace('{}', thing(number * 13 + 5));
}

const OWN = [
  'I hit this myself while using it for the {}.',
  'This bit us at the {}.',
  'We kept running into it, each time at the {}.',
];

export function ownUse(number: number): string {
  return pick(OWN, number).replace('{}', thing(number));
}
